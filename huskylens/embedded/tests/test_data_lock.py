"""One embedded system for one data folder."""

import pytest

from huskylens.embedded.data_lock import DataLock
from huskylens.embedded.exceptions import AlreadyRunning


def test_a_second_system_on_the_same_data_is_refused_with_one_sentence(tmp_path):
    first = DataLock(tmp_path)
    first.take()

    with pytest.raises(AlreadyRunning, match="running already") as refusal:
        DataLock(tmp_path).take()

    assert str(tmp_path) in str(refusal.value)
    first.release()


def test_the_lock_is_free_again_after_its_release(tmp_path):
    first = DataLock(tmp_path)
    first.take()
    first.release()

    DataLock(tmp_path).take()
