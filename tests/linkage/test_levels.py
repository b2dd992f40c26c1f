"""Every level means the same in SQL and in Python, on thousands of pairs of flawed records."""

from itertools import combinations
from random import Random

import duckdb
import pytest

from benchmarks.linkage.crowd import rows_of
from linkage.levels import level
from linkage.settings import settings_of
from linkage.table import arrow_table


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_sql_and_python_meet_the_same_level(kind: str) -> None:
    settings = settings_of(kind)
    rows = list(rows_of(400, seed=3))
    if kind == "organisation":
        rows = [{"name": f"The {row['surname']} {row['address']} Trust", **row, "charity_number": row["nhs"]} for row in rows]
    else:
        rows = [{**row, "number": row["nhs"], "upn": row["phone"], "email": f"{row['surname']}@b.example"} for row in rows]
    records = [settings.shape.prepare(row) for row in rows]
    settings.shape.complete(records)
    connection = duckdb.connect()
    connection.register("r", arrow_table(rows, settings))
    pairs = Random(5).sample(list(combinations(range(len(records)), 2)), 3000)
    pairs += [(a, b) for a, b in combinations(range(len(records)), 2) if rows[a].get("cluster") == rows[b].get("cluster")]
    connection.execute("create table p (a int, b int)")
    connection.executemany("insert into p values (?, ?)", pairs)
    columns = (*settings.shape.texts, *settings.shape.lists)
    both = ", ".join(f"{side}.{c} as {c}_{end}" for c in columns for side, end in (("x", "l"), ("y", "r")))
    texts = {text for one in settings.comparisons for text in (*one.levels, *([one.unless] if one.unless else []))}
    for text in sorted(texts):
        test = level(text)
        sql = f"select coalesce({test.sql('duckdb')}, false) as met from (select {both}, p.a, p.b from p join r x on x.unique_id = p.a join r y on y.unique_id = p.b) order by a, b"
        met = [row[0] for row in connection.execute(sql).fetchall()]
        expected = [test.holds(records[a], records[b]) for a, b in sorted(pairs)]
        assert met == expected, text
