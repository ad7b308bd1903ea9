"""The embedded system for a test, and the people who use it."""

from collections.abc import Iterator

import pytest

from .processes import EmbeddedSystem, Prepared
from .visitor import Visitor


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Prepared:
    """The set-up is done once; each test begins with a copy of what it left."""
    return Prepared.below(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def system(tmp_path, prepared) -> Iterator[EmbeddedSystem]:
    """The embedded system, running."""
    embedded = EmbeddedSystem(tmp_path, prepared)
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
