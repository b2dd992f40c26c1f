"""Settings are made anew only where what they are read from has changed, and then at once."""

from pathlib import Path

import pytest

from graph.settings import settings_now


def test_a_change_of_the_environment_or_of_the_file_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KITH_RULES", raising=False)
    assert settings_now().rules is None
    assert settings_now() is settings_now()
    monkeypatch.setenv("KITH_RULES", "here")
    assert settings_now().rules == Path("here")
    monkeypatch.delenv("KITH_RULES")
    (tmp_path / ".env").write_text("KITH_RULES=there\n", "utf-8")
    assert settings_now().rules == Path("there")
