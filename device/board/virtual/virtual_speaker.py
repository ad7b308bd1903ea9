# The loudspeaker of the virtual M5Stack: the part of UIFlow2's `M5.Speaker` that plays tones.

import virtual_time
from virtual_calls import remember
from virtual_log import Log


class Speaker:
    def __init__(self):
        self.log = Log()  # [Hertz, how many milliseconds, when]; [0, 0, when] is a sudden silence
        self._volume = 64
        self._playing = (0, 0)  # since when, for how long

    def begin(self):
        return True

    def end(self):
        self.stop()

    def tone(self, frequency, duration, channel=0, stop_current_sound=True):
        """Start a tone of so many Hertz and milliseconds; returns at once."""
        remember("tone", frequency, duration)
        self.log.add(frequency, duration)
        self._playing = (virtual_time.moment(), duration)

    def stop(self):
        remember("stop")
        if self.isPlaying():
            self.log.add(0, 0)
        self._playing = (0, 0)

    def isPlaying(self):
        since, duration = self._playing
        return duration > 0 and virtual_time.since(since) < duration

    def getVolume(self):
        return self._volume

    def setVolume(self, volume):
        remember("setVolume", volume)
        self._volume = volume

    def setVolumePercentage(self, percentage):
        self.setVolume(int(percentage * 255))
