"""A Neo4j of one's own: started with Java from its jars, used, and gone without a trace."""

import os
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j.exceptions import AuthError

from .bolt import NoAnswer, free_port, wait_for
from .jars import jars
from .java import find_java
from .release import Release, Server, release

USER = "neo4j"
LOG_LINES = 40
# Quick to start and small, for tests: the second compiler and a parallel collector pay off later.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={page_cache}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
"""


class BootFailure(Exception):
    """Neo4j was started and didn't come up; the message ends with its last log lines."""


@dataclass(frozen=True)
class Home:
    """The folder of one server's data, settings and logs, and the Java that runs it."""

    folder: Path
    java: Path
    classpath: str
    environment: dict[str, str]


@contextmanager
def running(
    version: str,
    heap: str = "1g",
    page_cache: str = "512m",
    java_options: tuple[str, ...] = QUICK,
    boot_seconds: float = 120,
) -> Iterator[Server]:
    """A fresh, empty Neo4j of this version ("5.26" or "2026") for as long as the block lasts.

    It listens on 127.0.0.1 only and wants a password. `heap` and `page_cache` are sizes as Java
    and Neo4j write them. For measuring speed pass `java_options=()`.
    Raises Unobtainable without a Java or the jars, BootFailure when it doesn't come up.
    """
    wanted = release(version)
    java, lib = find_java(wanted), jars(wanted)
    with tempfile.TemporaryDirectory(prefix="kith-neo4j-", ignore_cleanup_errors=True) as folder:
        home = make_home(Path(folder), java, lib)
        server = Server(f"bolt://127.0.0.1:{free_port()}", USER, secrets.token_urlsafe(18), version)
        configure(home, server, page_cache, wanted.settings)
        process = start(home, wanted, (f"-Xmx{heap}", *java_options))
        try:
            await_bolt(home, server, process, boot_seconds)
            yield server
        finally:
            # Its data go with the folder, so nothing is lost by not waiting 10 s for a shutdown.
            process.kill()
            process.wait()


def make_home(folder: Path, java: Path, lib: Path) -> Home:
    """An empty home; NEO4J_* settings of the person who tests are kept out of it."""
    (folder / "conf").mkdir()
    environment = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    environment |= {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    return Home(folder, java, str(lib / "*"), environment)


def configure(home: Home, server: Server, page_cache: str, settings: tuple[str, ...]) -> None:
    """Write the settings, and the first password by Neo4j's own tool."""
    text = CONFIGURATION.format(port=server.uri.rpartition(":")[2], page_cache=page_cache)
    text += "".join(f"{setting}\n" for setting in settings)
    (home.folder / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
    admin = ["org.neo4j.cli.AdminTool", "dbms", "set-initial-password", "--", server.password]
    command = [str(home.java), *QUICK, "-cp", home.classpath, *admin]
    done = subprocess.run(command, env=home.environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise BootFailure(f"no password could be set:\n{done.stdout}{done.stderr}")


def start(home: Home, wanted: Release, options: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start the server's process; what it prints goes to a file in its home."""
    command = [str(home.java), *options, *wanted.java_options, "-cp", home.classpath]
    command += [wanted.main_class, f"--home-dir={home.folder}"]
    command += [f"--config-dir={home.folder / 'conf'}"]
    with (home.folder / "console.log").open("wb") as console:
        return subprocess.Popen(
            command,
            env=home.environment,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
        )


def await_bolt(home: Home, server: Server, process: subprocess.Popen[bytes], seconds: float) -> None:
    """Return once Bolt answers; raises BootFailure with the last log lines when it doesn't."""
    try:
        wait_for(server.uri, server.user, server.password, seconds, lambda: process.poll() is None)
    except (NoAnswer, AuthError) as error:
        raise BootFailure(f"Neo4j {server.version}: {error}\n{last_lines(home)}") from error


def last_lines(home: Home) -> str:
    """The end of what the server printed and logged."""
    logs = [home.folder / "console.log", home.folder / "logs" / "neo4j.log"]
    texts = [log.read_text("utf-8", errors="replace") for log in logs if log.exists()]
    return "\n".join("".join(texts).splitlines()[-LOG_LINES:])
