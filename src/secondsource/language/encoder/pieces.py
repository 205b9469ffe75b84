"""Words and the white space before them -> word pieces and shapes, the two inputs of the encoder."""

from pathlib import Path

CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100
EDGE_SHAPE = 20
SHAPES = 21
MOST_PIECES = 12
_CAPITALS, _GAPS = 2, 3


class PieceCutter:
    """Cuts words into word pieces (WordPiece, lower case), remembering the words it has seen."""

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        self._tokenizer = Tokenizer(models.WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))
        self._tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self._seen: dict[str, list[int]] = {}

    def cut(self, words: list[str]) -> list[list[int]]:
        """Piece numbers of each word, one to MOST_PIECES: the tail of a very long word is unread."""
        if len(self._seen) > 200_000:
            self._seen.clear()
        for word in words:
            if word not in self._seen:  # one at a time: a batch would begin threads of its own
                cut = self._tokenizer.encode(word, add_special_tokens=False)
                self._seen[word] = cut.ids[:MOST_PIECES] or [UNKNOWN]
        return [self._seen[word] for word in words]


def word_shape(word: str, gap: int) -> int:
    """Capitals and digits of a word with what stands before it (0 nothing, 1 space, 2 line end): 0 to 20.

    The pieces are lower case; this gives back what they lose.
    """
    if word.islower():
        kind = 0
    elif word.isupper():
        kind = _CAPITALS if len(word) > 1 else 3
    elif word[:1].isupper():
        kind = 1 if word[1:].islower() else 4
    elif word[:1].isdigit():
        kind = 5
    else:
        kind = 6
    return min(kind * _GAPS + gap, EDGE_SHAPE)
