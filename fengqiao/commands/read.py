"""`fengqiao read`: what stands where in a file. No ledger has to be declared for it; changes nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.messages import read as said
from fengqiao.options import Home, Json

if TYPE_CHECKING:
    from ingest.read_json import ReadAnswer

WITHOUT_RECORDS = {"sheets": {"__all__": {"tables": {"__all__": {"records"}}}}}


def read(
    *,
    files: Annotated[list[Path], typer.Argument(metavar=words.FILES_VALUE, help=words.READ_FILES)],
    records: Annotated[bool, typer.Option("--records", help=words.RECORDS)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Open files and find their tables."""
    from fengqiao.answers import print_json
    from fengqiao.home import opened
    from fengqiao.own_files import in_order
    from ingest.on_request import read_files
    from ingest.read_json import read_answer

    office = opened(home)
    found = read_files(in_order(files, {}, None, office.catalog), office.catalog, office.settings)
    answers = [read_answer(one, office.catalog, records=records) for one in found]
    if json:
        print_json([answer.model_dump(mode="json", exclude=None if records else WITHOUT_RECORDS) for answer in answers])
    else:
        show(answers, records=records)
    return exits.NO if any(answer.refusal for answer in answers) else exits.DONE


def show(answers: "list[ReadAnswer]", *, records: bool) -> None:
    """Each file with its sheets and tables."""
    from fengqiao.answers import print_table, print_text

    for answer in answers:
        print_text(f"{answer.file}（{answer.format}）" if answer.opened else answer.file)
        if answer.refusal:
            print_text(f"  {said.REFUSED.format(why=answer.refusal.message, remedy=answer.refusal.remedy)}")
        for sheet in answer.sheets:
            print_text(f"  {said.SHEET.format(sheet=sheet.sheet, role=said.ROLES[sheet.role], hidden=said.HIDDEN if sheet.hidden else '')}")
            for table in sheet.tables:
                headers = "、".join(map(str, table.header_rows))
                span = said.TABLE.format(headers=headers, first=table.first_row, last=table.last_row, records=table.row_count)
                print_text(f"    {span}：{'、'.join(table.columns)}")
                if records:
                    print_table((said.ROW, *table.columns), [[one.row, *one.values.values()] for one in table.records or ()])
