"""The tables of schema.sql by name, for statements that any database understands."""

from typing import Any

from sqlalchemy import JSON, Boolean, Float, Integer, LargeBinary, TableClause, Text, column, table

_BOOLEAN = {"foreground", "headline"}
_INTEGER = {"number", "start", "end"}
_FLOAT = {"certainty", "confidence", "share"}
_JSON = {
    "antecedent", "because", "claims", "timex", "quantity", "source", "cue", "content", "roles",
    "attribution", "passages", "parts", "published", "reports", "voices", "links", "sides", "silent",
    "mentions", "about",
}  # fmt: skip


def _table(name: str, columns: str, plain: str = "", json: str = "") -> TableClause:
    """A table of these columns; `plain` and `json` name the exceptions to what a column usually holds."""
    as_text, as_json = set(plain.split()), set(json.split())

    def kind(one: str) -> Any:
        if one in as_json or (one in _JSON and one not in as_text):
            return JSON(none_as_null=True)
        if one in _BOOLEAN:
            return Boolean()
        if one in _INTEGER:
            return Integer()
        return Float() if one in _FLOAT else Text()

    return table(name, *(column(one, kind(one)) for one in columns.split()))


meta = _table("meta", "name value")
original = table(
    "original",
    column("sha256", Text()),
    column("media_type", Text()),
    column("encoding", Text()),
    column("content", LargeBinary()),
)
report = _table(
    "report",
    "number id name file url title outlet published language sha256 text parts passages made_with digest",
)
sentence = _table("sentence", "id report number start end fate because claims", plain="because")
mention = _table(
    "mention",
    "id report number start end text kind value entity made_by confidence timex time quantity",
    json="time",
)
attribution = _table(
    "attribution",
    "id report number source source_entity how antecedent cue content stance medium commitment said within "
    "answers made_by",
)
claim = _table(
    "claim",
    "id report number type action roles time attribution factuality factuality_cue certainty foreground "
    "headline sentence part_of same_as made_by",
)
note = _table("note", "place report number start end message advice made_by")
story = _table("story", "number id title reports")
derivation = _table("derivation", "number report from how passages share because")
event = _table("event", "number id type title claims status voices time place links story foreground")
comparison = _table("comparison", "number event role verdict sides silent detail")
finding = _table("finding", "number what event mentions message reports")
given = _table("given", "report published outlet", plain="published")
judgement = _table("judgement", "number decision about person at reason value")
reference = _table("reference", "source number date kind description", plain="source")

OF_A_READING = (sentence, mention, attribution, claim)
OF_A_COLLATION = (story, derivation, event, comparison, finding)
ALL = (meta, original, report, *OF_A_READING, note, *OF_A_COLLATION, given, judgement, reference)
