"""What is so of a cue, a source or a content -> the signs that this is; each set of values is weighed once.

Few sets of values occur, however long the reports are: a sign is written and looked up once for each of them.
Equals among options are told apart by the last bits of their sums, so the order of signs is part of the odds.
"""

from functools import cache, lru_cache

from secondsource.attribution.odds import Signs, weighed


@cache
def of_proposal(by: str, sure: str, stance: str, strong: bool) -> Signs:
    """Who proposes the cue, and how sure a reader is."""
    return weighed(
        "cue",
        f"cue by {by}",
        f"cue confidence {sure}",
        f"cue confidence {sure} {stance}",
        f"cue stance {stance} {strong}",
        f"cue by {by} {stance}",
    )


@lru_cache(maxsize=4096)
def of_word(lemma: str) -> Signs:
    """The cue's word."""
    return weighed(f"cue lemma {lemma}")


@cache
def of_row(known: str, upos: str, xpos: str, relation: str) -> Signs:
    """What the table of cues and the tree tell of the word."""
    return weighed(f"cue row {known} {upos}", f"cue xpos {xpos}", f"cue relation {relation}")


@cache
def of_speaker(kind: str, stance: str, named: str, told: str) -> Signs:
    """Whom the cue has for a source, and how sure a reader is of sources and contents."""
    return weighed(
        f"cue source {kind}",
        f"cue source {kind} {stance}",
        f"cue source confidence {named}",
        f"cue content confidence {told}",
    )


@cache
def of_told(length: str, first: str, strong: bool, part: str, words: int) -> Signs:
    """How the cue's content begins, how long both are, in what part of the report."""
    return weighed(
        f"cue content size {length}",
        f"cue content first {first} {strong}",
        f"cue part {part}",
        f"cue words {words}",
    )


@cache
def of_mood(to: bool, strong: bool, modal: bool, negated: bool, asked: bool) -> Signs:
    """Whether it is only meant, possible, denied or asked that somebody says so."""
    signs = [f"cue after to {strong}"] if to else []
    signs += ["cue after a modal"] if modal else []
    signs += ["cue negated"] if negated else []
    signs += ["cue asked"] if asked else []
    return weighed(*signs)


@cache
def of_doubt(doubtful: bool, quoted: bool, stance: str, kind: str) -> Signs:
    """Whether the rule itself doubts, and whether the cue stands in a quotation."""
    signs = ["cue doubtful", f"cue doubtful {stance}", f"cue doubtful {kind}"] if doubtful else []
    signs += ["cue quoted", f"cue quoted {kind}"] if quoted else []
    return weighed(*signs)


@cache
def of_naming(by: str, named: str, sure: str) -> Signs:
    """Who proposes the source."""
    return weighed(f"source by {by}", f"source by {by} {named}", f"source confidence {sure}")


@cache
def of_nobody(rule: str, named: str, xpos: str, relation: str) -> Signs:
    """That nobody is the source, of such a cue."""
    return weighed(
        f"source none {rule}",
        f"source none {named}",
        f"source none {xpos}",
        f"source none {xpos} {relation}",
    )


@cache
def of_another_sentence(what: str, by: str) -> Signs:
    """That the source or the content stands in another sentence."""
    return weighed(*(["source elsewhere"] if what == "source" else []), f"{what} elsewhere {by}")


@cache
def of_source(kind: str, by: str) -> Signs:
    """What the source is."""
    return weighed(f"source kind {kind}", f"source kind {kind} {by}")


@cache
def of_standing(side: str, gap: str, relation: str, near: str) -> Signs:
    """Where the source stands in the sentence and its tree."""
    return weighed(
        f"source side {side} {gap}",
        f"source relation {relation} {near}",
        f"source relation {relation} {near} {side}",
    )


@cache
def of_extent(length: str, first: str, last: str, by: str, spans: int) -> Signs:
    """How long the source is, with what it begins and ends."""
    return weighed(
        f"source size {length} {by}",
        f"source first {first} {by}",
        f"source last {last} {by}",
        f"source spans {spans}",
    )


@cache
def of_neighbours(before: str, after: str, side: str, inside: bool, verbal: bool) -> Signs:
    """Between what the source stands, empty at the ends of the sentence; whether in the content."""
    signs = [f"source from {before}"] if before else []
    signs += [f"source to {after} {side}"] if after else []
    signs += ["source in content"] if inside else []
    signs += ["source has a verb"] if verbal else []
    return weighed(*signs)


@cache
def of_telling(by: str, told: str, stance: str, sure: str, spans: int) -> Signs:
    """Who proposes the content."""
    return weighed(
        f"content by {by}",
        f"content by {by} {told}",
        f"content by {by} {stance}",
        f"content confidence {sure}",
        f"content spans {spans} {by}",
    )


@cache
def of_content(length: str, stance: str, by: str, first: str, saying: str) -> Signs:
    """How long the content is, and with what it begins."""
    return weighed(
        f"content size {length} {stance}",
        f"content size {length} {by}",
        f"content first {first}",
        f"content first {first} {saying}",
    )


@cache
def of_side(side: str, rule: str, by: str, xpos: str, named: bool, stance: str) -> Signs:
    """On which side of the cue the content stands."""
    return weighed(
        f"content rule {rule} {by}",
        f"content side {side} {by}",
        f"content side {side} {xpos} {'named' if named else 'unnamed'}",
        f"content side {side} {rule} {stance}",
    )


@cache
def of_beginning(before: str) -> Signs:
    """After what the content begins; empty at the beginning of the sentence."""
    return weighed(*([f"content from {before}"] if before else []))


@cache
def to_the_end(by: str) -> Signs:
    """That the content ends with its sentence."""
    return weighed("content to the end", f"content to the end {by}")


@cache
def of_ending(word: str, by: str, relation: str, held: str, beyond: str) -> Signs:
    """Before what the content ends, from what that hangs, and the next word that is no mark."""
    return weighed(
        f"content to {word}",
        f"content to {word} {by}",
        f"content to {relation} {held}",
        f"content to {word} {beyond} {held}",
    )
