"""What is current is not done again."""

from setting_up.stamps import Stamp, digest_of


def test_the_same_contents_have_the_same_digest(tmp_path):
    (tmp_path / "a.txt").write_text("one")

    assert digest_of(tmp_path, "3.11") == digest_of(tmp_path, "3.11")


def test_a_changed_renamed_or_new_file_changes_the_digest(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    seen = {digest_of(tmp_path)}

    (tmp_path / "a.txt").write_text("two")
    seen.add(digest_of(tmp_path))
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    seen.add(digest_of(tmp_path))
    (tmp_path / "c.txt").write_text("")
    seen.add(digest_of(tmp_path))

    assert len(seen) == 4


def test_a_file_that_appears_changes_the_digest(tmp_path):
    before = digest_of(tmp_path / "later.txt")
    (tmp_path / "later.txt").write_text("")

    assert digest_of(tmp_path / "later.txt") != before


def test_a_stamp_agrees_with_what_it_was_left_for_and_nothing_else(tmp_path):
    stamp = Stamp(tmp_path / "deep" / "stamp")
    assert not stamp.agrees("abc")

    stamp.leave("abc")

    assert stamp.agrees("abc")
    assert not stamp.agrees("abd")
