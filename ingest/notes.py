"""stub"""


class NoteMapper:
    pass
