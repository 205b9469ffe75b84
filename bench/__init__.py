"""Measured promises -> tables: dataset readers, scorers, peers.

In:   a folder of annotated data, whatever part of it is there
Out:  `python -m bench NAME --data DIR` prints a table, and as its last line one JSON object of scores
Add:  a file with `run(data: Path) -> dict[str, float]` that prints its table; its name is the command's
"""
