"""Node: the machine's own if it is new enough, else one from the Python packages."""

import pytest
from setting_up import node


@pytest.fixture
def machine(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def packaged(monkeypatch):
    """Stands for the Node of the Python packages, which takes long to install."""
    found = node.Node(npm=("node", "npm-cli.js"), folder=node.ROOT, version="24.0.0")
    monkeypatch.setattr(node, "_node_in_environment", lambda: found)
    return found


def pretend(machine, name: str, answer: str, status: int = 0) -> None:
    program = machine / name
    program.write_text(f"#!/bin/sh\necho {answer}\nexit {status}\n")
    program.chmod(0o755)


def test_a_new_enough_node_of_the_machine_is_used(machine, packaged):
    pretend(machine, "node", "v22.1.0")
    pretend(machine, "npm", "10.0.0")

    found = node.ensure_node()

    assert found.version == "22.1.0"
    assert found.npm == (str(machine / "npm"),)


@pytest.mark.parametrize("version", ["v12.22.9", "v18.20.4", "nonsense"])
def test_an_old_or_odd_node_is_left_alone(machine, packaged, version):
    pretend(machine, "node", version)
    pretend(machine, "npm", "8.0.0")

    assert node.ensure_node() is packaged


def test_a_node_without_npm_is_left_alone(machine, packaged):
    pretend(machine, "node", "v22.1.0")

    assert node.ensure_node() is packaged


def test_a_broken_npm_is_left_alone(machine, packaged):
    pretend(machine, "node", "v22.1.0")
    pretend(machine, "npm", "cannot find module", status=1)

    assert node.ensure_node() is packaged
