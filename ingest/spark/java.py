"""The Java that Spark runs on."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping

from graph.errors import KithError

OLDEST = 17
"""What Spark 4 asks for."""
CURE = f"Install Java {OLDEST} or later and set JAVA_HOME to its folder, or leave --spark out"


def require_java(environment: Mapping[str, str] = os.environ) -> None:
    """Pass where the Java that Spark will take is there and new enough.

    Raises KithError that says what is missing and what to do.
    """
    home = environment.get("JAVA_HOME")
    path = os.path.join(home, "bin") if home else environment.get("PATH", "")  # noqa: PTH118  a search path
    java = shutil.which("java", path=path)
    if java is None:
        raise KithError("Spark needs Java and there is none " + (f"in JAVA_HOME ({home})" if home else "on the path"), CURE)
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except (OSError, subprocess.TimeoutExpired) as broken:
        raise KithError(f"{java} cannot be run", CURE) from broken
    if major(told) < OLDEST:
        raise KithError(f"Spark needs Java {OLDEST} or later and {java} is {told.splitlines()[0] if told else 'none'}", CURE)


def major(told: str) -> int:
    """The version that `java -version` tells; 0 where it tells none.

    >>> major('openjdk version "17.0.15" 2025-04-15'), major('java version "1.8.0_401"'), major("")
    (17, 8, 0)
    """
    found = re.search(r'version "(?:1\.)?(\d+)', told)
    return int(found[1]) if found else 0
