"""Who is who: every person the documents name in a post, with what the documents say of them and no more.

Input: the tables. Output: one row per person: every spelling found, every post, when a text shows them first
and last, and how many sentences they are quoted with.
"""

import pandas as pd

from hanoi_lib.store import Tables
from hanoi_lib.tenures.handovers import name_posts
from hanoi_lib.tenures.sightings import parse_window

COLUMNS = (
    "person_id",
    "name",
    "spellings",
    "posts",
    "first_attested",
    "last_attested",
    "attestations",
    "documents",
    "passages_quoted",
    "documents_quoted",
)


def list_people(tables: Tables) -> pd.DataFrame:
    """Every person, by name.

    `spellings` are all forms in which the texts write the name, `posts` all posts ever attested; `first_` and
    `last_attested` are EDTF, the earliest and the latest sighting that has a date. `attestations` counts
    sightings, `documents` those that name the person in a post, `passages_quoted` sentences that they say, in
    `documents_quoted` documents.

    >>> tables = Tables.from_rows({"persons": [{"person_id": "le-an", "name": "Le An"}]})
    >>> list_people(tables)[["name", "posts"]]
        name posts
    0  Le An    ()
    """
    names = name_posts(tables)
    seen = {str(key): group for key, group in tables.attestations.groupby("person_id")}
    said = {str(key): group for key, group in tables.passages.groupby("speaker_id")}
    rows = []
    for person in tables.persons.sort_values("name").to_dict("records"):
        sightings = seen.get(person["person_id"], tables.attestations[:0])
        quoted = said.get(person["person_id"], tables.passages[:0])
        first, last = _ends(sightings)
        rows.append(
            {
                "person_id": person["person_id"],
                "name": person["name"],
                "spellings": (person["name"], *person["other_names"]),
                "posts": tuple(names[post] for post in dict.fromkeys(sightings["post_id"])),
                "first_attested": first,
                "last_attested": last,
                "attestations": len(sightings),
                "documents": sightings["document_id"].nunique(),
                "passages_quoted": len(quoted),
                "documents_quoted": quoted["document_id"].nunique(),
            }
        )
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS))
    counts = {name: "Int64" for name in COLUMNS[6:]}
    return frame.astype({**{n: "string" for n in ("person_id", "name", *COLUMNS[4:6])}, **counts})


def _ends(sightings: pd.DataFrame) -> tuple[object, object]:
    """The earliest and the latest date of some sightings, as the tables write them."""
    dates = [(parse_window(date, ""), date) for date in sightings["date"].dropna()]
    if not dates:
        return pd.NA, pd.NA
    first = min(dates, key=lambda one: (one[0].high.day, one[0].low.day))
    last = max(dates, key=lambda one: (one[0].low.day, one[0].high.day))
    return first[1], last[1]
