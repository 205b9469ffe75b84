"""What a document says of its publisher -> the outlet's name, or None when that is not clear."""

import re
from urllib.parse import urlsplit

from secondsource.intake.dateline import agency_in
from secondsource.intake.preamble import outlet_names
from secondsource.model import Part

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©,]{0,4}(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?)?[\s,]{0,3}(?:by\s)?"
    r"(?P<owner>[A-Z][\w&'’ -]{1,40})",
    re.I,
)
_AFTER_OWNER = re.compile(r"\s(?:all rights|inc|ltd|llc|limited|corporation|or its)\b.*", re.I)


def find_outlet(text: str, parts: tuple[Part, ...], told: str | None, url: str | None) -> str | None:
    """The outlet as told, else by the address, else by a copyright line, the dateline, or a name alone.

    Where the table of outlets knows it, the name is the table's; in a text alone, only what the table knows
    counts, but for the agency in a dateline.
    """
    known = outlet_names()
    if told:
        return known.get(told.casefold(), told)
    host = host_of(url)
    if host:
        return known.get(host.split(".")[0], host)
    for kind, name_in in (("furniture", _owner), ("dateline", agency_in), ("byline", str.strip)):
        for part in parts:
            name = name_in(part.span.of(text)) if part.kind == kind else None
            if name and (found := known.get(name.strip("()[]. ").casefold())):
                return found
            if name and kind == "dateline":
                return name
    return None


def host_of(url: str | None) -> str | None:
    """The site that an address names, without www and the like: `news.example`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", host) if host else None


def _owner(line: str) -> str | None:
    found = _OWNER.search(line[:200])
    return _AFTER_OWNER.sub("", found["owner"]).strip() if found else None
