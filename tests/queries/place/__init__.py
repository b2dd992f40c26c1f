"""The questions of a team and a place, on the smallest graphs that show each rule."""
