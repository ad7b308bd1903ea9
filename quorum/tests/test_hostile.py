"""No text of a student's program becomes code: whatever names and texts say, they stay data."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quorum import SourceFile
from quorum.tests.fuzzing import examine
from quorum.tests.hostile import NAMES, PROGRAMS, Hostile
from quorum.tests.programs import outputs, run_compiled

any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='"'))


def test_the_names_that_python_would_obey_are_among_them() -> None:
    assert {"None", "def", "lambda", "self", "w", "eval", "str", "range", "Exception"} < {*NAMES}


@pytest.mark.parametrize("hostile", PROGRAMS, ids=str)
def test_a_hostile_program_does_what_it_says(hostile: Hostile) -> None:
    compilation = examine([hostile.source])
    assert compilation.program is not None, compilation.diagnostics
    assert tuple(run_compiled(compilation.program).outputs) == hostile.outputs


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(any_text)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert outputs(f'output "{text}"') == [text]


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(any_text)
def test_a_comment_may_hold_anything(text: str) -> None:
    lines = text.replace("*/", "").replace("\r", "").replace("\n", "")
    compilation = examine(
        [SourceFile("main.quorum", f"//{lines}\n/*{lines.rstrip('*')} */output 5")]
    )
    assert compilation.program is not None
    assert run_compiled(compilation.program).outputs == ["5"]
