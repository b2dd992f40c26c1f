"""The graph: its vocabulary, the port to an engine, the two engines, and who may read."""
