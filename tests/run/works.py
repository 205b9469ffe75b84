"""What the children of the tests do: a work is a word that says how to behave."""

import os
import time


def behave(work: str) -> str:
    if work == "hang":
        while True:
            pass
    if work == "sleep":
        time.sleep(600)
    if work == "die":
        os._exit(3)
    if work == "swell":
        kept = []
        while True:
            kept.append(bytearray(32 << 20))
            time.sleep(0.01)
    if work == "fail":
        raise ValueError("no such word")
    if work == "pid":
        return str(os.getpid())
    return work.upper()
