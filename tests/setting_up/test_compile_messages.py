"""Translations are compiled without GNU gettext, and only where they changed."""

import gettext
import os
import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "compile_messages.py"
CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Submit"
msgstr "Envoyer"

msgid "one try"
msgid_plural "{count} tries"
msgstr[0] "un essai"
msgstr[1] "{count} essais"

#, fuzzy
msgid "Ranking"
msgstr "Rang"
"""


def compile_below(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, TOOL, folder], capture_output=True, text=True)


def test_texts_and_plurals_are_found_in_the_compiled_catalogue(tmp_path):
    (tmp_path / "django.po").write_text(CATALOGUE, encoding="utf-8")

    assert compile_below(tmp_path).returncode == 0

    with (tmp_path / "django.mo").open("rb") as stream:
        texts = gettext.GNUTranslations(stream)
    assert texts.gettext("Submit") == "Envoyer"
    assert texts.ngettext("one try", "{count} tries", 2) == "{count} essais"


def test_a_guess_that_nobody_checked_is_not_shown(tmp_path):
    (tmp_path / "django.po").write_text(CATALOGUE, encoding="utf-8")
    compile_below(tmp_path)

    with (tmp_path / "django.mo").open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("Ranking") == "Ranking"


def test_a_current_catalogue_is_left_alone_and_a_changed_one_compiled_again(tmp_path):
    source, compiled = tmp_path / "django.po", tmp_path / "django.mo"
    source.write_text(CATALOGUE, encoding="utf-8")
    compile_below(tmp_path)

    assert compile_below(tmp_path).stdout == ""

    later = compiled.stat().st_mtime_ns + 1_000_000_000
    os.utime(source, ns=(later, later))
    assert compile_below(tmp_path).stdout == "compiled django.po\n"


def test_a_catalogue_with_a_merge_conflict_is_named_and_fails(tmp_path):
    (tmp_path / "django.po").write_text('<<<<<<< ours\nmsgid "Submit"\n', encoding="utf-8")

    done = compile_below(tmp_path)

    assert done.returncode == 1
    assert "django.po" in done.stderr
    assert "Traceback" not in done.stderr
