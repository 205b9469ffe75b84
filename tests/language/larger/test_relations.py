"""Trees by ClearNLP's labels: word, tag, governor (1 is the first word), label; after the colon, ours."""

import pytest

from secondsource.language.larger.relations import to_universal

TREES = [
    """Iran  PROPN 2 nsubj : 2 nsubj
       sold  VERB  2 ROOT  : 2 root
       arms  NOUN  2 dobj  : 2 obj
       to    ADP   2 prep  : 5 case
       rebels NOUN 4 pobj  : 2 obl""",
    """It    PRON  3 nsubjpass : 3 nsubj:pass
       was   AUX   3 auxpass   : 3 aux:pass
       sunk  VERB  3 ROOT      : 3 root
       by    ADP   3 agent     : 6 case
       two   NUM   6 nummod    : 6 nummod
       mines NOUN  4 pobj      : 3 obl:agent
       off   ADP   6 prep      : 8 case
       Odesa PROPN 7 pobj      : 6 nmod""",
    """The   DET   2 det   : 2 det
       claim NOUN  3 nsubj : 4 nsubj
       is    AUX   3 ROOT  : 4 cop
       false ADJ   3 acomp : 4 root
       .     PUNCT 3 punct : 4 punct""",
    """He    PRON  2 nsubj : 2 nsubj
       wants VERB  2 ROOT  : 2 root
       to    PART  4 aux   : 4 mark
       buy   VERB  2 xcomp : 2 xcomp
       guns  NOUN  4 dobj  : 4 obj
       ,     PUNCT 5 punct : 5 punct
       shells NOUN 5 conj  : 5 conj
       and   CCONJ 7 cc    : 9 cc
       fuel  NOUN  7 conj  : 5 conj""",
    """They  PRON  2 nsubj : 2 nsubj
       came  VERB  2 ROOT  : 2 root
       from  ADP   2 prep  : 6 case
       behind ADP  3 prep  : 6 case
       the   DET   6 det   : 6 det
       hill  NOUN  4 pobj  : 2 obl""",
    """He    PRON  2 nsubj : 2 nsubj
       left  VERB  2 ROOT  : 2 root
       after ADP   2 prep  : 4 mark
       signing VERB 3 pcomp : 2 advcl
       it    PRON  4 dobj  : 4 obj""",
]


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.split()[0])
def test_trees_become_universal(tree: str) -> None:
    rows = [line.replace(" : ", " ").split() for line in tree.splitlines()]
    heads, names = to_universal(
        [int(row[2]) - 1 for row in rows],
        [row[3] for row in rows],
        [row[1] for row in rows],
        [row[0].lower() for row in rows],
    )
    assert [(head + 1, name) for head, name in zip(heads, names, strict=True)] == [
        (int(row[4]), row[5]) for row in rows
    ]
