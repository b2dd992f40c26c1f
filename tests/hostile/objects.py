"""JSON that overflows stacks, hides values or holds what no text or number can be."""

from pathlib import Path

from tests.hostile.case import case


@case("deep.json", "a list nested a million deep", "json", "nests objects over 64 deep")
def deep(path: Path, large: bool) -> None:
    """Closed again, so that it is good JSON."""
    path.write_bytes(b"[" * 1_000_000 + b"]" * 1_000_000)


@case("deep_object.jsonl", "an object nested 100,000 deep in JSON lines", "jsonl", "nested_too_deep: 1")
def deep_object(path: Path, large: bool) -> None:
    """Between two good ones."""
    path.write_bytes(b'{"a": 1}\n' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b'\n{"a": 2}\n')


@case("endless.json", "brackets that nobody closes, 200 MB", "json", "nests objects over 64 deep", large=True)
def endless(path: Path, large: bool) -> None:
    """Only opening ones."""
    path.write_bytes(b"[" * (200_000_000 if large else 20_000_000))


@case("twice.json", "an object with the same name twice", "json", "repeated_name: 1")
def twice(path: Path, large: bool) -> None:
    """Which of them is meant depends on who reads it."""
    path.write_text('[{"ref": 1, "restricted": true, "restricted": false}, {"ref": 2}]', "utf-8")


@case("two_lists.json", "the list itself given twice", "json", "twice")
def two_lists(path: Path, large: bool) -> None:
    """At the path of the mapping (the top level, here)."""
    path.write_text('[{"a": {"b": 1, "b": 2}}]\n', "utf-8")


@case("numbers.json", "numbers of 5,000 digits, 1e999, Infinity", "json", "number_too_large: 4")
def numbers(path: Path, large: bool) -> None:
    """None of them fits into 64 bits."""
    many = "9" * 5000
    path.write_text(f'[{{"a": {many}}}, {{"a": 1e999}}, {{"a": Infinity}}, {{"a": 9223372036854775808}}, {{"a": 7}}]', "utf-8")


@case("surrogate.json", "half of a surrogate pair", "json", "half_a_letter: 2")
def surrogate(path: Path, large: bool) -> None:
    """In a value and in a name."""
    path.write_text('[{"a": "\\ud800"}, {"\\udc00": 1}, {"a": "\\ud83d\\ude00"}]', "ascii")


@case("nul.json", "a NUL in a text", "json", "nul_byte: 1")
def nul(path: Path, large: bool) -> None:
    """Written by its number."""
    path.write_text('[{"a": "x\\u0000y"}, {"a": "z"}]', "ascii")


@case("giant_text.json", "one text of 1 GB", "json", "has an object or a text of over 16 MiB", large=True)
def giant_text(path: Path, large: bool) -> None:
    """In a list of one object."""
    with path.open("wb") as out:
        out.write(b'[{"a": "')
        for _ in range(1024 if large else 64):
            out.write(b"a" * (1 << 20))
        out.write(b'"}]')


@case("giant_number.json", "one number of 100 MB", "json", "has an object or a text of over 16 MiB")
def giant_number(path: Path, large: bool) -> None:
    """Digits without end."""
    path.write_bytes(b'[{"a": ' + b"9" * 100_000_000 + b"}]")


@case("slashes.json", "a text of 30 million backslashes", "json", "has an object or a text of over 16 MiB|is no JSON")
def slashes(path: Path, large: bool) -> None:
    """Each of them could hide the closing mark."""
    path.write_bytes(b'[{"a": "' + b"\\" * 30_000_000 + b'"}]')


@case("cut.json", "a document cut off in the middle", "json", "is no JSON .it is cut off")
def cut(path: Path, large: bool) -> None:
    """No row of it is taken."""
    path.write_text('[{"a": 1}, {"a": 2}, {"a": ', "utf-8")


@case("keys.json", "an object of a million names", "json", "^rows: 1$")
def keys(path: Path, large: bool) -> None:
    """Ten megabytes in one object, under the limit."""
    path.write_text("[{" + ", ".join(f'"k{n}": 1' for n in range(1_000_000)) + "}]", "ascii")


@case("python.json", "what Python prints in place of JSON", "json", "is no JSON|not_an_object")
def python(path: Path, large: bool) -> None:
    """Single quotation marks."""
    path.write_text("[{'a': None, 'b': True}]", "ascii")
