# What programs have asked M5 to do, call by call, for tests of the board adapter.

KEPT = 200

calls = []


def remember(*call):
    calls.append(call)
    if len(calls) > KEPT:
        calls.pop(0)
