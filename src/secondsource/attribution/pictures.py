"""Photos, papers and statements that speak -> the one who released them, as the link outside."""

from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import agent_of
from secondsource.attribution.speakers import medium_of
from secondsource.attribution.tree import Tree
from secondsource.model import Span

_RELEASED = frozenset(
    "air broadcast carry circulate distribute issue obtain post provide publish release share supply".split()
)


def find_releases(tree: Tree, number: int) -> list[Draft]:
    """The photos, [released] by [the agency], show ..."""
    drafts: list[Draft] = []
    if _RELEASED.isdisjoint(tree.words):
        return drafts
    for verb, token in enumerate(tree.tokens):
        if (
            token.lemma not in _RELEASED
            or token.xpos not in ("VBN", "VBD")
            or token.deprel not in ("acl", "advcl", "acl:relcl")
        ):
            continue
        noun, agent = token.head, agent_of(tree, verb)
        if agent is None or medium_of(tree, noun) is None or noun > verb:
            continue
        source = [one for one in tree.subtree(agent) if one > verb and tree.tokens[one].deprel != "case"]
        while source and source[-1] + 1 < len(tree.tokens) and tree.tokens[source[-1] + 1].upos == "PROPN":
            source.append(source[-1] + 1)
        words = [one for one in tree.subtree(noun) if one < verb]
        draft = Draft(number, verb, "asserts", "attribution/release", source_head=agent, strong=False)
        draft.source = spans_of(tree, source)[:1]
        draft.cue = [Span(token.start, token.end)]
        draft.content = spans_of(tree, words)[-1:]
        draft.medium = medium_of(tree, noun) or "unknown"
        if draft.source and draft.content:
            drafts.append(draft)
    return drafts


def put_inside_release(trees: list[Tree], drafts: list[Draft]) -> None:
    """What a picture shows is said by its releaser: in its sentence, else the nearest one."""
    releases = [one for one in drafts if one.made_by == "attribution/release"]
    for draft in drafts:
        if draft.medium not in ("photo", "video") or draft in releases or draft.outer is not None:
            continue
        if draft.source_head is None or medium_of(trees[draft.number], draft.source_head) != draft.medium:
            continue
        same = [one for one in releases if one.medium == draft.medium and one is not draft]
        if not same:
            continue
        nearest = min(same, key=lambda one: (abs(one.number - draft.number), one.number))
        draft.outer = nearest
