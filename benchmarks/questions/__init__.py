"""How near the questions' answers come to what is known to be true of a place: `kith eval questions`.

It stands with the measurements, for it takes a place in and asks of it, which questions themselves may not.
"""
