"""Jars are kept whole or not at all, and a machine without the means says what it lacks."""

import os
from pathlib import Path

import pytest

from .choice import go_without
from .jars import jars, keep
from .java import find_java
from .release import RELEASES, Release, Unobtainable

RELEASE = RELEASES["5.26"]
WORKS = "mkdir lib && touch lib/neo4j.jar"
BREAKS_OFF = "mkdir lib && touch lib/half.jar && echo no network >&2 && exit 1"


def machine(folder: Path, maven: str) -> dict[str, str]:
    """An environment whose `mvn` runs this shell text, with a cache of its own."""
    program = folder / "bin" / "mvn"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{maven}\n", encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "XDG_CACHE_HOME": str(folder / "cache")}


def test_a_download_is_kept_and_not_repeated(tmp_path: Path) -> None:
    environment = machine(tmp_path, WORKS)
    first = jars(RELEASE, environment)
    (tmp_path / "bin" / "mvn").unlink()
    assert jars(RELEASE, environment) == first
    assert [found.name for found in first.iterdir()] == ["neo4j.jar"]


def test_a_broken_download_leaves_nothing(tmp_path: Path) -> None:
    environment = machine(tmp_path, BREAKS_OFF)
    with pytest.raises(Unobtainable, match="no network"):
        jars(RELEASE, environment)
    assert list((tmp_path / "cache" / "kith").iterdir()) == []


def test_the_second_of_two_downloads_gives_way(tmp_path: Path) -> None:
    first, second, kept = (tmp_path / name for name in ("first", "second", "kept"))
    for folder in (first, second):
        folder.mkdir()
        (folder / f"{folder.name}.jar").touch()
    keep(first, kept)
    keep(second, kept)
    assert [found.name for found in kept.iterdir()] == ["first.jar"]


def test_no_maven_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unobtainable, match="install it, as `mvn`"):
        jars(RELEASE, {"PATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")})


def test_no_java_is_said() -> None:
    unborn = Release("9999.1", "org.neo4j.Main", (998, 999))
    with pytest.raises(Unobtainable, match="JAVA999_HOME"):
        find_java(unborn)


def test_going_without_is_a_failure_only_under_ci() -> None:
    with pytest.raises(pytest.skip.Exception, match="Java and Maven"):
        go_without("5.26", "no Maven", {})
    with pytest.raises(pytest.fail.Exception, match="Java and Maven"):
        go_without("5.26", "no Maven", {"CI": "true"})
