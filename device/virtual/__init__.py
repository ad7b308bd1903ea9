"""The virtual board: a peer that speaks MicroPython's raw REPL on a TCP port.

    python -m device.virtual [--listen HOST:PORT] [--scene FILE] [--seed N]

`server` owns the sockets, `repl` the conversation, `interpreter` the process in which programs
run, `inside` what happens in that process. The hardware that programs find there is
`device/board/virtual`.
"""
