"""Seeds of how figures are shown: the pages, the states of returns, the papers that clauses name, the schematic map."""

from catalog.catalog import Catalog
from catalog.render.seed_table import Seed, SeedColumn


def page_figures(catalog: Catalog) -> Seed:
    """The figures of the pages."""
    return Seed(
        name="page_item",
        source="page.yml",
        grain="One figure of a page",
        key=("indicator",),
        columns=(
            SeedColumn("indicator", "string", "the indicator"),
            SeedColumn("page", "string", "the page: city, network or funding"),
            SeedColumn("title", "string", "its name on the page"),
            SeedColumn("opens", "string", "the page that a click on it opens"),
            SeedColumn("place", "integer", "its place, from 1; over all pages"),
            SeedColumn("adds_up", "boolean", "its months add up to the year so far"),
            SeedColumn("is_ranked", "boolean", "units are ranked by it"),
            SeedColumn("good_from", "decimal(9,6)", "where it is good; empty where it has no lamp"),
            SeedColumn("watch_from", "decimal(9,6)", "where it is to be watched; beyond, it warns"),
            SeedColumn("ranked_from_ratio", "decimal(9,6)", "the share of its returns that a unit must have filed to be ranked"),
        ),
        rows=[
            (
                *(f.indicator, f.page, f.title, f.opens, place, f.adds_up, f.ranked),
                *((f.lamp.good, f.lamp.watch) if f.lamp else (None, None)),
                catalog.page.ranked_from,
            )
            for place, f in enumerate(catalog.page.figures, start=1)
        ],
    )


def return_states(catalog: Catalog) -> Seed:
    """How the states of a return are shown."""
    return Seed(
        name="return_state",
        source="page.yml",
        grain="One state of a return",
        key=("state",),
        columns=(
            SeedColumn("state", "string", "the state, as in fct_return"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("mark", "string", "one character for it"),
            SeedColumn("weight", "integer", "how heavily it weighs where several stand together"),
        ),
        rows=[(s.state, s.title, s.mark, s.weight) for s in catalog.page.states],
    )


def papers(catalog: Catalog) -> Seed:
    """What clauses are clauses of."""
    return Seed(
        name="page_paper",
        source="clauses",
        grain="One paper that clauses name",
        key=("paper",),
        columns=(SeedColumn("paper", "string", "the first word of a clause"), SeedColumn("title", "string", "its name")),
        rows=[(paper.id, paper.short) for paper in catalog.papers.by_id.values()],
    )


def areas(catalog: Catalog) -> Seed:
    """The schematic map."""
    return Seed(
        name="page_area",
        source="page.yml",
        grain="One unit on the schematic map",
        key=("unit_code",),
        columns=(SeedColumn("unit_code", "string", "the unit"), SeedColumn("area", "string", "its first row and column and those it ends before")),
        rows=[(a.unit, f"{a.row} / {a.column} / {a.row + a.rows} / {a.column + a.columns}") for a in catalog.page.areas],
    )
