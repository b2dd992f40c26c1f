"""Records, notes and feeds, turned into statements of the vocabulary by mapping files."""
