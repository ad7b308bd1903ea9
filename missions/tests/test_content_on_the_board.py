"""Every mission of the project, played on the virtual board: solutions pass, mistakes do not."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from device.link import RunEnd
from device.scenes import check_scene
from missions.checks import Verdict, judge
from missions.content_format import MissionContent, load_all
from tests.board_runs import BoardRun, compiled, run_on, virtual_board

MISSIONS = {mission.slug: mission for mission in load_all()}

# The programs mostly sleep, so several boards at once cost little and save minutes.
BOARDS = 4

STARTER, SOLUTION = "starter", "solution"


def programs_of(mission: MissionContent) -> dict[str, str]:
    wrong = {name: program.source for name, program in mission.wrong_programs.items()}
    return {STARTER: mission.starter, SOLUTION: mission.solution, **wrong}


PROGRAMS = [(slug, name) for slug, mission in MISSIONS.items() for name in programs_of(mission)]
WRONG_PROGRAMS = [(slug, name) for slug, name in PROGRAMS if name not in (STARTER, SOLUTION)]


def run(slug: str, name: str) -> BoardRun:
    mission = MISSIONS[slug]
    with virtual_board() as board:
        source = programs_of(mission)[name]
        return run_on(board, source, mission.scene, float(mission.execution_time_limit_s))


@pytest.fixture(scope="module")
def runs() -> Iterator[dict[tuple[str, str], "Future[BoardRun]"]]:
    """The runs of all programs, under way side by side; the longest missions begin first."""
    with ThreadPoolExecutor(BOARDS) as pool:
        longest_first = sorted(PROGRAMS, key=lambda key: -MISSIONS[key[0]].execution_time_limit_s)
        yield {key: pool.submit(run, *key) for key in longest_first}


def verdict_on(slug: str, board_run: BoardRun) -> Verdict:
    return judge(MISSIONS[slug].checks, board_run.evidence)


def told(verdict: Verdict) -> str:
    """What the student would read, for the report of a failed test."""
    return "\n".join(outcome.message("en") for outcome in verdict.outcomes)


@pytest.mark.parametrize(("slug", "name"), PROGRAMS)
def test_every_program_of_a_mission_compiles(slug, name):
    compiled(programs_of(MISSIONS[slug])[name], f"{name}.quorum")


@pytest.mark.parametrize("slug", MISSIONS)
def test_every_scene_can_be_played(slug):
    check_scene(MISSIONS[slug].scene, f"{slug}/scene.toml")


@pytest.mark.acceptance
@pytest.mark.parametrize("slug", MISSIONS)
def test_the_solution_passes(slug, runs):
    board_run = runs[slug, SOLUTION].result()
    verdict = verdict_on(slug, board_run)
    assert board_run.ended is RunEnd.FINISHED
    assert verdict.passed, told(verdict)


@pytest.mark.acceptance
@pytest.mark.parametrize("slug", MISSIONS)
def test_the_starter_runs_to_its_end_but_leaves_something_to_do(slug, runs):
    board_run = runs[slug, STARTER].result()
    assert board_run.ended is RunEnd.FINISHED
    assert board_run.evidence.error() is None
    assert not verdict_on(slug, board_run).passed


@pytest.mark.acceptance
@pytest.mark.parametrize(("slug", "name"), WRONG_PROGRAMS)
def test_a_wrong_program_does_not_pass(slug, name, runs):
    board_run = runs[slug, name].result()
    verdict = verdict_on(slug, board_run)
    assert not verdict.passed, told(verdict)
    assert verdict.advice("en") or verdict.outcomes[-1].message("en")
