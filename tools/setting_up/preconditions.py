"""What is checked before anything slow: the folder, the disk and the port."""

import importlib.util
import shutil
import tempfile
from pathlib import Path
from types import ModuleType

from .places import ROOT, data_folder
from .problems import SetupProblem, disk_full, problem_from_os_error

ROOM_NEEDED_BYTES = 800 * 1024 * 1024
"""What a first set-up takes at most: Python and JavaScript packages, and Node if missing."""


def check_folders() -> None:
    """Raises SetupProblem when the project's folder or its data can't be written to."""
    for folder in (ROOT, data_folder()):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"x" * 4096)
        except OSError as error:
            error.filename = str(folder)
            raise problem_from_os_error(error, folder) from error


def check_room_on_disk(folder: Path = ROOT) -> None:
    """Raises SetupProblem when a first set-up would fill the disk."""
    if shutil.disk_usage(folder).free < ROOM_NEEDED_BYTES:
        raise disk_full(folder)


def check_address(host: str, port: str) -> int:
    """Returns the port as a number, or raises SetupProblem when nothing can listen there."""
    address = _address_module()
    try:
        number: int = address.port_number(port)
        address.check_free(host, number)
    except address.AddressProblem as problem:
        raise SetupProblem(str(problem)) from problem
    return number


def _address_module() -> ModuleType:
    """The server's own module for addresses, loaded from its file.

    Its package can't be imported yet: Django and Celery may not be installed.
    """
    path = ROOT / "huskylens" / "embedded" / "address.py"
    spec = importlib.util.spec_from_file_location("address", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
