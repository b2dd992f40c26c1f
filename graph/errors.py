"""Errors a person can act on: what went wrong, where, and the cure."""


class KithError(Exception):
    """Something the user can put right; the message names place and cure, and no traceback is shown."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}. {cure}")
        self.what = what
        self.cure = cure


class StoreError(KithError):
    """The store cannot be reached, opened or trusted."""


class MappingError(KithError):
    """A mapping or place.yaml says something that cannot be carried out."""


class SourceError(KithError):
    """A source file as a whole cannot be read."""


class QuestionError(KithError):
    """A question was asked with something missing, unknown or ambiguous."""


class SettingsError(KithError):
    """A setting says something that cannot be."""
