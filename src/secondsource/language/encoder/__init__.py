"""In: a report and its rule-made sentence bounds. Out: sentences with tokens, trees, proposals.

`Encoder.load().analyse(report, bounds)` runs the shipped reader (models/reader: int8 ONNX, trained by
training/reader) once over the report; `load_encoder()` keeps it between reports. No file, no reader:
`EncoderUnavailable` says why, and the rules read alone.

Add: a head in training/reader/labels.py; its labels then come with the weights, and `proposals.py` says
which layer they are.
"""

from secondsource.language.encoder.encoder import Encoder, load_encoder
from secondsource.language.encoder.files import EncoderUnavailable

__all__ = ["Encoder", "EncoderUnavailable", "load_encoder"]
