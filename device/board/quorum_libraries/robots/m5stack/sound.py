# Libraries.Robots.M5Stack.Sound: a tone lasts as long as its action, so notes follow each other.

from quorum_libraries.robots import arguments
from quorum_runtime.objects import Object
from quorum_runtime.trace import emit

BEEP_HZ = 1000
BEEP_MS = 200
HIGHEST_HZ = 20000
A4_HZ = 440
A4 = 57  # half tones above C0
HALF_TONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
SHIFTS = {"#": 1, "♯": 1, "b": -1, "♭": -1}


class Sound(Object):
    _volume = 50

    def PlayTone__integer_integer(self, frequency, duration):
        if duration <= 0:
            return
        frequency = arguments.in_range(frequency, 1, HIGHEST_HZ, "frequency")
        board = arguments.board_with("speaker")
        emit("sound", frequency, duration)
        board.tone(frequency, duration)
        board.sleep_ms(duration)

    def PlayNote__text_integer(self, note, duration):
        self.PlayTone__integer_integer(frequency_of(note), duration)

    def Beep__(self):
        self.PlayTone__integer_integer(BEEP_HZ, BEEP_MS)

    def Stop__(self):
        board = arguments.board_with("speaker")
        emit("sound", 0, 0)
        board.stop_sound()

    def SetVolume__integer(self, percent):
        board = arguments.board_with("speaker")
        self._volume = arguments.percent(percent)
        board.volume(self._volume)

    def GetVolume__(self):
        return self._volume


def frequency_of(note):
    """In Hertz: "A4" is 440."""
    name = note.strip()
    letter, octave = name[:1].upper(), name[1:]
    shift = SHIFTS.get(octave[:1], 0)
    if shift:
        octave = octave[1:]
    if letter not in HALF_TONES or len(octave) != 1 or octave not in "012345678":
        from quorum_runtime.errors import InvalidArgumentError

        raise InvalidArgumentError(
            'I do not know the note "%s". Write a letter from A to G, if you like # or b, '
            'and an octave from 0 to 8, for instance "C4" or "F#3".' % note
        )
    steps = HALF_TONES[letter] + shift + 12 * int(octave) - A4
    return int(A4_HZ * 2 ** (steps / 12) + 0.5)
