"""Our own gold: cues with stance and commitment, and reports with who says so; README.md tells how it was made."""
