"""The slips that people make when they fill registers in."""

from datetime import date, timedelta
from random import Random

from benchmarks.population import AS_OF

TYPO, SWAPPED, IMPOSSIBLE, WRONG_DIGIT, BLANK, NO_KEY = 0.02, 0.015, 0.004, 0.02, 0.03, 0.006
"""How often each slip happens, a share of the values written."""


class Clerk:
    """Somebody who fills a register in, not always well; the same random numbers make the same slips."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def name(self, text: str) -> str:
        """A name, now and then with a letter left out, doubled or changed for its neighbour."""
        if len(text) < 4 or self.rng.random() >= TYPO:
            return text
        at = self.rng.randrange(1, len(text) - 1)
        kind = self.rng.randrange(3)
        if kind == 0:
            return text[:at] + text[at + 1 :]
        if kind == 1:
            return text[:at] + text[at] + text[at:]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    def day(self, day: date) -> str:
        """A date as DD/MM/YYYY, now and then with day and month swapped, impossible or left out."""
        chance = self.rng.random()
        if chance < IMPOSSIBLE:
            return f"31/02/{day.year}"
        if chance < IMPOSSIBLE + SWAPPED and day.day <= 12:
            return f"{day.month:02d}/{day.day:02d}/{day.year}"
        return self.maybe(f"{day.day:02d}/{day.month:02d}/{day.year}")

    def nhs(self, number: str | None) -> str:
        """An NHS number, now and then with a wrong digit, spaced by threes or left out."""
        if number is None or self.rng.random() < BLANK:
            return ""
        if self.rng.random() < WRONG_DIGIT:
            at = self.rng.randrange(3, 9)
            number = f"{number[:at]}{(int(number[at]) + 1) % 10}{number[at + 1 :]}"
        return f"{number[:3]} {number[3:6]} {number[6:]}" if self.rng.random() < 0.5 else number

    def maybe(self, text: str) -> str:
        """A value, now and then left out."""
        return "" if self.rng.random() < BLANK else text

    def key(self, text: str) -> str:
        """The number of a row, left out now and then: such a row can't be taken in."""
        return "" if self.rng.random() < NO_KEY else text

    def lately(self, days: int) -> date:
        """A day within so many days before the place's own."""
        return AS_OF - timedelta(days=self.rng.randrange(days))
