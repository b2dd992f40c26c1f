"""Real graph servers for the tests: where one is found, how it is started, that it is stopped."""
