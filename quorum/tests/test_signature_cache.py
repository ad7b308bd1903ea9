"""Signatures are kept between two starts of the command, and only believed while they are true."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from quorum import library, signature_cache
from quorum.signature_cache import SignatureCache, usual_folder
from quorum.signatures import ClassSignature, FieldSignature, read_signature, type_parts
from quorum.sources import SourceFile

ROOT = Path(__file__).parent.parent.parent
NAME = "Libraries.Containers.Array"


def text_of(full_name: str) -> str:
    path = Path(library.ROOT).joinpath(*full_name.split(".")).with_suffix(".quorum")
    return path.read_text(encoding="utf-8")


def signature_in(text: str) -> ClassSignature:
    signature = read_signature(SourceFile(NAME, text))
    assert isinstance(signature, ClassSignature)
    return signature


TEXT = text_of(NAME)
SIGNATURE = signature_in(TEXT)


@pytest.fixture
def cache(tmp_path: Path) -> SignatureCache:
    """A cache that has kept one class."""
    made = SignatureCache(str(tmp_path / "kept"))
    made.keep(NAME, TEXT, SIGNATURE)
    return made


@pytest.fixture
def file(tmp_path: Path, cache: SignatureCache) -> Path:
    """Where that class is kept."""
    return tmp_path / "kept" / NAME


@pytest.mark.parametrize("full_name", sorted(library.class_names()))
def test_what_is_kept_of_a_class_is_what_was_read(full_name: str, tmp_path: Path) -> None:
    text = text_of(full_name)
    signature = signature_in(text)
    cache = SignatureCache(str(tmp_path))
    assert cache.find(full_name, text) is None
    cache.keep(full_name, text, signature)
    assert SignatureCache(str(tmp_path)).find(full_name, text) == signature


def test_a_changed_file_of_the_library_is_read_again(cache: SignatureCache) -> None:
    changed = TEXT.replace("Add", "Put")
    assert cache.find(NAME, changed) is None
    cache.keep(NAME, changed, signature_in(changed))
    assert cache.find(NAME, changed) == signature_in(changed)
    assert cache.find(NAME, TEXT) is None


def test_what_another_version_of_the_compiler_kept_is_not_believed(
    cache: SignatureCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signature_cache, "_reader", lambda: "another")
    assert SignatureCache(str(tmp_path / "kept")).find(NAME, TEXT) is None


def test_damaged_files_are_not_believed(cache: SignatureCache, file: Path) -> None:
    good = file.read_bytes()
    chance = Random(7)
    for _ in range(300):
        place = chance.randrange(len(good))
        damaged = [
            good[:place],
            good[:place] + bytes([chance.randrange(256)]) + good[place + 1 :],
            good[:place] + chance.randbytes(3) + good[place:],
        ]
        for data in damaged:
            file.write_bytes(data)
            assert cache.find(NAME, TEXT) is None or data == good
    file.write_bytes(b"")
    assert cache.find(NAME, TEXT) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("action\tGet\t", "action\tGet;import os\t"),
        ("integer\tlocation", "integer\tlocation)"),
        ("integer\tlocation", "int()\tlocation"),
        ("integer\tlocation", "integer"),
        ("\tyes\tno\tyes", "\tyes\tno\tperhaps"),
        ("class\tArray", "class\tList"),
        ("uses\t", "exec\t"),
    ],
)
def test_every_word_of_a_file_is_checked(
    before: str, after: str, cache: SignatureCache, file: Path
) -> None:
    """Even when somebody made the checksum right."""
    _, _, rest = file.read_text(encoding="utf-8").partition("\n")
    assert before in rest
    rest = rest.replace(before, after, 1)
    file.write_text(f"{cache._head(rest)}\n{rest}", encoding="utf-8")
    assert cache.find(NAME, TEXT) is None


def with_constants(*values: int | float | str | bool | None) -> ClassSignature:
    return SIGNATURE._replace(
        fields=tuple(
            FieldSignature(f"VALUE{place}", "integer", True, True, value)
            for place, value in enumerate(values)
        )
    )


def test_constants_of_every_type_come_back(cache: SignatureCache) -> None:
    signature = with_constants(5, -(2**31), 0.1, 1e300, True, False, "", "Grüezi", None)
    cache.keep(NAME, TEXT, signature)
    found = cache.find(NAME, TEXT)
    assert found == signature
    assert list(map(repr, found)) == list(map(repr, signature))  # 1 is not true


def test_a_constant_that_would_break_a_line_is_not_kept(tmp_path: Path) -> None:
    cache = SignatureCache(str(tmp_path))
    cache.keep(NAME, TEXT, with_constants("a\tb"))
    cache.keep(NAME, TEXT, with_constants("a\nb"))
    assert cache.find(NAME, TEXT) is None


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = SignatureCache(str(tmp_path / "file" / "folder"))
    cache.keep(NAME, TEXT, SIGNATURE)
    assert cache.find(NAME, TEXT) is None


def test_many_may_keep_and_find_at_the_same_time(tmp_path: Path) -> None:
    def work(_: int) -> bool:
        cache = SignatureCache(str(tmp_path))
        cache.keep(NAME, TEXT, SIGNATURE)
        return cache.find(NAME, TEXT) in (None, SIGNATURE)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(100)))
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_the_command_keeps_signatures_and_answers_the_same_with_them(tmp_path: Path) -> None:
    program = tmp_path / "main.quorum"
    program.write_text(
        "use Libraries.Containers.Array\nArray<integer> a\na:Add(true)\noutput a:Gett(1)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "all")}
    answers = {
        subprocess.run(
            [sys.executable, "-m", "quorum", "check", program],
            env=environment,
            capture_output=True,
            check=False,
        ).stderr
        for _ in range(2)
    }
    assert len(answers) == 1
    assert (tmp_path / "all" / "quorum-signatures" / NAME).is_file()


def test_there_is_no_usual_folder_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert usual_folder() == ""


def test_a_type_has_a_name_and_arguments() -> None:
    assert type_parts("integer") == ("integer", [])
    assert type_parts("Array<T>") == ("Array", ["T"])
    assert type_parts("A.B<text, C<D, E<F>>, G>") == ("A.B", ["text", "C<D, E<F>>", "G"])
