"""A time's words and those around them -> whose time it is: of publication, of speech, or of the event."""

from secondsource.mentions.times.matches import Match, Text
from secondsource.mentions.times.publishing import is_publication
from secondsource.mentions.times.speaking import kind_of
from secondsource.mentions.times.words import LETTER
from secondsource.model import Report, Span

_L = LETTER
_STOP = frozenset((_L["dot"], _L["break"], _L["colon"]))
_REACH = 14
_MOST_OF_OBJECT = 4  # words of what is denied or of who is told, between the verb and the time
_PAST = frozenset(
    "was were had has have did been took came went held met began left made fell rose won lost got saw "
    "gave found led shot died hit broke flew ran sent set struck caught sank crashed fired is are will "
    "would be being".split()
)
_ARTICLES = frozenset("a an her his its my our their the".split())
_OPENERS = frozenset("at during in".split())
_RELATIVES = frozenset("which who whom whose".split())
_SPOKEN = ("verb", "reaching")
_DATED = ("noun", "paper")


def role_of(report: Report, text: Text, match: Match, span: Span) -> str:
    """`publication`, `speech` or `event`: the first rule that knows; an event's time where none does."""
    if is_publication(report, span):
        return "publication"
    return "speech" if _of_speech(text, match) else "event"


def _of_speech(text: Text, match: Match) -> bool:
    """said on Friday; released by the agency KCNA on Saturday; in an interview Monday, he said"""
    on = text.classes[match.first - 1 : match.first] == _L["on"]
    after = text.classes[match.last : match.last + 1]
    if after == _L["apostrophe"]:
        return False
    if any(rule(text, match) for rule in (_opens_speech, _leads_to_verb, _dates_paper, _adjoins_speech)):
        return True
    kind_before = _kind_at(text, match.first - 1 - on)
    if kind_before == "noun" or (kind_before in (*_SPOKEN, "shows") and (on or after == _L["comma"])):
        return True
    return not _heads_on(text, match.last) and _follows_speech(text, match)


def _follows_speech(text: Text, match: Match) -> bool:
    """told a crowd of workers on Friday: a word of speech before the time, with little of its own between"""
    noun = False
    strangers = 0
    for at in range(match.first - 1, max(-1, match.first - 1 - _REACH), -1):
        if text.classes[at] in _STOP:
            return noun and strangers == 0
        word = text.words[at].strip()
        named = word[:1].isupper() and at > 0
        kind = None if named else _kind_at(text, at)
        if kind in ("reaching", "shows") and strangers <= _MOST_OF_OBJECT:
            return True
        if kind in ("verb", "reaching", "shows"):
            return strangers == 0 or _is_by(text, at + 1) or _says_where(text, at, match.last)
        if kind == "noun":
            noun = True
            if _is_by(text, at + 1):
                return True
        elif word.lower() in _PAST or (word.islower() and len(word) > 3 and word.endswith(("ed", "ing"))):
            return False
        elif kind not in ("clear", "venue") and word.islower() and word.isalpha():
            strangers += 1
            if strangers > _MOST_OF_OBJECT or word in ("that", "as", "when", "while", "which", "because"):
                return False
        elif text.classes[at] == _L["comma"] and at < match.first - 1:
            return noun and strangers == 0
    return noun and strangers == 0


def _opens_speech(text: Text, match: Match) -> bool:
    """On Friday, the minister warned"""
    return _opens(text, match) and _first_verb_speaks(text, match.last)


def _leads_to_verb(text: Text, match: Match) -> bool:
    """France on Friday rejected the charge; not: crews that reached it on Friday said"""
    if _kind_at(text, match.last) not in _SPOKEN:
        return False
    acts = False
    for at in range(match.first - 1, max(-1, match.first - 1 - _REACH), -1):
        if text.classes[at] in _STOP or text.classes[at] == _L["comma"]:
            break
        word = _word(text, at)
        if word == "that" or word in _RELATIVES:
            return not acts
        acts = acts or word in _PAST or (len(word) > 3 and word.endswith("ed"))
    return True


def _dates_paper(text: Text, match: Match) -> bool:
    """a 2015 report by the council; the ministry's bulletin of Friday; a complaint filed on Friday"""
    first = match.first
    if _word(text, first - 1) in _ARTICLES and _kind_at(text, match.last) in _DATED:
        return True
    if text.classes[first - 1 : first] == _L["of"]:
        return _kind_at(text, first - 2) in _DATED
    verb = first - 1 - (text.classes[first - 1 : first] == _L["on"])
    return _kind_at(text, verb) == "sent" and any(
        _kind_at(text, at) in _DATED for at in range(max(0, verb - _MOST_OF_OBJECT), verb)
    )


def _adjoins_speech(text: Text, match: Match) -> bool:
    """At a rally in the capital on Friday, the candidate called: where it was said, and then who said it"""
    if text.classes[match.last : match.last + 1] != _L["comma"]:
        return False
    told = False
    for at in range(match.first - 1, max(-1, match.first - 1 - _REACH), -1):
        kind = _kind_at(text, at)
        told = told or kind in ("noun", "venue", "occasion", "verb")
        if text.classes[at] == _L["comma"] or _word(text, at) in _PAST:
            return False
        if at == 0 or text.classes[at - 1] in _STOP:
            opens = _word(text, at) in _OPENERS or kind == "verb"
            return opens and told and _first_verb_speaks(text, match.last + 1)
    return False


def _word(text: Text, at: int) -> str:
    return text.words[at].strip().lower() if 0 <= at < len(text.words) else ""


def _kind_at(text: Text, at: int) -> str | None:
    """What the tables say of the word that stands here."""
    return kind_of(_word(text, at), _word(text, at - 1))


def _says_where(text: Text, verb: int, after: int) -> bool:
    """said after the match on Friday that he would stay"""
    return _word(text, verb + 1) in (*_OPENERS, "after", "before", "from") and _word(text, after) == "that"


def _is_by(text: Text, at: int) -> bool:
    return text.classes[at : at + 1] == _L["by"]


def _opens(text: Text, match: Match) -> bool:
    """Whether the time opens its sentence, `on` or `in` left aside."""
    before = match.first - (text.classes[match.first - 1 : match.first] in (_L["on"], _L["in"]))
    return before <= 0 or text.classes[before - 1] in _STOP


def _first_verb_speaks(text: Text, at: int) -> bool:
    """On Sunday, an adviser warned: whether the first verb after the time is one of saying."""
    clause = aside = False
    for place in range(at, min(len(text.words), at + _REACH)):
        word = text.words[place].strip()
        aside = word in _RELATIVES or (aside and text.classes[place] != _L["comma"])
        if aside and text.classes[place] not in _STOP:
            continue
        if text.classes[place] in _STOP or word.lower() in _PAST:
            return False
        if word.islower() and _kind_at(text, place) in _SPOKEN:
            return not (clause and _closes(text, place))
        if word.islower() and len(word) > 3 and word.endswith("ed"):
            return False
        clause = clause or (place > at and text.classes[place] == _L["comma"])
    return False


def _closes(text: Text, verb: int) -> bool:
    """the river burst its banks, the mayor said: whether a verb of saying stands after what was said."""
    if text.classes[verb - 1] == _L["comma"]:
        return False
    after = text.classes[verb + 1 : verb + 2]
    return after in ("", _L["dot"], _L["break"], _L["comma"], _L["in"], _L["on"], _L["at"])


def _heads_on(text: Text, at: int) -> bool:
    """Whether a verb follows: `the attack on Friday killed`."""
    if at >= len(text.words):
        return False
    word = text.words[at].strip()
    return word.islower() and (word in _PAST or (len(word) > 3 and word.endswith("ed")))
