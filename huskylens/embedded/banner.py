"""What the embedded system prints when it is ready: addresses, and a QR code for the tablets."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import segno

from . import address

WHITE_ON_BLACK = "\x1b[97;40m"
PLAIN = "\x1b[0m"


@dataclass(frozen=True)
class Addresses:
    """The three doors of the system, as URLs that a browser opens."""

    students: str
    teacher: str
    beamers: tuple[tuple[str, str], ...]
    """Class room name and address of its beamer page."""


def base_url(host: str, port: int) -> str:
    """The URL by which people reach a server that listens at host and port.

    For a server that listens everywhere this is the machine's address in the classroom network.
    """
    if address.is_everywhere(host):
        found = address.network_addresses()
        host = found[0] if found else "127.0.0.1"
    shown_port = "" if port == 80 else f":{port}"
    return f"http://{address.in_url(host)}{shown_port}"


def addresses(base: str, beamers: Sequence[tuple[str, str]]) -> Addresses:
    """Puts the addresses together; `beamers` are pairs of class room name and path."""
    return Addresses(
        students=f"{base}/",
        teacher=f"{base}/admin/",
        beamers=tuple((name, f"{base}{path}") for name, path in beamers),
    )


def qr_code(url: str, *, colours: bool) -> str:
    """A QR code drawn with half blocks: two rows of it in one line of the terminal.

    The blocks are the light modules. With `colours`, each line fixes white on black: on a light
    terminal the code would be a negative, which not every camera reads.
    """
    drawing = io.StringIO()
    segno.make(url, micro=False, error="m").terminal(drawing, border=2, compact=True)
    lines = drawing.getvalue().rstrip("\n").split("\n")
    if colours:
        lines = [f"{WHITE_ON_BLACK}{line}{PLAIN}" for line in lines]
    return "\n".join(f"  {line}" for line in lines)


def banner(found: Addresses, *, board: str, others_reach_it: bool, colours: bool) -> str:
    """The lines that are printed when everything answers."""
    lines = ["", "HuskyLens Missions is ready.", ""]
    lines.append(f"  Students  {found.students}")
    lines.append(f"  Teacher   {found.teacher}")
    for name, url in found.beamers:
        whose = f"  ({name})" if len(found.beamers) > 1 else ""
        lines.append(f"  Beamer    {url}{whose}")
    lines.append(f"  Board     {board}")
    lines.append("")
    lines += [qr_code(found.students, colours=colours), ""]
    if not others_reach_it:
        lines.append("Only this machine reaches it; for the classroom: make run HOST=0.0.0.0")
    lines.append("Ctrl-C stops it.")
    return "\n".join(lines)
