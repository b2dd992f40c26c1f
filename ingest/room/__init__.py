"""The room: a process of its own in which files are opened whose libraries could be made to take all there is."""
