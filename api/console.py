"""The console that results are printed on."""

import sys

from rich.console import Console

PIPED_WIDTH = 120


def console() -> Console:
    """As wide as the terminal; a set width where the output is piped."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)
