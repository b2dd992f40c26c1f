"""The Java installations of this machine, and which of them runs a release."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from .release import Release, Unobtainable

# Debian and Fedora, then macOS.
INSTALLED = (("/usr/lib/jvm", "*"), ("/Library/Java/JavaVirtualMachines", "*/Contents/Home"))


def find_java(release: Release, environment: Mapping[str, str] = os.environ) -> Path:
    """The first `java` that runs this release; raises Unobtainable when there is none."""
    oldest, newest = release.java
    for java in candidates(release, environment):
        if oldest <= major_version(java) <= newest:
            return java
    raise Unobtainable(
        f"Neo4j {release.version} runs on Java {oldest} to {newest} and none was found: "
        f"install one, or set JAVA{newest}_HOME to its folder"
    )


def candidates(release: Release, environment: Mapping[str, str]) -> Iterator[Path]:
    """Every `java` worth trying: named for the version first, then the usual places."""
    oldest, newest = release.java
    names = [f"JAVA{major}_HOME" for major in range(newest, oldest - 1, -1)]
    homes = [Path(environment[name]) for name in [*names, "JAVA_HOME"] if environment.get(name)]
    for folder, pattern in INSTALLED:
        homes.extend(sorted(Path(folder).glob(pattern)))
    for home in homes:
        found = shutil.which("java", path=str(home / "bin"))
        if found:
            yield Path(found)
    on_path = shutil.which("java", path=environment.get("PATH"))
    if on_path:
        yield Path(on_path)


def major_version(java: Path) -> int:
    """What `java -version` says, as a number: 17 or 25; 0 when it can't be run."""
    try:
        said = subprocess.run([str(java), "-version"], capture_output=True, text=True, timeout=30, check=True).stderr
    except (OSError, subprocess.SubprocessError):
        return 0
    return parse_version(said)


def parse_version(said: str) -> int:
    """The major number in what Java prints.

    >>> parse_version('openjdk version "25.0.1" 2025-10-21 LTS')
    25
    >>> parse_version('java version "1.8.0_401"')
    8
    """
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found.group(1)) if found else 0
