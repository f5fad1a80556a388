# SPDX-License-Identifier: GPL-3.0-or-later
"""How tests that list faults say their outcome."""


def name_of(function):
    """The name of a test, of the function that lists its faults."""
    return function.__name__.replace('_', '-')


def run(tests):
    """Prints each test, a name and its faults, as TAP. Faults are listed only now; LookupError, raised then, skips a test."""
    tests = list(tests)
    print(f'1..{len(tests)}')
    for number, (name, listed) in enumerate(tests, 1):
        try:
            faults = list(listed)
        except LookupError as missing:
            print(f'ok {number} {name} # SKIP {missing}')
            continue
        for fault in faults:
            print(f'# {fault}')
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
