"""The words of the raw REPL."""

RAW_ON, INTERRUPT, END = b"\x01", b"\x03", b"\x04"
RAW_PASTE = b"\x05A\x01"
MORE = b"\x01"  # while pasting: one window more
BANNER = b"raw REPL; CTRL-B to exit\r\n>"
REBOOT = b"MPY: soft reboot"
