# What a virtual camera has been taught, and what it recognises of the scene with that.
#
# Another scene is another day: what was learned in the old one is gone, from the card as well.

import virtual_scene

CENTER = (160, 120)


class Memory:
    """All changes are single assignments: another thread may look."""

    def __init__(self):
        self.names = {}  # (algorithm, id) -> what the camera writes beside the thing
        self._learned = {}  # number of an object in the scene -> (algorithm, id)
        self._forgotten = ()  # algorithms that do not know any more what the scene says
        self._card = {}  # (algorithm, number of the file) -> what the algorithm knew

    def seen(self, algorithm):
        """[(id, four values, number in the scene)] of everything that this algorithm finds now."""
        return [
            (self._id_of(algorithm, number, known), place, number)
            for number, known, place in virtual_scene.visible(algorithm)
        ]

    def ids(self, algorithm):
        """The ids that this algorithm knows, whether it sees them or not."""
        known = [
            self._id_of(algorithm, number, id) for number, id, _ in virtual_scene.objects(algorithm)
        ]
        return sorted({id for id in known if id})

    def learn(self, algorithm, id):
        """Learn what is nearest to the middle of the picture."""
        nearest = None
        for number, _, place in virtual_scene.visible(algorithm):
            distance = (place[0] - CENTER[0]) ** 2 + (place[1] - CENTER[1]) ** 2
            if nearest is None or distance < nearest[0]:
                nearest = (distance, number)
        if nearest is not None:
            learned = dict(self._learned)
            learned[nearest[1]] = (algorithm, id)
            self._learned = learned

    def forget(self, algorithm):
        """Forget everything that this algorithm knows."""
        self._learned = self._learned_by_others(algorithm)
        self._forgotten = self._forgotten + (algorithm,)

    def save(self, algorithm, file):
        """Write what this algorithm knows to the memory card."""
        learned = [(number, of) for number, of in self._learned.items() if of[0] == algorithm]
        names = [(key, name) for key, name in self.names.items() if key[0] == algorithm]
        self._card[algorithm, file] = (learned, algorithm in self._forgotten, names)

    def load(self, algorithm, file):
        """Know again what was saved; a file that is not there changes nothing."""
        if (algorithm, file) not in self._card:
            return
        saved, had_forgotten, names = self._card[algorithm, file]
        learned = self._learned_by_others(algorithm)
        learned.update(saved)
        forgotten = tuple([each for each in self._forgotten if each != algorithm])
        kept = {key: name for key, name in self.names.items() if key[0] != algorithm}
        kept.update(names)
        self._learned = learned
        self._forgotten = forgotten + (algorithm,) if had_forgotten else forgotten
        self.names = kept

    def name(self, algorithm, id, name):
        names = dict(self.names)
        names[algorithm, id] = name
        self.names = names

    def _id_of(self, algorithm, number, known):
        if number in self._learned:
            return self._learned[number][1]
        return 0 if algorithm in self._forgotten else known

    def _learned_by_others(self, algorithm):
        return {number: of for number, of in self._learned.items() if of[0] != algorithm}
