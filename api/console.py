"""The console that results are printed on."""

import sys

from rich.console import Console
from rich.text import Text

PIPED_WIDTH = 120


def console() -> Console:
    """As wide as the terminal; a set width where the output is piped."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)


def as_written(text: object) -> Text:
    """A text out of a file as it can be shown: its brackets are no markup, and its control characters do nothing.

    >>> as_written("[red]a\\x1b[2J").plain
    '[red]a\\\\x1b[2J'
    """
    return Text("".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in str(text)))
