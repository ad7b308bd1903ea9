# What screens can show: the fonts of the firmware and those of the lens know ASCII alone.

# Two texts, letter under letter: a dictionary would take four times the memory.
_LETTERS = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜ’‘«»“”–—\xa0\u202f"
_PLAIN = 'aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUU\'\'""""--  '
_LONGER = {"œ": "oe", "Œ": "OE", "ß": "ss", "…": "..."}


def readable(text):
    """The text with the letters that a screen can show."""
    return "".join([_plain(letter) for letter in text])


def _plain(letter):
    if letter < "\x80":
        return letter
    at = _LETTERS.find(letter)
    return _PLAIN[at] if at >= 0 else _LONGER.get(letter, letter)
