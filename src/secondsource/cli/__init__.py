"""The command line: words of a person -> reports read, asked about, judged and exported.

In:   arguments, a store, a terminal or a pipe
Out:  text for people, the record for programs, one clear line when the call is wrong
Add:  a command: a module with one click command, its name in COMMANDS of main.py, a line in the README
"""

from secondsource.cli.main import main

__all__ = ["main"]
