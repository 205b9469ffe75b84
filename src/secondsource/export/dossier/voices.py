"""An event's voices -> how many independent ones there are, who they are, and what shows it."""

from secondsource.export.dossier.catalogue import Catalogue
from secondsource.export.dossier.chain import show_reports
from secondsource.export.dossier.element import Markup, element, join, listed, shortened
from secondsource.model import Event, Voice, Voices

_MOST_DISCS = 12
# Stances that say yes or no to what somebody else says: worth a line under the title.
_SIDES = ("accuses", "confirms", "denies", "declines")


def count_of(voices: Voices) -> str:
    """`1 voice`, `2 voices`, `1 to 2 voices`."""
    if voices.least != voices.most:
        return f"{voices.least} to {voices.most} voices"
    return f"{voices.least} voice{'' if voices.least == 1 else 's'}"


def show_count(reports: int, voices: Voices) -> Markup:
    """Reports and voices in words, with a disc for each sure voice and a ring for each possible one."""
    sure, possible = min(voices.least, _MOST_DISCS), min(voices.most, _MOST_DISCS)
    discs = element("span", "●" * sure + "○" * max(possible - sure, 0), class_="discs", aria_hidden="true")
    told = f"{reports} report{'' if reports == 1 else 's'}"
    return element("span", element("span", f"{told} · {count_of(voices)}"), " ", discs, class_="count")


def show_sides(catalogue: Catalogue, event: Event) -> Markup | None:
    """`United States accuses · Russia denies`; None when nobody takes a side."""
    sides = [voice for stance in _SIDES for voice in event.voices.who if voice.stance == stance]
    if not sides:
        return None
    spoken = [
        join(
            element("span", " · ", class_="arrow") if place else None,
            element("strong", element("bdi", catalogue.name(voice.voice))),
            " ",
            element("span", voice.stance, class_=f"stance {voice.stance}"),
            " ",
            show_reports(catalogue, voice.reports),
        )
        for place, voice in enumerate(sides)
    ]
    return element("p", spoken, class_="sides")


def show_voices(catalogue: Catalogue, event: Event, reports: int) -> Markup:
    """The voices panel of an event."""
    voices = event.voices
    who = [_voice(catalogue, voice) for voice in voices.who]
    because = [element("span", shortened(one)) for one in voices.because]
    return element(
        "section",
        element("h4", "Voices"),
        element("p", show_count(reports, voices)),
        listed(who, class_="who", name="voices")
        if who
        else element("p", "No voice is named.", class_="none"),
        listed(because, class_="because", name="reasons") if because else None,
        class_="voices",
    )


def _voice(catalogue: Catalogue, voice: Voice) -> Markup:
    party = element("span", element("span", "⚑ ", aria_hidden="true"), "party to the event", class_="party")
    return join(
        element("strong", element("bdi", catalogue.name(voice.voice))),
        " ",
        element("span", voice.stance, class_=f"stance {voice.stance}"),
        " ",
        show_reports(catalogue, voice.reports),
        join(" ", party) if voice.party else None,
    )
