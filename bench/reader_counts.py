"""Right, found and gold of one score after another -> F1."""

Counts = dict[str, list[float]]


def add(counts: Counts, key: str, right: float, found: float, gold: float) -> None:
    """Adds to the three numbers of one score."""
    row = counts.setdefault(key, [0.0, 0.0, 0.0])
    row[0], row[1], row[2] = row[0] + right, row[1] + found, row[2] + gold


def f1(counts: Counts, key: str) -> float:
    """F1 in per cent; for what is told of every word, the share that is right."""
    right, found, gold = counts.get(key, [0.0, 0.0, 0.0])
    return round(200 * right / (found + gold), 2) if found + gold else 0.0
