"""The verdict: what it takes to pass, in which order it speaks, how it is stored."""

import json

import pytest
from django.utils import translation

from missions.checks import (
    CheckOutcome,
    Evidence,
    FieldProblem,
    Verdict,
    judge,
    kind_names,
    validate_check,
)
from missions.checks.evidence import MAX_LINE_LENGTH, MAX_LINES
from missions.tests.evidence_makers import did, outcome_of, plain, said, saw, shown
from missions.tests.test_checks_messages import STORIES

SAYS_HELLO = {"kind": "output-contains", "lines": ["Bonjour"]}
SHOWS_HELLO = {"kind": "screen-shows", "text": "Bonjour"}


def verdict_on(*checks: dict, evidence: Evidence) -> Verdict:
    return judge([validate_check(check) for check in checks], evidence)


def test_a_program_passes_when_every_check_passes():
    verdict = verdict_on(SAYS_HELLO, SHOWS_HELLO, evidence=did(said("Bonjour"), shown("Bonjour")))
    assert verdict.passed
    assert [outcome.passed for outcome in verdict.outcomes] == [True, True]


def test_one_missed_goal_is_enough_to_fail():
    assert not verdict_on(SAYS_HELLO, SHOWS_HELLO, evidence=did(said("Bonjour"))).passed


def test_what_is_right_is_said_before_what_is_missing():
    verdict = verdict_on(SAYS_HELLO, SHOWS_HELLO, evidence=did(shown("Bonjour")))
    assert [outcome.kind for outcome in verdict.outcomes] == ["screen-shows", "output-contains"]


def test_a_program_that_ended_in_an_error_never_passes():
    evidence = did(said("Bonjour"), ("error", ("DivideByZeroError", "", [3])))
    verdict = verdict_on(SAYS_HELLO, evidence=evidence)
    assert not verdict.passed
    assert verdict.outcomes[0].passed
    assert verdict.outcomes[-1].message("en") == (
        "I expected your program to run to its end, but it stopped with an error."
    )
    assert plain(verdict.advice("fr")) == (
        "Lis le message d’erreur : il donne la ligne où ton programme s’est arrêté."
    )


def test_the_end_of_a_program_is_not_a_check_that_a_mission_can_write():
    with pytest.raises(FieldProblem):
        validate_check({"kind": "program-ended"})


def test_the_summary_counts_the_goals():
    half = verdict_on(SAYS_HELLO, SHOWS_HELLO, evidence=did(said("Bonjour")))
    whole = verdict_on(SAYS_HELLO, evidence=did(said("Bonjour")))
    assert half.summary("en") == "1 of 2 goals reached."
    assert plain(half.summary("fr")) == "Objectifs atteints : 1 sur 2."
    assert whole.summary("en") == "Mission accomplished!"
    assert plain(whole.summary("fr")) == "Mission accomplie !"


def test_a_label_names_the_goal_in_the_reader_s_language():
    check = {**SHOWS_HELLO, "label": {"fr": "Écrire à l’écran", "en": "Write on the screen"}}
    reached, missed = outcome_of(check, did(shown("Bonjour"))), outcome_of(check, did())
    assert reached.message("en") == "Write on the screen: done. The screen shows “Bonjour”."
    assert plain(missed.message("fr")) == (
        "Écrire à l’écran : pas encore. "
        "J’attendais « Bonjour » à l’écran, mais il n’affiche aucun texte."
    )


def test_a_mission_s_own_advice_replaces_the_general_one():
    check = {**SHOWS_HELLO, "advice": {"fr": "Pense à screen.", "en": "Think of screen."}}
    assert outcome_of(check, did()).advice("en") == "Think of screen."
    assert outcome_of(check, did(shown("Bonjour"))).advice("en") == ""


def test_without_a_language_a_message_is_in_the_active_one():
    outcome = outcome_of(SHOWS_HELLO, did(shown("Bonjour")))
    with translation.override("fr"):
        assert plain(outcome.message()) == "L’écran affiche « Bonjour »."
    with translation.override("en"):
        assert outcome.message() == "The screen shows “Bonjour”."


@pytest.mark.parametrize("story", [pytest.param(story, id=story[0]) for story in STORIES])
def test_a_stored_outcome_speaks_like_the_fresh_one(story):
    _what, check, evidence, _passed, english, french = story
    fresh = judge([validate_check(check)], evidence)
    stored = Verdict.from_dict(json.loads(json.dumps(fresh.to_dict())))
    assert stored.passed == fresh.passed
    (outcome,) = stored.outcomes
    assert (outcome.message("en"), plain(outcome.message("fr"))) == (english, french)
    assert outcome.advice("en") == fresh.outcomes[0].advice("en")


def test_an_old_outcome_of_a_kind_that_is_gone_can_still_be_read():
    outcome = CheckOutcome.from_dict({"passed": False, "kind": "smells-good", "arguments": {}})
    assert outcome.message("en") == "This goal is not reached yet."


@pytest.mark.parametrize("kind", kind_names())
def test_every_kind_has_a_story_that_passes_and_one_that_does_not(kind):
    assert {passed for _, check, _, passed, *_ in STORIES if check["kind"] == kind} == {True, False}


def test_a_validated_check_is_plain_json():
    for _, check, *_ in STORIES:
        validated = validate_check(check)
        assert json.loads(json.dumps(validated)) == validated


def test_a_validated_check_can_be_validated_again():
    """The admin shows validated checks and saves them through the same door."""
    for _, check, *_ in STORIES:
        validated = validate_check(check)
        assert validate_check(validated) == validated


def test_trace_entries_of_an_unknown_shape_are_passed_over():
    strange = [
        ("blocks", (1,)),
        ("blocks", (1, "x")),
        ("light", ("a", None)),
        ("screen", ("text",)),
    ]
    strange += [("algorithm", ()), ("output", (None,)), ("blocks", (1, [[1, 2], None, saw]))]
    evidence = Evidence(output=[], trace=strange)
    for _, check, *_ in STORIES:
        judge([validate_check(check)], evidence)


def test_only_the_first_lines_and_characters_of_a_huge_output_are_looked_at():
    evidence = Evidence(output=["x" * 10_000] * 10_000, trace=[])
    assert len(evidence.lines()) == MAX_LINES
    assert {len(line) for line in evidence.lines()} == {MAX_LINE_LENGTH}


def test_a_text_with_line_breaks_counts_as_several_lines():
    assert did(said("un\ndeux")).lines() == ["un", "deux"]
