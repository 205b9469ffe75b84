"""Which reports tell of the same happenings.

In:   readings and derivations
Out:  stories: every reading in exactly one, with a title
Add:  something that makes two reports alike or unlike: a part in likeness.py, measured with bench/stories.py
"""

from secondsource.stories.grouping import group_stories

__all__ = ["group_stories"]
