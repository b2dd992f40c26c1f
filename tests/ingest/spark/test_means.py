"""What `--spark` needs and lacks is one message, before anything starts."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import KithError
from graph.lease import Held
from graph.store import Store
from ingest.joining import Joining
from ingest.run import SourceRun
from ingest.spark import carrying
from ingest.spark.java import require_java
from ingest.spark.run import SparkRun
from ingest.spark.session import session
from tests.ingest.village import ROLL_ROWS, write
from tests.servers.release import Server
from tests.test_cli import kith

if TYPE_CHECKING:
    from pyspark import SparkContext


def test_the_embedded_store_is_refused_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path / "village")
    done = kith("ingest", str(tmp_path / "village"), "--spark", "local[2]", store=tmp_path / "store")
    assert (done.returncode, done.stdout) == (1, "")
    assert "the embedded store is written by one process alone, and Spark's workers are many. Name a Neo4j" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_pyspark_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with (
        pytest.raises(KithError, match=r"needs pyspark, which is not installed. Run: pip install 'kith\[spark\]'"),
        session("local"),
    ):
        pass


def test_a_missing_or_old_java_is_told(tmp_path: Path) -> None:
    with pytest.raises(KithError, match=r"Spark needs Java and there is none on the path. Install Java 17 or later"):
        require_java({"PATH": str(tmp_path)})
    with pytest.raises(KithError, match=r"Spark needs Java and there is none in JAVA_HOME"):
        require_java({"PATH": os.environ["PATH"], "JAVA_HOME": str(tmp_path)})
    (tmp_path / "java").write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", "utf-8")
    (tmp_path / "java").chmod(0o755)
    with pytest.raises(KithError, match=r"Spark needs Java 17 or later and .*java is openjdk version .11.0.2"):
        require_java({"PATH": str(tmp_path)})


def _name(number: int) -> str:
    """A name that few others sound like."""
    letters = sha256(str(number).encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))
    return f"{letters[:6].title()} {letters[6:14].title()}"


@pytest.mark.neo4j
@pytest.mark.spark
@pytest.mark.usefixtures("java")
def test_the_command_takes_a_place_in_and_tells_a_wrong_master(neo4j_526: Server, server: object, tmp_path: Path) -> None:
    write(tmp_path / "village")
    given = {"KITH_NEO4J_USER": neo4j_526.user, "KITH_NEO4J_PASSWORD": neo4j_526.password}
    wrong = kith("ingest", str(tmp_path / "village"), "--spark", "lokal[2]", store=neo4j_526.uri, **given)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "kith: Spark does not start on lokal[2]" in wrong.stderr
    assert "Traceback" not in wrong.stderr
    rows = [
        *ROLL_ROWS,
        *(
            f"{n},{_name(n)},{n % 28 + 1:02}/{n % 12 + 1:02}/{1960 + n % 60},{n} Mill Lane,ZX1 1AA,{_name(-n)},C Dodd"
            for n in range(10, 1_600)
        ),
    ]
    write(tmp_path / "village", rows)
    done = kith("ingest", str(tmp_path / "village"), "--spark", "local[2]", "--json", store=neo4j_526.uri, **given)
    assert done.returncode == 0, done.stderr
    assert '"accepted": 1598' in done.stdout
    assert "Lee" not in done.stderr


@pytest.mark.neo4j
@pytest.mark.spark
@pytest.mark.usefixtures("java")
def test_only_what_is_large_goes_to_spark(
    context: SparkContext, server: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "session", lambda master: nullcontext(context))
    place = write(tmp_path)
    runs = [SourceRun(server, place, supply, Held(), Joining(server, set()), False) for supply in place.supplies]
    with carrying.carried_by("local[2]", server) as carrier:
        assert [type(carrier(run)) for run in runs] == [SourceRun, SourceRun]
        (tmp_path / "roll.csv").write_text("\n".join([*ROLL_ROWS, "," * 70_000]), "utf-8")
        assert [type(carrier(run)) for run in runs] == [SparkRun, SourceRun]
