"""A class at work while everything breaks: processes, servers, boards, disk and clock.

python -m tests.chaos --seed 1 --minutes 10     ends with a table; status 1: something is wrong

`story` tells a run from the start to the verdict. `system` is what runs, `faults` what breaks it,
`plan` when, `people` who uses it meanwhile, `invariants` what has to be true afterwards.
"""
