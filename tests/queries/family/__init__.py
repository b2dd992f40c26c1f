"""The questions of a family, on the smallest graphs that show each rule."""
