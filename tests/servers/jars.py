"""The jars of a Neo4j release, downloaded once by Maven and kept in the user's cache."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .release import Release, Unobtainable

POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kith</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId>
      <version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j</groupId><artifactId>neo4j</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
DOWNLOAD_SECONDS = 900


def jars(release: Release, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder with this release's jars (about 150 MB), downloaded when it isn't there yet.

    Raises Unobtainable when there is no Maven, or when it can't download.
    """
    kept = cache_folder(environment) / f"neo4j-{release.version}"
    if not kept.is_dir():
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Beside its final place, so that the rename is on one disk and thus all or nothing.
        with tempfile.TemporaryDirectory(prefix="download-", dir=kept.parent) as folder:
            keep(download(release, Path(folder), environment), kept)
    return kept


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where Kith keeps what it can download again."""
    base = environment.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "kith"


def download(release: Release, folder: Path, environment: Mapping[str, str]) -> Path:
    """Ask Maven for the jars; returns the folder that has them all."""
    maven = shutil.which("mvn", path=environment.get("PATH"))
    if maven is None:
        raise Unobtainable(f"Maven downloads Neo4j {release.version}: install it, as `mvn`")
    (folder / "pom.xml").write_text(POM.format(version=release.version), encoding="utf-8")
    command = [maven, "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=DOWNLOAD_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unobtainable(f"Maven took over {DOWNLOAD_SECONDS} s to download Neo4j {release.version}") from None
    if done.returncode != 0:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise Unobtainable(f"Maven couldn't download Neo4j {release.version}:\n{said}")
    return folder / "lib"


def keep(downloaded: Path, kept: Path) -> None:
    """Move a whole download into place; another process that was first is as good."""
    try:
        downloaded.rename(kept)
    except OSError:
        if not kept.is_dir():
            raise
