"""Tables written as text: titles above, totals below, quotation marks astray, any encoding."""

from pathlib import Path

import pytest

from graph.errors import SourceError
from tests.ingest.readers.reading import codes, rows, values

TITLE = "Open cases\nRun on:,1 May 2026\n\n"
TABLE = "Ref,Name,Born,Town\n" + "".join(f"{n},Ann {n},2015-02-{n:02},Millbrook\n" for n in range(10, 20))


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file of this text."""
    path = folder / "a.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_titles_above_and_totals_below_are_no_rows(tmp_path: Path) -> None:
    found = rows(written(tmp_path, TITLE + TABLE + "Total,,,10\n\n*** End of report ***\n"))
    assert [row.values["Ref"] for row in found[:10]] == [str(n) for n in range(10, 20)]
    assert found[0].line == 5
    assert codes(found[10:]) == [["not_a_record"], ["not_a_record"]]
    assert [problem.value for row in found[10:] for problem in row.problems] == ["Total,,,10", "*** End of report ***"]


def test_a_mapping_that_names_the_header_row_is_believed(tmp_path: Path) -> None:
    assert len(rows(written(tmp_path, TITLE + TABLE), header_row=4)) == 10
    with pytest.raises(SourceError, match="has no row 99"):
        rows(written(tmp_path, TITLE + TABLE), header_row=99)


def test_the_columns_a_mapping_reads_tell_the_header_from_a_row_like_it(tmp_path: Path) -> None:
    text = "Team,Lead,Site,Note\nNorth,Cy,Mill,x\n\nRef,Name,Born,Town\n7,Ann,2015-02-01,Millbrook\n"
    assert set(rows(written(tmp_path, text))[0].values) == {"Team", "Lead", "Site", "Note"}
    assert values(written(tmp_path, text), columns=["Ref", "Name"]) == [("7", "Ann", "2015-02-01", "Millbrook")]


@pytest.mark.parametrize("last", ["Totally Local CIC,x,2015-02-20,Millbrook", "20,Total,2015-02-20,Millbrook", "21,,,"])
def test_a_last_row_that_is_one_stays_one(tmp_path: Path, last: str) -> None:
    assert codes(rows(written(tmp_path, TABLE + last + "\n")))[-1] == []


def test_a_header_that_comes_again_is_no_row(tmp_path: Path) -> None:
    found = rows(written(tmp_path, TABLE + TABLE))
    assert [row.line for row in found if row.problems] == [12]
    assert codes(found)[10] == ["not_a_record"]


def test_columns_of_one_name_are_told_apart_and_none_is_lost(tmp_path: Path) -> None:
    text = "Name,Phone,Phone,\n" + "Ann,1,2,x\n" * 3
    assert dict(rows(written(tmp_path, text))[0].values) == {"Name": "Ann", "Phone": "1", "Phone (2)": "2", "column 4": "x"}


def test_rows_that_end_in_a_delimiter_more_than_their_header(tmp_path: Path) -> None:
    found = rows(written(tmp_path, "Ref,Name\n" + "7,Ann,\n" * 5))
    assert codes(found) == [[]] * 5
    assert dict(found[0].values) == {"Ref": "7", "Name": "Ann"}


def test_a_mark_that_nobody_closes_loses_its_own_row_alone(tmp_path: Path) -> None:
    text = TABLE.replace("13,Ann 13", '13,"Ann 13').replace("17,Ann 17", '17,"Ann\n17"')
    found = rows(written(tmp_path, text))
    assert [row.line for row in found] == [2, 3, 4, 5, 6, 7, 8, 9, 11, 12]
    assert codes(found)[3] == ["unclosed_quote"]
    assert found[7].values["Name"] == "Ann\n17"


def test_a_mark_that_only_a_far_row_closes_swallows_nothing(tmp_path: Path) -> None:
    many = "".join(f"{n},Ann,Millbrook\n" for n in range(100))
    found = rows(written(tmp_path, f'Ref,Name,Town\n7,Ben,"Eastgate\n{many}8,Cy,Mill"\n'))
    assert len(found) == 102
    assert sum(map(len, codes(found))) <= 2
    assert codes(found)[0] == ["unclosed_quote"]


def test_a_long_text_in_quotation_marks_is_one_field(tmp_path: Path) -> None:
    text = "\n".join(f"Line {n}, of a long visit, as told." for n in range(60))
    found = values(written(tmp_path, f'Ref,Note,Town\n7,"{text}",Mill\n8,x,Mill\n'))
    assert found == [("7", text, "Mill"), ("8", "x", "Mill")]


def test_a_mark_within_a_field_is_part_of_it(tmp_path: Path) -> None:
    assert values(written(tmp_path, 'Ref,Note\n7,12" pipe\n8,"a ""b"""\n')) == [("7", '12" pipe'), ("8", 'a "b"')]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        *(("utf-16-le", "Zoë"), ("utf-16-be", "Zoë"), ("utf-32", "Zoë"), ("mac_roman", "Zoë’s"), ("cp850", "Zoë")),
        *(("cp1250", "Małgorzata"), ("cp1251", "Ольга"), ("cp932", "山田太郎"), ("gb18030", "张伟")),
    ],
)
def test_any_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    text = "Ref,Name,Note\n" + "".join(f"{n},{name},{name} {name}\n" for n in range(40))
    assert values(written(tmp_path, text, encoding))[0] == ("0", name, f"{name} {name}")


def test_an_encoding_that_the_mapping_says_is_believed_or_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "Ref,Name\n7,Ayşe Yılmaz\n", "cp1254")
    assert values(path, encoding="cp1254") == [("7", "Ayşe Yılmaz")]
    with pytest.raises(SourceError, match="is not in utf-8"):
        rows(path, encoding="utf-8")
    with pytest.raises(SourceError, match="which there is none of"):
        rows(path, encoding="utf-nine")


def test_delimiters_within_fields_mislead_nobody(tmp_path: Path) -> None:
    text = "Name;Fee;Days\n" + '"Hartley, K";2,50;Mon, Tue, Wed\n' * 5
    assert values(written(tmp_path, text))[0] == ("Hartley, K", "2,50", "Mon, Tue, Wed")
    hinted = written(tmp_path, "sep=|\nName|Fee\nAnn|2\n")
    assert [(row.line, row.values["Fee"]) for row in rows(hinted)] == [(3, "2")]


def test_a_table_that_mostly_does_not_fit_its_header_is_refused(tmp_path: Path) -> None:
    text = "Ref,Name\n" + "7,Ann,x,y\n8\n" * 30
    with pytest.raises(SourceError, match=r"do not fit its header: 60 of the first 60.*delimiter"):
        rows(written(tmp_path, text), header_row=1)


def test_memory_is_flat_however_long_the_file(tmp_path: Path) -> None:
    """Ten times the rows take the memory of one block more at the most."""
    import tracemalloc

    peaks = []
    for times in (20_000, 200_000):
        path = written(tmp_path, "Ref,Name,Town\n" + "7,Ann,Millbrook\n" * times)
        tracemalloc.start()
        from ingest.readers import READERS, Reading

        assert sum(1 for _ in READERS["csv"](path, Reading(format="csv"))) == times
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 8 * 2**20
