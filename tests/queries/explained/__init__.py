"""How answers came about, as callers are told."""
