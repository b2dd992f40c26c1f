"""The bounds of what a file may ask of the machine: each with its name, its size and what to do about it."""

from dataclasses import dataclass

from graph.errors import SourceError

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limit:
    """One bound; what goes beyond it is refused, and told both the bound and the cure."""

    what: str
    """What a file is said to have when it goes beyond, with `{most}` where the bound stands."""
    most: int
    cure: str

    def refusal(self, name: str) -> SourceError:
        """The error for a file that goes beyond.

        >>> str(COLUMNS.refusal("a.csv"))
        'a.csv has a row of over 16,384 columns, which is the limit. Send only the columns its mapping names'
        """
        return SourceError(f"{name} {self.told}, which is the limit", self.cure)

    @property
    def told(self) -> str:
        """What a file has that goes beyond, with the bound in the words of a person."""
        shown = f"{self.most // MIB:,} MiB" if self.most >= MIB and self.most % MIB == 0 else f"{self.most:,}"
        return self.what.format(most=shown)


COLUMNS = Limit("has a row of over {most} columns", 16_384, "Send only the columns its mapping names")
LINE = Limit(
    "has a line of over {most}", 8 * MIB, "Ask its supplier for line breaks between rows, or check that it is a text file"
)
FIELD = Limit(
    "has a field of over {most} characters",
    1_000_000,
    "Close the quotation mark that the field opens, or send such texts as notes",
)
OBJECT = Limit("has an object or a text of over {most}", 16 * MIB, "Send a list of smaller objects, or name one with `path`")
DEPTH = Limit("nests objects over {most} deep", 64, "Send the object flatter")
NOTE = Limit("holds a note of over {most} characters", 1_000_000, "Send it in parts")
PAGES = Limit("has over {most} pages", 2_000, "Send it in parts")
MEMBERS = Limit("holds over {most} files", 10_000, "Send it in several archives")
NESTING = Limit("holds archives or messages over {most} deep", 2, "Send what is inside on its own")
UNPACKED = Limit("unpacks to over {most}", 512 * MIB, "Send it in parts, or unpacked; a large spreadsheet as CSV")
RATIO = Limit("unpacks to over {most} times its size", 200, "Send its files unpacked")
RATIO_FREE = 64 * MIB
"""An archive that unpacks to less than this may do so at any ratio."""
WORKBOOK = Limit("unpacks to over {most}", 256 * MIB, "Send its sheets as CSV, which may be of any size")
FILES = Limit("holds over {most} files", 100_000, "Send it in several folders")
MEMORY = Limit(
    "takes over {most} of memory to open",
    768 * MIB,
    "Delete cells and pages that hold nothing, or send it in parts, a table as CSV",
)
SECONDS = Limit("takes over {most} seconds of work to open", 8, "Send it in parts, or a table as CSV")
DOCUMENT = Limit("is over {most}", 128 * MIB, "Send it in parts, a table as CSV")
HEAD = Limit("has a head of mail of over {most} characters", 131_072, "Send the message's words as a .txt note")
ATTACHED = Limit("has over {most} attachments", 50, "Send the attachments on their own")
