"""Counts what the checks of translations find, and how often they cry for nothing.

    python -m bench.translation_checks

Needs no running site: the texts are those of content/ and of tests/translations.
"""

import os
from collections import Counter

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
django.setup()

from tests.translations.measuring import (  # noqa: E402
    alarms,
    damages_found,
    missed_faults,
    seeded_faults,
)


def main():
    seeds, missed = seeded_faults(), missed_faults()
    print(f"Seeded faults found: {len(seeds) - len(missed)} of {len(seeds)}")
    for fault in missed:
        print(f"    missed: {fault}")
    checked, alarmed = alarms()
    share = len(alarmed) / checked
    print(f"Texts with an alarm: {len(alarmed)} of {checked} ({share:.2%})")
    codes = Counter(fault.code for _unit, faults in alarmed for fault in faults)
    for code, count in codes.most_common():
        print(f"    {count} × {code}")
    damages = damages_found()
    found, all_damages = map(sum, zip(*damages.values(), strict=True))
    print(
        f"Damages by rule found: {found} of {all_damages} ({found / all_damages:.1%})"
    )
    for kind, counts in damages.items():
        print("    {} of {} {}".format(*counts, kind.replace("_", " ")))


main()
