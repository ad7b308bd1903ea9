#!/bin/sh
# Runs a script with the first Python 3.11 or newer of this machine:
#     with_python.sh SCRIPT [ARGUMENT ...]
# PYTHON names the interpreter to take instead. Says one sentence when there is none.

too_old=''
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    # An old Python answers with its version, a broken one (or a launcher for a missing one) with nothing.
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$candidate" "$@"
    fi
    too_old="${too_old:-$version}"
done

how='install it (on Debian or Ubuntu: sudo apt-get install python3 python3-venv) and run make again.'
if [ -n "$too_old" ]; then
    echo "HuskyLens Missions needs Python 3.11 or newer, and this machine has Python $too_old: $how" >&2
else
    echo "HuskyLens Missions needs Python 3.11 or newer, and this machine has none: $how" >&2
fi
exit 1
