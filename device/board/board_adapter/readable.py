# What screens can show: the fonts of the firmware and those of the lens know ASCII alone.

PLAIN_LETTERS = {}
for plain, letters in (
    ("a", "àáâãäå"),
    ("c", "ç"),
    ("e", "èéêë"),
    ("i", "ìíîï"),
    ("n", "ñ"),
    ("o", "òóôõö"),
    ("u", "ùúûü"),
    ("y", "ýÿ"),
    ("A", "ÀÁÂÃÄÅ"),
    ("C", "Ç"),
    ("E", "ÈÉÊË"),
    ("I", "ÌÍÎÏ"),
    ("N", "Ñ"),
    ("O", "ÒÓÔÕÖ"),
    ("U", "ÙÚÛÜ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("ss", "ß"),
    ("'", "’‘"),
    ('"', "«»“”"),
    ("-", "–—"),
    ("...", "…"),
    (" ", "\xa0\u202f"),
):
    for letter in letters:
        PLAIN_LETTERS[letter] = plain


def readable(text):
    """The text with the letters that a screen can show."""
    return "".join([PLAIN_LETTERS.get(letter, letter) for letter in text])
