"""The embedded system for a test, and the people who use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .processes import EmbeddedSystem
from .visitor import Visitor


@pytest.fixture(scope="session")
def static_root(tmp_path_factory) -> Path:
    """Gathered once: scripts and styles are the same for every test."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def system(tmp_path, static_root) -> Iterator[EmbeddedSystem]:
    """The embedded system, running."""
    embedded = EmbeddedSystem(tmp_path, static_root)
    try:
        embedded.start()
        yield embedded
    finally:
        embedded.close()


@pytest.fixture
def teacher(system) -> Visitor:
    """The teacher at the desk."""
    visitor = Visitor(system.base_url)
    visitor.log_in_to_the_desk("prof", system.passwords["prof"])
    return visitor


@pytest.fixture
def ada(system) -> Visitor:
    return student(system, "ada")


@pytest.fixture
def blaise(system) -> Visitor:
    return student(system, "blaise")


@pytest.fixture
def chloe(system) -> Visitor:
    return student(system, "chloe")


def student(system: EmbeddedSystem, name: str) -> Visitor:
    visitor = Visitor(system.base_url)
    visitor.take_token(name, system.passwords[name])
    return visitor
