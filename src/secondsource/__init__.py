"""Reads news reports and answers: what is said to have happened, who says so, and is there a second source?"""

__version__ = "0.1.0"
