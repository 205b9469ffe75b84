"""A Collation -> one HTML page that a person reads, prints and sends on: no network, nothing beside it.

In:   a Collation
Out:  the page as text; everything on it that came from a report is escaped
Add:  a section: a module with a function from the Catalogue to Markup, its place in page.py, its look in .css
"""

from secondsource.export.dossier.page import write_dossier

__all__ = ["write_dossier"]
