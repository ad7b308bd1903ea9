"""The compiler is there in the form that Python runs."""

from setting_up.bytecode import ensure_bytecode


def test_bytecode_is_made_even_where_python_shall_not_write_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    module = tmp_path / "package" / "module.py"
    module.parent.mkdir()
    module.write_text("answer = 42\n")

    ensure_bytecode(tmp_path)

    assert list((module.parent / "__pycache__").glob("module.*.pyc"))
