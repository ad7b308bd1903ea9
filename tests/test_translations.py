"""Every text exists in French: the catalogues hold what the code asks for, complete and no more."""

import re

import pytest
from babel.messages.catalog import Catalog

from tools.update_messages import LOCALE, extract_messages, is_translated, read_catalogue

DOMAINS = ["django", "djangojs"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def texts_of(catalogue: Catalog) -> set:
    return {(message.id, message.context) for message in catalogue if message.id}


@pytest.fixture(scope="module", params=DOMAINS)
def domain(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def french(domain) -> Catalog:
    return read_catalogue(LOCALE / "fr" / "LC_MESSAGES" / f"{domain}.po")


def test_the_catalogue_holds_exactly_the_texts_of_the_code(domain, french):
    """Out of step? `make messages` brings it in line, then translate what is new."""
    assert texts_of(french) == texts_of(extract_messages(domain))


def test_every_text_has_a_french_translation(french):
    missing = [message.id for message in french if message.id and not is_translated(message)]
    assert missing == []


def test_a_translation_keeps_the_placeholders_of_its_text(french):
    wrong = []
    for message in french:
        if not message.id or not is_translated(message):
            continue
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        translations = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*(PLACEHOLDER.findall(text) for text in originals))
        for translation in translations:
            used = set(PLACEHOLDER.findall(translation))
            # A singular may say "one" instead of the number.
            if not used <= allowed or (len(originals) == 1 and used != allowed):
                wrong.append((message.id, translation))
    assert wrong == []
