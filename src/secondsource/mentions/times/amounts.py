"""Words of a count and a unit -> an ISO 8601 duration: `two and a half years` -> P2Y6M."""

from secondsource.mentions.times.words import LETTER, Word

_LETTER_OF = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "quarter": "M",
}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_FACTOR = {"decade": 10, "century": 100, "millennium": 1000, "quarter": 3, "fortnight": 2}
_COUNTED = frozenset(LETTER[name] for name in ("day", "two", "digits", "year", "decimal"))
_LONGER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}


def amount_of(words: tuple[Word, ...]) -> float | None:
    """How many the words say; None when they name no number (several, few)."""
    total, current, seen = 0.0, 0.0, False
    for letter, value, text in words:
        if letter in _COUNTED:
            current, seen = current + float(text.replace(",", "")), True
        elif letter == LETTER["dayrange"] and "/" in text:
            above, below = text.split("/")
            current, seen = current + int(above) / int(below), True
        elif letter == LETTER["dayrange"]:
            current, seen = float(text.replace("–", "-").replace("/", "-").split("-")[0]), True
        elif letter in (LETTER["number"], LETTER["teen"]):
            current, seen = current + float(value), True
        elif letter == LETTER["power"]:
            power = float(value)
            current, seen = (current or 1.0) * power, True
            if power >= 1000:
                total, current = total + current, 0.0
        elif letter == LETTER["half"]:
            current, seen = current + 0.5, True
        elif letter == LETTER["some"]:
            if value == "X":
                return None
            current, seen = (current or 1.0) * float(value), True
    if not seen and any(letter == LETTER["a"] for letter, _, _ in words):
        return 1.0
    return total + current if seen else None


def duration_of(amount: float | None, unit: str) -> str:
    """`P3D`, `PT2H`, `PXW`; half a year is P6M, two and a half hours PT2H30M."""
    factor = _FACTOR.get(unit, 1)
    if unit == "weekend":
        return f"P{_count(amount)}WE"
    if unit == "fortnight":
        unit = "week"
    letter = _LETTER_OF.get(unit, "Y")
    if amount is None:
        vague = {"decade": "PXDE", "century": "PXC", "quarter": "PXQ", "millennium": "PXML"}
        return vague.get(unit) or (f"PTX{_CLOCK[unit]}" if unit in _CLOCK else f"PX{letter}")
    amount *= factor
    whole = int(amount)
    if amount != whole and factor == 1 and unit in _LONGER:
        finer, many = _LONGER[unit]
        rest = round((amount - whole) * many)
        head = duration_of(whole, unit) if whole else ("PT" if finer in _CLOCK and unit in _CLOCK else "P")
        tail = f"{rest}{_CLOCK.get(finer) or _LETTER_OF[finer]}"
        return head + ("T" if finer in _CLOCK and unit not in _CLOCK else "") + tail
    if unit in _CLOCK:
        return f"PT{_count(amount)}{_CLOCK[unit]}"
    return f"P{_count(amount)}{letter}"


def _count(amount: float | None) -> str:
    if amount is None:
        return "X"
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"
