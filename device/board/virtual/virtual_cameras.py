# Which camera is connected to the virtual board: the scene says it.

import virtual_scene
from virtual_huskylens import lens


def camera():
    if virtual_scene.lens() == "huskylens2":
        from virtual_huskylens2 import lens as lens_2

        return lens_2
    return lens
