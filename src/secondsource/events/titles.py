"""Claims of an event -> its title in plain words: "Kim Jong Un visits arms factories"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from secondsource.events.view import View
from secondsource.knowledge import load
from secondsource.knowledge.event_tree import ancestry, rows
from secondsource.knowledge.standing import name_of, row_of, states_of
from secondsource.model import Mention
from secondsource.model.claim import RoleName

LONGEST = 60
_NAMED = ("person", "state", "organization", "group", "outlet", "office")
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|some|this|that|these|those|whose)\s+", re.I)
_BREAK = re.compile(r",(?!\d)|[;:(]|\b(?:which|that|who|including|as well as|where|whose|with)\b", re.I)
_PLURAL = re.compile(
    r"(?:[^su]s|men|people|police|children|forces|guards|troops|marines|rebels|fighters|republicans)$", re.I
)
_AFTER_NOUN = re.compile(r"\s(?:of|in|on|at|from|for|by|to|loyal|near)\s", re.I)
# supplies, reaches, holds: how the third person ends, and what stands there in the plural.
_ENDINGS = ((re.compile(r"ies$"), "y"), (re.compile(r"(ch|sh|ss|x|zz)es$"), r"\1"), (re.compile(r"s$"), ""))
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def title_of(views: Sequence[View], type: str) -> str:
    """Actor, verb phrase of the type, and what fills its places; parts that nobody tells are left out."""
    actors = best_fillers(views, "actor", 2)
    template = next(
        (rows()[one]["headline"] for one in ancestry(type) if rows().get(one, {}).get("headline")), ""
    )
    subject = " and ".join(actors)
    if not subject:
        return _capital(_without_actor(views, type))
    phrase = _filled(template, views, _name_of(type))
    if not phrase:
        return _capital(f"{_told_as(views, type)} {_joint(type, template, actors)} {subject}{_where(views)}")
    many = len(actors) > 1 or _is_plural(actors[0], views)
    return _capital(f"{subject} {_in_plural(phrase) if many else phrase}")


def _without_actor(views: Sequence[View], type: str) -> str:
    """ "More than 40 people killed", "Attack on the port", "Battle in Hasaba": what else is told."""
    done = _participle(views)
    whom = best_fillers(views, "object", 1) or best_fillers(views, "target", 1)
    if done and whom:
        return f"{whom[0]} {done}"
    for one in ancestry(type):
        template = _untold().get(one)
        if template and (phrase := _filled(template, views, _name_of(type), whole=True)):
            return phrase
    name = _told_as(views, type)
    where = _where(views)
    if where:
        return name + where
    told = [filler for role in _OTHERS for filler in best_fillers(views, role, 1)]
    return f"{name}: {told[0]}" if told else name


def _participle(views: Sequence[View]) -> str:
    """How a verb tells what was done: "killed", "died"; nothing when a noun tells it, or another form."""
    told = [view.doing.lower() for view in views]
    return next((words for words in told if words.isalpha() and words.endswith("ed")), "")


def _joint(type: str, template: str, actors: Sequence[str]) -> str:
    """The word between what happened and who did it: talks with, departure of, suspension by."""
    if len(actors) == 1 and {"talks", "clash"} & set(ancestry(type)):
        return "with"
    return "by" if re.search(r"\{(?:object|target|content)\}", template) and len(actors) == 1 else "of"


def _where(views: Sequence[View]) -> str:
    place = next(iter(best_fillers(views, "place", 1)), "")
    return f" in {'the ' if place[0].islower() else ''}{place}" if place else ""


def _told_as(views: Sequence[View], type: str) -> str:
    """The noun that tells of it ("elections", "the siege"), else the name of the type."""
    told = [
        noun for one in ancestry(type) for noun in rows().get(one, {}).get("nouns", "").split("|") if noun
    ]
    nouns = {form for noun in told for form in (noun.replace("_", " "), f"{noun.replace('_', ' ')}s")}
    for view in views:
        words = " ".join(view.doing.split()).lower()
        # "exercise" says less than "military exercise".
        if words in nouns and words.removesuffix("s") not in _name_of(type).split():
            return words
    return _name_of(type)


def _name_of(type: str) -> str:
    return rows().get(type, {}).get("name", "") or type.replace("-", " ")


@cache
def _untold() -> Mapping[str, str]:
    return {row["type"]: row["headline"] for row in load("untold_actors")}


_OTHERS: tuple[RoleName, ...] = ("object", "target", "place", "recipient", "occasion")


def _is_plural(actor: str, views: Sequence[View]) -> bool:
    """Whether the only actor is several: delegations, officials, Syrian security forces."""
    persons = {
        shown_as(one)
        for view in views
        for one in view.fillers.get("actor", ())
        if (one.entity or "").startswith(("person/", "state/"))
    }
    return actor not in persons and _PLURAL.search(_AFTER_NOUN.split(actor, maxsplit=1)[0]) is not None


def _in_plural(phrase: str) -> str:
    """A phrase with its verb in the plural: "holds talks" becomes "hold talks"."""
    verb, _, rest = phrase.partition(" ")
    for ending, bare in _ENDINGS:
        if ending.search(verb):
            verb = ending.sub(bare, verb)
            break
    return f"{verb} {rest}".strip()


def _filled(template: str, views: Sequence[View], name: str, whole: bool = False) -> str:
    """The template with its places filled; it is cut before the first place that nothing fills.

    With `whole` it is filled wholly or not at all.
    """
    phrase, end = "", 0
    for match in _PLACEHOLDER.finditer(template):
        phrase += template[end : match.start()]
        end = match.end()
        filler = _filler(match[1], views, name)
        if filler is None and whole:
            return ""
        if filler is None:
            cut = re.sub(r"(?: (?:to|with|on|in|from|of|at|against|by))+ ?$", "", phrase.rstrip())
            # "signs" alone says too little, "arrives" says enough: only the place lost its preposition.
            return cut if " " in cut or cut != phrase.strip() else ""
        phrase += filler
    return (phrase + template[end:]).strip()


def _filler(place: str, views: Sequence[View], name: str) -> str | None:
    if place == "action":
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    if place == "verb":
        return next((view.action.text for view in views if view.action), None)
    roles: Mapping[str, tuple[RoleName, ...]] = {
        "object": ("object", "instrument"),
        "place": ("place", "object"),
        "recipient": ("recipient", "target"),
        "target": ("target", "object", "place"),
        "occasion": ("occasion",),
        "content": ("content", "object"),
    }
    for role in roles.get(place, ()):
        if found := best_fillers(views, role, 1):
            return found[0]
    return None


def best_fillers(views: Sequence[View], role: RoleName, most: int) -> tuple[str, ...]:
    """Names of the fillers that most claims give, headline and first claims first among equals."""
    counted: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for number, view in enumerate(views):
        mentions = view.fillers.get(role, ())
        for mention in mentions:
            key = mention.entity or " ".join(sorted(view.senses.get(role, frozenset()))) or mention.text
            counted[key] += 1 + (2 if view.claim.headline else 0) + (1 if number == 0 else 0)
            words = shown_as(mention)
            if key not in shown or len(words) < len(shown[key]):
                shown[key] = words
    # A leader acts for the state: who is named more often stands for both.
    if role == "actor" and counted:
        first = max(counted, key=lambda key: (counted[key], key.startswith("person/")))
        held = {*states_of(first)} - {first}
        counted = Counter({key: count for key, count in counted.items() if not _one_side(key, first, held)})
    order = list(counted)
    ranked = sorted(counted, key=lambda key: (-counted[key], order.index(key)))
    if most > 1 and ranked:
        ranked = [key for key in ranked if counted[key] * 2 >= counted[ranked[0]]]
        simultaneous = [view for view in views if len(view.fillers.get(role, ())) > 1]
        most = most if simultaneous else 1
    return tuple(shown[key] for key in ranked[:most])


def _one_side(key: str, first: str, held: set[str]) -> bool:
    return key != first and (key in held or first in states_of(key))


def shown_as(mention: Mention) -> str:
    """A mention as a title shows it: the name of who or what is known, else its own words, cut short."""
    kind = (mention.entity or "").partition("/")[0]
    # "Swiss officials" says more than an official of Switzerland; what "they" are does not show.
    described = kind in ("group", "office") and row_of(mention.entity or "") is None
    if mention.entity and kind in _NAMED and not (described and mention.made_by != "coreference.pronoun"):
        return name_of(mention.entity)
    words = re.sub(r"\s+(?=['’](?:s\b|\s|$))", "", " ".join(mention.text.split()))
    flat = _LEADING.sub("", words)
    flat = _BREAK.split(flat, maxsplit=1)[0].strip() or flat
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rpartition(" ")[0] + "…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
