"""Makes ``site_pages`` importable: a folder called ``site`` cannot be, for the standard library's module."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
