"""What the runtime and the libraries say about an error: the board says it in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

# (English, French); `{field}` is what the board fills in: one of NUMBERS is written in digits, any
# other is translated if it is in WORDS. The first pair that fits is taken.
FRENCH = (
    # casts and texts
    (
        '"{text}" is not an integer.',
        "« {text} » n’est pas un entier.",
    ),
    (
        '"{text}" is not a number.',
        "« {text} » n’est pas un nombre.",
    ),
    (
        '"{text}" is not true or false.',
        "« {text} » n’est ni `true` ni `false`.",
    ),
    (
        "undefined is not an integer.",
        "`undefined` n’est pas un entier.",
    ),
    (
        "undefined is not a number.",
        "`undefined` n’est pas un nombre.",
    ),
    (
        "undefined is not true or false.",
        "`undefined` n’est ni `true` ni `false`.",
    ),
    (
        "This object is not of the class {name}.",
        "Cet objet n’est pas de la classe {name}.",
    ),
    (
        "The location {number} is outside: there are 0 values.",
        "La position {number} est dehors : il n’y a aucune valeur.",
    ),
    (
        "The location {number} is outside: there is 1 value.",
        "La position {number} est dehors : il y a 1 valeur.",
    ),
    (
        "The location {number} is outside: there are {count} values.",
        "La position {number} est dehors : il y a {count} valeurs.",
    ),
    (
        "The location {number} is outside: the text has 0 characters.",
        "La position {number} est dehors : le texte est vide.",
    ),
    (
        "The location {number} is outside: the text has 1 character.",
        "La position {number} est dehors : le texte a 1 caractère.",
    ),
    (
        "The location {number} is outside: the text has {count} characters.",
        "La position {number} est dehors : le texte a {count} caractères.",
    ),
    (
        "The delimiter is empty.",
        "Le séparateur est vide.",
    ),
    (
        "There is no character with the number {number}.",
        "Aucun caractère n’a le numéro {number}.",
    ),
    # calculations and the system
    (
        "The point (0, 0) has no angle.",
        "Le point (0, 0) n’a pas d’angle.",
    ),
    (
        "This moment is too far away.",
        "Ce moment est trop loin.",
    ),
    (
        "A program cannot write files here.",
        "Ici, un programme ne peut pas écrire de fichiers.",
    ),
    # the board
    (
        "This board has no port with the pins {number} and {last}.",
        "Cette carte n’a pas de port avec les broches {number} et {last}.",
    ),
    (
        "This board has no screen.",
        "Cette carte n’a pas d’écran.",
    ),
    (
        "This board has no {part}.",
        "Cette carte n’a pas de {part}.",
    ),
    (
        "There is no {part} {number}. The possible numbers are {low} to {high}.",
        "Il n’y a pas de {part} {number}. Les nombres possibles vont de {low} à {high}.",
    ),
    (
        "A program cannot sleep for {seconds} seconds.",
        "Un programme ne peut pas dormir {seconds} secondes.",
    ),
    (
        'I do not know the note "{note}". Write a letter from A to G, if you like # or b, '
        'and an octave from 0 to 8, for instance "C4" or "F#3".',
        "Je ne connais pas la note « {note} ». Écris une lettre de A à G, si tu veux # ou b, "
        "et une octave de 0 à 8, par exemple `C4` ou `F#3`.",
    ),
    # the camera
    (
        "The HuskyLens camera does not answer. Check its cable, close its menu, and set its "
        '"Protocol Type" to "Auto" or "I2C".',
        "La caméra HuskyLens ne répond pas. Vérifie son câble, ferme son menu et règle son "
        "« Protocol Type » sur « Auto » ou « I2C ».",
    ),
    (
        "The HuskyLens camera does not answer, and the red port of the board gives no power. Give "
        "the camera a USB cable of its own, or charge the battery of the board.",
        "La caméra HuskyLens ne répond pas, et le port rouge de la carte ne donne pas de courant. "
        "Donne à la caméra son propre câble USB, ou recharge la batterie de la carte.",
    ),
    (
        "The HuskyLens camera does not answer. Its T belongs to the receive pin and its R to the "
        'transmit pin; close its menu, and set its "Protocol Type" to "115200".',
        "La caméra HuskyLens ne répond pas. Son T va à la broche de réception et son R à la broche "
        "d’émission ; ferme son menu et règle son « Protocol Type » sur « 115200 ».",
    ),
    (
        "The answers of the HuskyLens camera arrive damaged. Push its plugs in, take a shorter "
        'cable, and set its "Protocol Type" to "I2C", or to "115200" on a serial line.',
        "Les réponses de la caméra HuskyLens arrivent abîmées. Enfonce bien ses fiches, prends un "
        "câble plus court et règle son « Protocol Type » sur « I2C », ou sur « 115200 » pour une "
        "ligne série.",
    ),
    (
        "The HuskyLens camera is busy. Wait a moment before you ask it again.",
        "La caméra HuskyLens est occupée. Attends un instant avant de lui reposer la question.",
    ),
    (
        "This HuskyLens camera cannot do that: it needs a HuskyLens Pro.",
        "Cette caméra HuskyLens ne sait pas faire cela : il faut une HuskyLens Pro.",
    ),
    (
        "A HuskyLens 2 looks for nothing yet: call SelectAlgorithm() first.",
        "Une HuskyLens 2 ne cherche encore rien : appelle d’abord `SelectAlgorithm()`.",
    ),
    (
        "A HuskyLens 2 chooses the IDs itself: teach it on its own screen.",
        "Une HuskyLens 2 choisit elle-même les numéros (ID) : apprends-lui les choses sur son "
        "propre écran.",
    ),
    (
        "A program cannot write on the screen of a HuskyLens 2.",
        "Un programme ne peut pas écrire sur l’écran d’une HuskyLens 2.",
    ),
    (
        "This HuskyLens 2 cannot look for that: its firmware is too old.",
        "Cette HuskyLens 2 ne sait pas chercher cela : son micrologiciel est trop ancien.",
    ),
    (
        "The HuskyLens 2 refused to do that.",
        "La HuskyLens 2 a refusé de faire cela.",
    ),
    (
        "There is no algorithm {number}. Use a name such as camera:FACE_RECOGNITION.",
        "Il n’y a pas d’algorithme {number}. Utilise un nom comme `camera:FACE_RECOGNITION`.",
    ),
    (
        "An ID is a number from 1 to {highest}, not {number}.",
        "Un numéro (ID) va de 1 à {highest} ; {number} n’en est pas un.",
    ),
    (
        "There is no {part}: ask HasResult() first.",
        "Il n’y a pas de {part} : demande d’abord `HasResult()`.",
    ),
    (
        "There is no {part} {number}: the last one is {last}.",
        "Il n’y a pas de {part} {number} : les numéros vont de 0 à {last}.",
    ),
)

NUMBERS = frozenset({"count", "high", "highest", "last", "low", "number"})

WORDS: Mapping[str, str] = {
    "arrow": "flèche",
    "battery": "batterie",
    "block": "bloc",
    "button": "bouton",
    "buttons": "boutons",
    "frequency": "fréquence",
    "light": "lumière",
    "lights": "lumières",
    "motion sensor": "capteur de mouvement",
    "port for a camera": "port pour une caméra",
    "speaker": "haut-parleur",
    "temperature sensor": "capteur de température",
    "text size": "taille de texte",
}

# The messages of errors that were given none: they say no more than the kind of error does.
DEFAULTS = frozenset(
    {
        "This value cannot become a value of the other type.",
        "The location is outside.",
        "The value is outside of what is allowed.",
        "The action cannot use this value.",
        "The path is not valid.",
        "Something outside of the program did not answer.",
        "The text could not be understood.",
    }
)

_FIELD = re.compile(r"\\{(\w+)\\}")


def detail_in(language: str, detail: str) -> str:
    """What a library said, in this language; nothing when it said nothing of its own.

    A text that is not known here stays as it is: a program gave it.
    """
    if detail in DEFAULTS:
        return ""
    if language == "fr":
        for pattern, french in _patterns():
            found = pattern.fullmatch(detail)
            if found:
                fields = found.groupdict().items()
                return french.format(**{name: WORDS.get(value, value) for name, value in fields})
    return detail


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    def compiled() -> Iterator[tuple[re.Pattern[str], str]]:
        for english, french in FRENCH:
            pattern = _FIELD.sub(_group, re.escape(english))
            yield re.compile(pattern, re.DOTALL), french

    return tuple(compiled())


def _group(field: re.Match[str]) -> str:
    return f"(?P<{field[1]}>{'-?[0-9]+' if field[1] in NUMBERS else '.*?'})"
