"""Where the web server listens, and by which addresses others reach it.

Standard library only, and no import from the project: the set-up loads this file by itself before
anything is installed.

AddressProblem
"""

import errno
import fcntl
import ipaddress
import socket
import struct

SIOCGIFADDR = 0x8915
"""Linux: ask an interface for its IPv4 address."""

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (compared with, not bound)
UNREACHED = "192.0.2.1"
"""An address for documentation (RFC 5737): choosing a route to it sends nothing."""


class AddressProblem(Exception):
    """Nothing can listen at the address; the message is one sentence that says why."""


def port_number(text: str) -> int:
    """Reads a port, or raises AddressProblem."""
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) < 65536:
        raise AddressProblem(f'"{text}" is not a port: choose a number from 1 to 65535.')
    return int(text)


def check_free(host: str, port: int) -> None:
    """Raises AddressProblem when a server could not listen at host and port now."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise AddressProblem(
            f'"{host}" is no address of this machine: use HOST=127.0.0.1 (this machine alone) '
            "or HOST=0.0.0.0 (the classroom network)."
        ) from error
    family, kind, protocol, _, address = found[0]
    with socket.socket(family, kind, protocol) as probe:
        # As the server itself does: a connection that ended a moment ago does not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
            probe.listen(1)
        except OSError as error:
            raise problem_of(error, host, port) from error


def problem_of(error: OSError, host: str, port: int) -> AddressProblem:
    """Words the operating system's refusal to let a server listen."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return AddressProblem(
            f"Port {port} is in use (is HuskyLens Missions running already?): stop the other "
            f"program, or choose another port with make run PORT={other}."
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return AddressProblem(
            f"You are not allowed to use port {port}: choose one above 1023, for example "
            "make run PORT=8000."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return AddressProblem(
            f"{host} is no address of this machine: use HOST=127.0.0.1 (this machine alone) "
            "or HOST=0.0.0.0 (the classroom network)."
        )
    return AddressProblem(f"Nothing can listen at {host}:{port}: {error.strerror or error}.")


def is_everywhere(host: str) -> bool:
    """Whether a server at this host answers on all of the machine's addresses."""
    return host in EVERYWHERE


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def network_addresses() -> list[str]:
    """This machine's IPv4 addresses that others may reach, the likeliest first; often one."""
    addresses = [_address_towards(UNREACHED), *_addresses_of_interfaces()]
    usable = [address for address in addresses if address and not is_loopback(address)]
    return list(dict.fromkeys(usable))


def _address_towards(target: str) -> str | None:
    """The address from which this machine would talk to another network; needs a default route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _addresses_of_interfaces() -> list[str]:
    """One IPv4 address for each network interface: a classroom Wi-Fi may have no default route."""
    addresses = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            if name.startswith(("docker", "br-", "veth", "virbr")):
                continue
            request = struct.pack("256s", name.encode()[:15])
            try:
                answer = fcntl.ioctl(probe.fileno(), SIOCGIFADDR, request)
            except OSError:
                continue
            addresses.append(socket.inet_ntoa(answer[20:24]))
    return addresses


def in_url(host: str) -> str:
    """The host as it is written in a URL."""
    return f"[{host}]" if ":" in host else host
