"""Verbs of what moves somebody -> drafts whose source is the one moved: the launch alarmed Tokyo."""

from functools import cache

from secondsource.attribution.contents import Content
from secondsource.attribution.draft import Draft, spans_of
from secondsource.attribution.phrases import agent_of, base, child, group_of, is_negated, is_passive
from secondsource.attribution.speakers import is_personal
from secondsource.attribution.tree import Tree
from secondsource.attribution.verbs import source_words
from secondsource.knowledge import load

MADE_BY = "attribution/feelings"
_EMPTY = frozenset({"it", "this", "what", "who"})


@cache
def feeling_verbs() -> frozenset[str]:
    """Verbs whose object feels, and whose subject is what it feels about."""
    return frozenset(row["verb"] for row in load("feeling_verbs"))


def find_feelings(sentence: Tree, number: int) -> list[Draft]:
    """[The launch] [alarmed] [Tokyo]. [Tokyo] [was alarmed by] [the launch]."""
    drafts: list[Draft] = []
    if feeling_verbs().isdisjoint(sentence.words):
        return drafts
    for verb, token in enumerate(sentence.tokens):
        if token.lemma not in feeling_verbs() or not token.xpos.startswith("VB"):
            continue
        if is_passive(sentence, verb):
            subject = child(sentence, verb, "nsubj:pass", "nsubj")
            felt, about = subject, agent_of(sentence, verb)
        else:
            felt, about = child(sentence, verb, "obj"), child(sentence, verb, "nsubj", "csubj")
        if felt is None or about is None or is_negated(sentence, verb) or not is_personal(sentence, felt):
            continue
        if sentence.tokens[about].text.lower() in _EMPTY or (is_personal(sentence, about) and felt < about):
            continue
        if sentence.tokens[about].text.lower() in ("which", "that"):
            if not token.deprel.startswith("acl"):
                continue
            about = token.head  # remarks [that] angered Oslo
        draft = _draft(sentence, number, verb, felt, about)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft(sentence: Tree, number: int, verb: int, felt: int, about: int) -> Draft | None:
    group = group_of(sentence, verb)
    said = source_words(sentence, felt, verb, Content(frozenset(), True))
    content = set(sentence.subtree(about))
    content -= set(sentence.subtree(verb)) if verb in content else set(group)
    content = {one for one in content if base(sentence.tokens[one].deprel) != "case" or one > about}
    draft = Draft(number, verb, "evaluates", MADE_BY, commitment="CT+", source_head=felt, strong=False)
    draft.cue, draft.source = spans_of(sentence, group), spans_of(sentence, said)[:1]
    draft.content = spans_of(sentence, content - set(said))
    draft.certain = True
    return draft if draft.source and draft.content else None


__all__ = ["find_feelings"]
