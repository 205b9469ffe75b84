"""What a report has told so far: who was named, where in the sentence, and who holds which office."""

from bisect import bisect_right

from secondsource.knowledge import states_of
from secondsource.knowledge.standing import row_of
from secondsource.mentions.candidate import Candidate
from secondsource.model import Sentence, Span

_LEADERS = frozenset(
    (
        "leader",
        "president",
        "supreme-leader",
        "prime-minister",
        "chancellor",
        "military-leader",
        "king",
        "emir",
    )
)
_NESTED = 12  # more candidates than begin inside one another
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")


class Discourse:
    """Names in the order told; asked for the last one that fits."""

    def __init__(self) -> None:
        self._told: list[tuple[Candidate, int, bool]] = []
        self._holders: list[tuple[str, str, Candidate]] = []
        self._beside: dict[Span, Candidate] = {}
        self._number = 0
        self.sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        self.sentence = sentence
        self._number += 1

    def add(self, one: Candidate, sentence: Sentence) -> None:
        """One more candidate is told."""
        if one.entity is not None:
            self._told.append((one, self._number, is_subject(sentence, one.span)))

    def standing_at(self, word: Span) -> Candidate | None:
        """The shortest candidate told so far that holds a word."""
        last = bisect_right(self._told, word.start, key=lambda row: row[0].span.start)
        near = [row[0] for row in self._told[max(0, last - _NESTED) : last]]
        return min(
            (one for one in near if one.span.covers(word)), key=lambda one: len(one.span), default=None
        )

    def holds(self, office: Candidate, person: Candidate) -> None:
        """A person holds an office, `office/RU/president`, in this report."""
        self._beside[office.span] = person
        _, code, noun = str(office.value).split("/", 2)
        if not code and len(states_of(person.entity)) == 1:
            code = states_of(person.entity)[0].removeprefix("state/")
        self._holders.append((code, noun, person))

    def holder(self, code: str, noun: str, span: Span, single: bool) -> Candidate | None:
        """Who holds an office here, of the same state or of none: the one told last before, else after."""
        fitting = [
            person
            for its_code, its_noun, person in self._holders
            if (its_noun == noun or {its_noun, noun} <= _LEADERS and "leader" in (its_noun, noun))
            and (its_code == code or not code or not its_code)
        ]
        if span in self._beside:
            return self._beside[span]
        if not single:  # many are spokesmen: only one who was told of before may be meant
            fitting = [person for person in fitting if person.span.start < span.start]
        if len({person.entity for person in fitting}) > 1 and not code:
            fitting = [person for person in fitting if person.span.start < span.start][-1:]
        elif len({person.entity for person in fitting}) > 1:
            return None
        return fitting[-1] if fitting else None

    def main_state(self, other: bool = False) -> str | None:
        """The state that `the country` means: of this sentence's subject, of the last, or told last."""
        if other:
            return self._other_state()
        for depth in (0, 1, 2):
            subjects = [
                one
                for one, number, subject in self._lately(depth)
                if subject and self._number - number == depth
            ]
            for one in subjects if depth else reversed(subjects):
                states = states_of(one.entity)
                if len(states) == 1:
                    return states[0]
            named = [
                one
                for one, number, _ in self._lately(depth)
                if self._number - number == depth and one.kind == "state"
            ]
            if named:
                return (named[-1] if depth == 0 else named[0]).entity
        return None

    def _other_state(self) -> str | None:
        """The state told last that is not the subject of this sentence."""
        doers = {one.entity for one, number, subject in self._lately(0) if subject and number == self._number}
        for one, number, _ in reversed(self._told):
            if self._number - number > 2:
                return None
            if one.kind == "state" and one.entity not in doers and one.made_by != "actors.capital":
                return one.entity
        return None

    def latest(self, kind: str, sorts: tuple[str, ...]) -> Candidate | None:
        """The last candidate of a kind whose row has one of these sorts; None when too far back."""
        for one, number, _ in reversed(self._told):
            if self._number - number > 6:
                return None
            if kind == "town":
                if one.kind == "place" and (one.entity or "").removeprefix("place/").isdigit():
                    return one
            elif one.kind == kind and self._sorted(one, sorts):
                return one
        return None

    def _lately(self, back: int) -> list[tuple[Candidate, int, bool]]:
        """What was told in this sentence and up to `back` before it, in order."""
        first = len(self._told)
        while first and self._number - self._told[first - 1][1] <= back:
            first -= 1
        return self._told[first:]

    def people(self, back: int) -> list[tuple[Candidate, int, bool]]:
        """Persons told in this sentence and up to `back` before it: who, how many back, subject or not."""
        return [
            (one, self._number - number, subject)
            for one, number, subject in self._lately(back)
            if one.kind in ("person", "office")
            and (one.entity or "").startswith("person/")
            and self._number - number <= back
        ]

    def bodies(self, back: int) -> list[tuple[Candidate, int, bool]]:
        """States, organizations and armed groups told in this sentence and up to `back` before."""
        return [
            (one, self._number - number, subject)
            for one, number, subject in self._lately(back)
            if one.kind in ("state", "organization", "group")
            and self._number - number <= back
            and not (one.kind == "state" and one.made_by == "actors.adjective")
        ]

    @staticmethod
    def _sorted(one: Candidate, sorts: tuple[str, ...]) -> bool:
        if one.kind == "group":
            return (one.entity or "").count("/") == 1
        if not sorts:
            return True
        row = row_of(one.entity or "")
        if row is not None and "sort" in row:
            return row["sort"] in sorts
        return "ministry" in sorts and (one.entity or "").endswith("-ministry")


def is_subject(sentence: Sentence, span: Span) -> bool:
    """Whether a span is, or holds, the subject of a clause, by the tree or by a verb right after it."""
    head = sentence.head_of(span)
    if head is None:
        return False
    token = sentence.tokens[head]
    if token.deprel in _SUBJECT:
        return True
    if token.deprel in ("appos", "flat", "compound") and token.head != head:
        governor = sentence.tokens[token.head]
        if governor.deprel in _SUBJECT:
            return True
    for after in sentence.tokens[head + 1 : head + 3]:
        if after.upos in ("VERB", "AUX") and after.xpos in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if after.upos != "ADV":
            return False
    return False
