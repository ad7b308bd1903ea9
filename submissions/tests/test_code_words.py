"""Program text in messages: shown as code, never obeyed."""

from submissions.templatetags.code_words import code_words


def test_program_text_becomes_code():
    assert code_words("Write `output`.") == "Write <code>output</code>."


def test_what_a_student_wrote_stays_text():
    assert code_words("I do not know `<b>`.") == "I do not know <code>&lt;b&gt;</code>."
