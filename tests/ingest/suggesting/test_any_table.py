"""Whatever a table holds, the draft is a mapping that takes it in, or says that it cannot."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.preview import preview
from ingest.suggesting.writing import as_yaml
from tests.ingest.suggesting.files import drafted
from tests.ingest.suggesting.test_headers import wanted

HEADERS = sorted({header.replace(",", " ") for _, header in wanted()})
VALUES = (
    "", "Ann Lee", "LEE Ann Mrs", "01/02/2015", "31/02/2015", "9992000074", "999200007", "ZX1 2AB", "07700 900101", "Y", "n/a",
    "Mother", "12 Low Street", "Mill Trust", "16+", "E05099001", "Mon 9-5", "£3", "hello there my friend", "é😀", "'; drop", "-", "{x}", "a: b",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_draft_of_any_table_is_a_mapping_that_its_rows_go_through(tmp_path: Path, data: st.DataObject) -> None:
    headers = data.draw(
        st.lists(
            st.sampled_from(HEADERS) | st.text("abcXYZ #?", min_size=1, max_size=8), min_size=2, max_size=9, unique_by=str.strip
        )
    )
    headers = [header.strip() or "x" for header in headers]
    rows = data.draw(
        st.lists(st.lists(st.sampled_from(VALUES), min_size=len(headers), max_size=len(headers)), min_size=2, max_size=6)
    )
    lines = [",".join(headers), *(",".join(row) for row in rows)]
    try:
        draft = drafted(tmp_path, *lines)
    except Exception as refused:
        assert type(refused).__name__ == "SourceError", refused
        return
    assert "# Drafted from" in as_yaml(draft, "list.csv")
    found = preview(tmp_path / "list.csv", draft.mapping())
    assert found.read == sum(found.verdicts.values())
