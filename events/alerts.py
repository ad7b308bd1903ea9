"""What the teacher has to know: said by whoever finds it out, heard by whoever keeps it.

The rooms that find something out do not know who shows it (the room `operations`); these signals
are sent inside their transactions, so an alert stands if and only if what it tells of does.
"""

from typing import Any

from django.dispatch import Signal

# Sent with `code`, `subject`, `classroom_id` and `arguments`.
alert_raised = Signal()
# Sent with `code` and `subject`.
alert_cleared = Signal()


def raise_alert(code: str, subject: str, classroom_id: int | None = None, **arguments: Any) -> None:
    """Tell the teacher of trouble; told again it counts, and stays one alert.

    Args:
        code: the kind of trouble; its words are in `operations.words`.
        subject: what it is about (a board's name, a receipt): one open alert for each.
        classroom_id: whose desk shows it; None for all.
        arguments: JSON-able values for its words.
    """
    alert_raised.send(
        sender=None, code=code, subject=subject, classroom_id=classroom_id, arguments=arguments
    )


def clear_alert(code: str, subject: str) -> None:
    """The trouble is over by itself."""
    alert_cleared.send(sender=None, code=code, subject=subject)
