"""What is written about Kith is true of it."""

from pathlib import Path

from api.question_pages import pages
from api.vocabulary import as_markdown
from queries.catalogue import catalogue

ROOT = Path(__file__).parent.parent


def test_the_vocabulary_is_documented_as_it_is() -> None:
    written = (ROOT / "docs" / "schema.md").read_text("utf-8")
    assert written.strip() == as_markdown().strip(), "run: kith schema > docs/schema.md"


def test_every_question_has_its_page_as_it_is() -> None:
    folder = ROOT / "docs" / "questions"
    written = {path.stem: path.read_text("utf-8").strip() for path in folder.glob("*.md")}
    assert written == {title: text.strip() for title, text in pages().items()}, "run: kith questions --pages docs/questions"


def test_the_readme_shows_only_questions_there_are() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    asked = {line.split()[2] for line in text.splitlines() if line.strip().startswith("kith ask ")}
    assert asked <= {*catalogue(), "words"}
    assert "docs/questions/README.md" in text


def test_every_link_in_the_docs_leads_somewhere() -> None:
    import re

    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
