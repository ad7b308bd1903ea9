"""Command line of the virtual board."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from pathlib import Path
from types import FrameType

from device.virtual.interpreter import Options
from device.virtual.server import Server


def main(arguments: list[str] | None = None) -> int:
    """Serve one virtual board until SIGTERM or Ctrl-C; returns the exit status."""
    options = _parser().parse_args(arguments)
    scene = _scene(options.scene)
    if isinstance(scene, str):
        sys.stderr.write(f"{scene}\n")
        return 2
    signal.signal(signal.SIGTERM, _end)
    host, port = options.listen
    try:
        server = Server(
            host,
            port,
            Options(scene=scene, seed=options.seed),
            end_with=sys.stdin.fileno() if options.end_with_stdin else None,
        )
    except OSError as error:
        sys.stderr.write(f"cannot listen on {host}:{port}: {error.strerror}\n")
        return 2
    with contextlib.suppress(KeyboardInterrupt), server:
        sys.stdout.write(f"virtual board listening on {server.host}:{server.port}\n")
        sys.stdout.flush()
        server.serve()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m device.virtual", description=__doc__)
    parser.add_argument("--listen", type=_address, default=("127.0.0.1", 2323), metavar="HOST:PORT")
    parser.add_argument("--scene", type=Path, metavar="FILE", help="what the camera sees (TOML)")
    parser.add_argument("--seed", type=int, metavar="N", help="makes random numbers repeatable")
    parser.add_argument(
        "--end-with-stdin",
        action="store_true",
        help="end when standard input is closed, so when whoever started the board is gone",
    )
    return parser


def _address(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.strip("[]") or "127.0.0.1", int(port)


def _scene(path: Path | None) -> dict[str, object] | str | None:
    """The scene, nothing, or what is wrong with the file."""
    if path is None:
        return None
    from device.exceptions import SceneError
    from device.scenes import load_scene

    try:
        return load_scene(path)
    except SceneError as error:
        return str(error)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main())
