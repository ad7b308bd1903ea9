"""Python packages are installed once for each content of a requirements file."""

import pytest
from setting_up import python_packages
from setting_up.problems import SetupProblem


@pytest.fixture
def installations(monkeypatch, tmp_path):
    """Counts the calls of pip; nothing is installed."""
    calls = []
    (tmp_path / "pyvenv.cfg").write_text("version = 3.11.2\n")
    monkeypatch.setattr(python_packages, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(python_packages, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(python_packages, "run_quietly", lambda *a, **k: calls.append(a))
    monkeypatch.setattr(python_packages, "check_room_on_disk", lambda: None)
    return calls


@pytest.fixture
def requirements(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("one==1.0\ntwo==2.0\n")
    return path


def test_packages_are_installed_once(installations, requirements):
    python_packages.ensure_packages(requirements, "the packages")
    python_packages.ensure_packages(requirements, "the packages")

    assert len(installations) == 1


def test_a_changed_pin_installs_again(installations, requirements):
    python_packages.ensure_packages(requirements, "the packages")
    requirements.write_text("one==1.1\ntwo==2.0\n")
    python_packages.ensure_packages(requirements, "the packages")

    assert len(installations) == 2


def test_another_python_installs_again(installations, requirements, tmp_path):
    python_packages.ensure_packages(requirements, "the packages")
    (tmp_path / "pyvenv.cfg").write_text("version = 3.12.0\n")
    python_packages.ensure_packages(requirements, "the packages")

    assert len(installations) == 2


def test_a_failed_installation_is_tried_again(installations, requirements, monkeypatch):
    def fail(*arguments, **options):
        raise SetupProblem("no network")

    with monkeypatch.context() as patch:
        patch.setattr(python_packages, "run_quietly", fail)
        with pytest.raises(SetupProblem):
            python_packages.ensure_packages(requirements, "the packages")
    python_packages.ensure_packages(requirements, "the packages")

    assert len(installations) == 1
