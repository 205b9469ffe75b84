"""What a document says of its publisher -> the outlet's name, or None when that is not clear."""

import re
from urllib.parse import urlsplit

from secondsource.model import Part

_AGENCY = re.compile(r"[(/]([A-Z][A-Za-z.\- ]{1,24})[)/]")


def find_outlet(text: str, parts: tuple[Part, ...], told: str | None, url: str | None) -> str | None:
    """The outlet as told, else by the address, else by the agency in the dateline or byline."""
    if told:
        return told
    host = host_of(url)
    if host:
        return host
    for part in parts:
        if part.kind == "dateline" and (agency := _AGENCY.search(part.span.of(text))):
            return agency.group(1).strip()
    return None


def host_of(url: str | None) -> str | None:
    """The site that an address names, without www and the like: `news.example`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", host) if host else None
