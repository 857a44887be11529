"""What an office still owes, as a workbook of one sheet in its outbox: overdue on top, with the working days left or gone."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from catalog.catalog import Catalog
from catalog.owed_list import Owing
from catalog.period import Period
from catalog.severity import Severity
from catalog.unit import Unit
from ingest.marking.handing_back import workbook_of
from ingest.marking.list_sheet import ListRow, ListSheet
from ingest.marking.looks import Looks, looks_in
from ingest.marking.plain_workbook import styles_part
from ingest.marking.styles_part import StylesPart
from warehouse.durable import replace
from warehouse.folder import PRIVATE
from warehouse.owed import Account, Owed
from warehouse.run import Run
from warehouse.working_days import working_days

WIDTHS = (6, 12, 34, 18, 28, 30, 52)
WEIGHT: dict[Owing, Severity] = {"missing": "block", "returned": "explain", "not_due": "hint"}  # in this order, and in these colours


def write_owed_lists(run: Run, accounts: Mapping[str, Account]) -> tuple[str, ...]:
    """Write the list of every office where it is another one than stands there; the places of all, below the outbox."""
    return tuple(write_owed_list(run, unit, accounts.get(unit.code, Account())) for unit in run.catalog.units.reporting if unit.holds_on(run.today))


def write_owed_list(run: Run, unit: Unit, account: Account) -> str:
    """Write one office's list."""
    file = PurePosixPath(unit.folder_name, run.catalog.owed_list.file_name)
    place, content = run.folder.outbox / file, owed_list(unit, account, run.today, run.catalog)
    if not place.exists() or place.read_bytes() != content:
        place.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        replace(place, content)
    return str(file)


def owed_list(unit: Unit, account: Account, today: date, catalog: Catalog) -> bytes:
    """The list of one office as of a day."""
    words, marking = catalog.owed_list, catalog.marking
    styles = StylesPart(styles_part(marking.font))
    looks = looks_in(styles, marking)
    counts = Counter(one.state for one in account.owed)
    as_of = words.as_of.format(year=today.year, month=today.month, day=today.day, **{state: counts[state] for state in WEIGHT})
    made = ListSheet(
        title=words.title.format(unit=unit.name),
        words=(as_of if account.owed else words.nothing, words.thanks.format(received=account.received)),
        headers=tuple(words.columns.model_dump().values()),
        widths=WIDTHS,
        rows=tuple(rows(account, today, catalog, looks)),
        footer=words.print_title,
    )
    return workbook_of(made, words.sheet, looks, styles)


def rows(account: Account, today: date, catalog: Catalog, looks: Looks) -> Iterator[ListRow]:
    """What is owed: overdue first, then what went back, then what is not due yet, each by its due day."""
    words, order = catalog.owed_list, list(WEIGHT)
    for one in sorted(account.owed, key=lambda owed: (order.index(owed.state), owed.due_on, owed.ledger)):
        yield ListRow(
            (
                (words.states[one.state], looks.severities[WEIGHT[one.state]]),
                (catalog.ledgers[one.ledger].title if one.ledger in catalog.ledgers else one.ledger, looks.text),
                (catalog.receipt.period(Period.parse(one.period)), looks.centred),
                (due(one.due_on, catalog), looks.centred),
                (days(one, today, catalog), looks.centred),
                (words.to_do[one.state], looks.text),
            )
        )


def due(day: date, catalog: Catalog) -> str:
    """A due day with its day of the week."""
    return catalog.owed_list.due.format(year=day.year, month=day.month, day=day.day, weekday=catalog.owed_list.weekdays[day.weekday()])


def days(owed: Owed, today: date, catalog: Catalog) -> str:
    """The working days that are left until the due day, or gone since."""
    words = catalog.owed_list
    if owed.due_on == today:
        return words.due_today
    is_over = owed.due_on < today
    count, note = working_days(min(today, owed.due_on), max(today, owed.due_on), catalog.working_days)
    said = (words.days_over if is_over else words.days_left).format(count=count)
    return words.not_announced.format(days=said) if note else said
