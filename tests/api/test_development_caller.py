"""The development caller is for this machine alone."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.caller import CallerError, check_host
from graph.settings import Settings
from tests.api.serving import Counted

NEAR, FAR = ("127.0.0.1", 50000), ("192.0.2.7", 50000)
HERE = "http://localhost:8000"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_this_machine_may_be_served(host: str) -> None:
    """Loopback of either kind."""
    check_host(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "kith.example", ""])
def test_no_other_may_be(host: str) -> None:
    """The message says what to do."""
    with pytest.raises(CallerError, match=r"--host 127\.0\.0\.1"):
        check_host(host)


@pytest.mark.parametrize(
    ("client", "base_url", "headers", "why"),
    [
        (FAR, HERE, {}, "another machine"),
        (("testclient", 1), HERE, {}, "another machine"),
        (NEAR, HERE, {"X-Forwarded-For": "127.0.0.1"}, "a proxy"),
        (NEAR, HERE, {"Forwarded": "for=192.0.2.7"}, "a proxy"),
        (NEAR, "http://rebound.example:8000", {}, "another host"),
    ],
)
@pytest.mark.parametrize("path", ["/graphql", "/health", "/explorer/explorer.js"])
def test_requests_from_elsewhere_are_refused(
    harrowdale: Counted, client: tuple[str, int], base_url: str, headers: dict[str, str], why: str, path: str
) -> None:
    """403 with the cure, on every path, before anything is read."""
    with TestClient(create_app(Settings(_env_file=None), harrowdale), base_url=base_url, client=client, headers=headers) as asked:
        seen = len(harrowdale.texts)
        response = asked.get(path)
    assert response.status_code == 403
    assert why in response.json()["error"]
    assert "--host 127.0.0.1" in response.json()["cure"]
    assert len(harrowdale.texts) == seen


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_requests_from_here_pass(harrowdale: Counted, host: str) -> None:
    """Both families of addresses, and the one written as the other."""
    with TestClient(create_app(Settings(_env_file=None), harrowdale), base_url=HERE, client=(host, 1)) as asked:
        assert asked.get("/health").status_code == 200
