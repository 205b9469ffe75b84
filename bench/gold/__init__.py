"""Our own gold: cues with stance and commitment, reports with who says so; README.md tells how."""
