"""Text -> its times as a reader takes them: named days and anniversaries first, ranges and bounds joined."""

from secondsource.mentions.times.anniversaries import find_anniversaries, with_anniversaries
from secondsource.mentions.times.matches import Match, Text, find_matches
from secondsource.mentions.times.named_days import find_named_days
from secondsource.mentions.times.ranges import join_matches
from secondsource.mentions.times.sharing import share_years


def single_matches(text: Text) -> list[Match]:
    """Times that one rule or one name covers, ranges apart."""
    return share_years(text, with_anniversaries(find_matches(text), find_named_days(text)))


def all_matches(text: Text) -> list[Match]:
    """Times with ranges, runs, bounds and anniversaries as one each, in order, without overlap."""
    return with_anniversaries(join_matches(text, single_matches(text)), find_anniversaries(text))
