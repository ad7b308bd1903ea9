"""The virtual board: a peer that speaks MicroPython's raw REPL on a TCP port.

    python -m device.virtual --help

docs/virtual-board.md tells what it does and which module owns what. The hardware that programs find
on it is `device/board/virtual`.
"""
