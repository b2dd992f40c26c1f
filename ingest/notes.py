"""stub"""
class NoteMapper:
    pass
