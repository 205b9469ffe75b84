"""A child process that stores readings until somebody kills it; `crash tests` start it by its path."""

import sys

from secondsource.store import open_store
from tests.values import original, reading

if __name__ == "__main__":
    with open_store(sys.argv[1]) as store:
        for number in range(int(sys.argv[2])):
            text = f"The army fired two rockets from Port {number} on Monday, the ministry said."
            store.add(original(text), reading(f"{number:012x}", text, f"{number:04}"))
            print(number, flush=True)
