"""Cells written for a spreadsheet to open, so that none of them is run as a formula.

Excel, LibreOffice and Google Sheets run a cell of a CSV that begins with one of a few signs (OWASP, "CSV
Injection"). An apostrophe before it keeps it a text; read back, the apostrophe is taken off again.
"""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, the full-width signs of East Asian keyboards among them."""


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs.

    >>> defused("=cmd|' /C calc'!A0"), defused("Ann"), defused("'=1")
    ("'=cmd|' /C calc'!A0", 'Ann', "''=1")
    """
    return f"'{cell}" if cell.lstrip("'").startswith(STARTS) else cell


def as_was(cell: str) -> str:
    """A cell as it was before it was defused.

    >>> all(as_was(defused(cell)) == cell for cell in ("=1+1", "'=1", "''-2", "'tis", "+44 161 496 0000", ""))
    True
    """
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(STARTS) else cell
