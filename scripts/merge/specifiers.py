"""Which versions do specifier sets admit, by `packaging`? Reads and writes JSON: [[specifiers, version], …] → [bool, …]."""

import json
import sys

from pip._vendor.packaging.specifiers import SpecifierSet

pairs = json.load(sys.stdin)
json.dump([SpecifierSet(text).contains(version, prereleases=True) for text, version in pairs], sys.stdout)
