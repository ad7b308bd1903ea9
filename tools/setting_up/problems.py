"""What can go wrong during set-up, told in one sentence.

SetupProblem
"""

import errno
from pathlib import Path

NO_NETWORK_SIGNS = (
    "name resolution",
    "Name or service not known",
    "nodename nor servname",
    "getaddrinfo",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENETUNREACH",
    "Network is unreachable",
    "Connection refused",
    "Connection reset",
    "Connection timed out",
    "ConnectTimeout",
    "ReadTimeout",
    "NewConnectionError",
    "ProxyError",
    "Could not resolve host",
    "Could not resolve proxy",
    "Temporary failure resolving",
    "No matching distribution found",
)
UNTRUSTED_SIGNS = (
    "CERTIFICATE_VERIFY_FAILED",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
)
DISK_FULL_SIGNS = ("No space left on device", "ENOSPC", "Disk quota exceeded", "EDQUOT")
READ_ONLY_SIGNS = ("Read-only file system", "EROFS")


class SetupProblem(Exception):
    """Set-up can't go on; the message is the one sentence for the person at the keyboard."""


def disk_full(folder: Path) -> SetupProblem:
    return SetupProblem(
        f"The disk is full: free about 1 GB where {folder} lies, and run make again."
    )


def not_writable(folder: Path) -> SetupProblem:
    return SetupProblem(
        f"The folder {folder} can't be written to: give yourself write access, or clone the "
        "project into a folder of your own, and run make again."
    )


def problem_from_os_error(error: OSError, folder: Path) -> SetupProblem:
    """Words an operating system error that came up while working in `folder`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return not_writable(Path(error.filename) if error.filename else folder)
    place = f" ({error.filename})" if error.filename else ""
    return SetupProblem(f"The set-up stopped: {error.strerror or error}{place}.")


def problem_from_output(what: str, output: str, folder: Path) -> SetupProblem | None:
    """Words the usual reasons why a package manager failed; None when the reason is another."""
    if any(sign in output for sign in DISK_FULL_SIGNS):
        return disk_full(folder)
    if any(sign in output for sign in READ_ONLY_SIGNS):
        return not_writable(folder)
    if any(sign in output for sign in UNTRUSTED_SIGNS):
        return SetupProblem(
            f"{what} could not be downloaded, because the network answers with a certificate that "
            "this machine does not trust: install the certificate of your school's network "
            "(or use another network for the set-up), and run make again."
        )
    if any(sign in output for sign in NO_NETWORK_SIGNS):
        return SetupProblem(
            f"{what} could not be downloaded: connect this machine to the Internet for the "
            "set-up, and run make again (afterwards it runs without)."
        )
    return None
