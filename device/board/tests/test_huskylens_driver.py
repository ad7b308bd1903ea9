"""The driver's rules for a request (reference/device.md, C9): limits, one retry, named errors."""

from __future__ import annotations

import pytest
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import LensBusy, LensNeedsPro, LensNotFound
from huskylens_driver.protocol import frame, word
from lens_on_paper import Clock, PaperTransport

OK = frame(protocol.RETURN_OK)
BUSY = frame(protocol.RETURN_BUSY)


def info(count: int, learned: int = 1, number: int = 7) -> bytes:
    return frame(protocol.RETURN_INFO, word(count) + word(learned) + word(number) + bytes(4))


def block(*values: int) -> bytes:
    return frame(protocol.RETURN_BLOCK, b"".join(word(value) for value in values))


def arrow(*values: int) -> bytes:
    return frame(protocol.RETURN_ARROW, b"".join(word(value) for value in values))


def driver_with(*answers: object) -> tuple[Driver, PaperTransport, Clock]:
    clock = Clock()
    transport = PaperTransport(*answers)
    return Driver(transport, clock), transport, clock


def test_a_request_brings_blocks_and_arrows_with_the_number_of_the_picture() -> None:
    driver, transport, _ = driver_with(
        [info(2, learned=3, number=300), block(160, 120, 64, 48, 1) + arrow(1, 2, 3, 4, 0)]
    )
    results = driver.request()
    assert transport.written == [frame(protocol.REQUEST)]
    assert (results.frame, results.learned) == (300, 3)
    assert results.blocks == [(160, 120, 64, 48, 1)]
    assert results.arrows == [(1, 2, 3, 4, 0)]


def test_an_answer_may_be_cut_into_reads_anywhere() -> None:
    stream = b"\x00\x00" + info(1) + b"\x00\x00\x00" + block(1, 2, 3, 4, 5) + bytes(16)
    driver, _, _ = driver_with([stream[i : i + 16] for i in range(0, len(stream), 16)])
    assert driver.request().blocks == [(1, 2, 3, 4, 5)]


def test_a_request_that_gets_no_answer_is_repeated_once() -> None:
    driver, transport, clock = driver_with([], [info(0)])
    assert driver.request().blocks == []
    assert len(transport.written) == 2
    assert clock.now < 400


def test_no_lens_ends_in_an_error_within_a_second() -> None:
    driver, transport, clock = driver_with()
    with pytest.raises(LensNotFound):
        driver.request()
    assert len(transport.written) == 2
    assert clock.now < 1000


def test_an_answer_that_stops_in_the_middle_is_repeated() -> None:
    driver, _, _ = driver_with([info(2), block(1, 1, 1, 1, 1)], [info(1), block(2, 2, 2, 2, 2)])
    assert driver.request().blocks == [(2, 2, 2, 2, 2)]


def test_an_impossible_number_of_results_is_a_damaged_answer() -> None:
    driver, _, _ = driver_with([info(5000)], [info(0)])
    assert driver.request().blocks == []


def test_a_bus_error_is_cured_by_a_fresh_bus() -> None:
    driver, transport, _ = driver_with(OSError(19), [info(0)])
    driver.request()
    assert transport.restarts == 1


def test_a_bus_that_stays_broken_is_a_lens_not_found() -> None:
    driver, _, _ = driver_with(OSError(116), OSError(116))
    with pytest.raises(LensNotFound, match="116"):
        driver.request()


def test_a_busy_lens_gets_its_time() -> None:
    driver, _, clock = driver_with([BUSY, BUSY, info(0)])
    driver.request()
    assert clock.now >= 100


def test_a_lens_that_stays_busy_is_named_so() -> None:
    driver, _, _ = driver_with([BUSY] * 5, [BUSY] * 5)
    with pytest.raises(LensBusy):
        driver.request()


def test_what_only_a_pro_can_do_is_not_tried_again() -> None:
    driver, transport, _ = driver_with([info(0)], [frame(protocol.RETURN_NEED_PRO)])
    with pytest.raises(LensNeedsPro):
        driver.select_algorithm(7)
    assert len(transport.written) == 2


def test_an_algorithm_is_chosen_when_its_first_picture_has_come() -> None:
    driver, transport, _ = driver_with(
        [info(1, number=40), block(9, 9, 9, 9, 9)],
        [OK],
        [info(0, number=40)],
        [info(0, number=0)],
        [info(0, number=41)],
    )
    driver.select_algorithm(5)
    assert transport.written[1] == frame(protocol.ALGORITHM, word(5))
    assert transport.answers == []


def test_a_knock_is_tried_five_times_because_the_first_one_wakes_the_lens() -> None:
    driver, _, _ = driver_with(OSError(19), OSError(19), [], [OK])
    assert driver.knock()
    driver, transport, clock = driver_with()
    assert not driver.knock()
    assert len(transport.written) == 5
    assert clock.now < 3000


def test_an_old_answer_is_not_taken_for_a_new_one() -> None:
    driver, _, _ = driver_with([info(1), block(1, 1, 1, 1, 1)[:9]], [info(1), block(2, 2, 2, 2, 2)])
    assert driver.request().blocks == [(2, 2, 2, 2, 2)]
