"""Where the web server may listen, and what people are told when it can't."""

import socket

import pytest

from huskylens.embedded import address
from huskylens.embedded.address import AddressProblem


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_accepted_and_left_free():
    with socket.socket() as chooser:
        chooser.bind(("127.0.0.1", 0))
        port = chooser.getsockname()[1]

    address.check_free("127.0.0.1", port)
    address.check_free("127.0.0.1", port)


def test_a_port_in_use_is_told_in_one_sentence_with_a_way_out(taken_port):
    with pytest.raises(AddressProblem) as refusal:
        address.check_free("127.0.0.1", taken_port)

    assert f"Port {taken_port} is in use" in str(refusal.value)
    assert f"make run PORT={taken_port + 1}" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_port_that_is_taken_on_one_address_is_taken_for_the_whole_network(taken_port):
    with pytest.raises(AddressProblem, match="is in use"):
        address.check_free("0.0.0.0", taken_port)


@pytest.mark.parametrize("host", ["192.0.2.77", "no-such-host.invalid"])
def test_a_host_that_is_not_this_machine_is_refused(host):
    with pytest.raises(AddressProblem, match="is no address of this machine"):
        address.check_free(host, 8000)


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "80 80", "http", "٨٠"])
def test_what_is_not_a_port_is_refused(text):
    with pytest.raises(AddressProblem, match="is not a port"):
        address.port_number(text)


def test_a_port_is_read_as_a_number():
    assert address.port_number("8000") == 8000


def test_network_addresses_are_never_those_that_only_this_machine_reaches():
    assert not any(address.is_loopback(found) for found in address.network_addresses())


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("laptop", False),
    ],
)
def test_loopback_is_known_by_name_and_number(host, loopback):
    assert address.is_loopback(host) is loopback
