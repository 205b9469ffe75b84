"""Claims of an event -> its title in plain words: "Kim Jong Un visits arms factories"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from secondsource.events.view import View
from secondsource.knowledge.event_tree import ancestry, rows
from secondsource.knowledge.standing import name_of, states_of
from secondsource.model import Mention
from secondsource.model.claim import RoleName

LONGEST = 60
_NAMED = ("person", "state", "organization", "group", "outlet", "office")
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|some|this|that|these|those)\s+", re.I)
_BREAK = re.compile(r"[,;:(]|\b(?:which|that|who|including|as well as|where|whose|with)\b", re.I)
_PLURAL = re.compile(r"(?:[^su]s|\b(?:people|police|children|men|women|troops))$")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def title_of(views: Sequence[View], type: str) -> str:
    """Actor, verb phrase of the type, and what fills its places; parts that nobody tells are left out."""
    actors = best_fillers(views, "actor", 2)
    name = rows().get(type, {}).get("name", "") or type.replace("-", " ")
    template = next(
        (rows()[one]["headline"] for one in ancestry(type) if rows().get(one, {}).get("headline")), ""
    )
    phrase = _filled(template, views, name)
    subject = " and ".join(actors)
    if not subject:
        told = [filler for role in _OTHERS for filler in best_fillers(views, role, 1)]
        return _capital(f"{name}: {told[0]}" if told else name)
    many = len(actors) > 1 or _is_plural(actors[0], views)
    return _capital(f"{subject} {_in_plural(phrase) if many else phrase}" if phrase else f"{subject}: {name}")


_OTHERS: tuple[RoleName, ...] = ("object", "target", "place", "recipient", "occasion")


def _is_plural(actor: str, views: Sequence[View]) -> bool:
    """Whether the only actor is several without a name: delegations, officials."""
    named = {shown_as(one) for view in views for one in view.fillers.get("actor", ()) if one.entity}
    return actor not in named and _PLURAL.search(actor) is not None


def _in_plural(phrase: str) -> str:
    """A phrase with its verb in the plural: "holds talks" becomes "hold talks"."""
    verb, _, rest = phrase.partition(" ")
    plural = verb.removesuffix("es") if re.search(r"(?:ch|sh|ss|x|zz)es$", verb) else verb.removesuffix("s")
    return f"{'carry' if verb == 'carries' else plural} {rest}".strip()


def _filled(template: str, views: Sequence[View], name: str) -> str:
    """The template with its places filled; it is cut before the first place that nothing fills."""
    phrase, end = "", 0
    for match in _PLACEHOLDER.finditer(template):
        phrase += template[end : match.start()]
        end = match.end()
        filler = _filler(match[1], views, name)
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
    if mention.entity and mention.entity.partition("/")[0] in _NAMED:
        return name_of(mention.entity)
    flat = _LEADING.sub("", " ".join(mention.text.split()))
    flat = _BREAK.split(flat, maxsplit=1)[0].strip() or flat
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rpartition(" ")[0] + "…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
