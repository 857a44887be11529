"""dbt seeds: what is declared as small tables, with the types of their columns."""

from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.render.rendered import Rendered, fill, header
from catalog.render.seed_duties import duties, indicator_ledgers, indicators, ledgers, promises, rules
from catalog.render.seed_page import areas, page_figures, papers, return_states
from catalog.render.seed_table import as_csv
from catalog.render.seed_words import campaign_phases, code_items, crosswalks, units

FOLDER = Path("dbt_project/seeds")
OF_WORDS = (units, code_items, crosswalks, campaign_phases)
OF_DUTIES = (ledgers, duties, promises, indicators, indicator_ledgers, rules)
OF_THE_PAGE = (page_figures, return_states, papers, areas)


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`<seed>.csv` and `<seed>.yml` for every seed."""
    for make in (*OF_WORDS, *OF_DUTIES, *OF_THE_PAGE):
        seed = make(catalog)
        yield Rendered(FOLDER / f"{seed.name}.csv", as_csv(seed))
        yield Rendered(FOLDER / f"{seed.name}.yml", fill("seed.yml.jinja", header=header(seed.source), seed=seed))
