"""Every way to inherit does what the rules say."""

from __future__ import annotations

import pytest

from quorum.tests.hierarchies import hierarchy
from quorum.tests.programs import outputs


@pytest.mark.parametrize("seed", range(150))
def test_calls_and_creation_follow_the_rules_of_inheritance(seed: int) -> None:
    program = hierarchy(seed)
    assert outputs(program.main, **program.files) == program.lines
