"""Money: yuan and ten thousands of yuan, figures and capitals, always whole fen."""

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.money import read_money
from ingest.notation import Read, Unread

NO_TENS_OF_THOUSANDS = re.compile("亿(?=.仟[^万]*$)")  # cn2an leaves out the 零 there, without which it may as well mean thousands of 万
FEN = st.integers(min_value=1, max_value=10**13)


@pytest.mark.parametrize(
    ("filed", "unit", "fen", "rule"),
    [
        (1500, "元", 150000, None), ("1500", "元", 150000, None), (1500, None, 150000, None), (12.34, "元", 1234, None),
        ("1,500.50", "元", 150050, "thousands"), (12.5, "万元", 12500000, "unit_of_header"), ("0.3", "万元", 300000, "unit_of_header"),
        ("500元", "元", 50000, "unit_in_cell"), ("500元", "万元", 50000, "unit_in_cell"), ("12万元", "元", 12000000, "unit_in_cell"),
        ("12.5万", "元", 12500000, "unit_in_cell"), ("12万3千元", "元", 12300000, "unit_in_cell"), ("1万2000元", "元", 1200000, "unit_in_cell"),
        ("3千元", "元", 300000, "unit_in_cell"), ("12元5角", "元", 1250, "unit_in_cell"), ("¥400", "元", 40000, "unit_in_cell"),
        ("￥1,234.50", "万元", 123450, "unit_in_cell"), ("人民币500元整", "元", 50000, "unit_in_cell"), ("５００元", "元", 50000, "unit_in_cell"),
        ("肆佰元整", "元", 40000, "amount_in_words"), ("人民币肆佰元整", "元", 40000, "amount_in_words"), ("三千元", "元", 300000, "amount_in_words"),
        ("壹万零伍元零柒分", "元", 1000507, "amount_in_words"), ("伍角", "元", 50, "amount_in_words"),
        ("肆佰元整(¥:400元)", "元", 40000, "amount_in_words"), ("三千", "元", 300000, "number_in_words"), (-500, "元", -50000, None),
    ],
    ids=repr,
)  # fmt: skip
def test_an_amount_is_read_into_fen(filed: Value, unit: str | None, fen: int, rule: str | None) -> None:
    """A bare number has its column's unit; a text that names its own unit has that."""
    assert read_money(filed, unit) == Read(fen, rule)


@pytest.mark.parametrize(
    ("filed", "unit"),
    [
        ("三千左右", "元"), ("约500元", "元"), ("500余元", "元"), ("若干", "元"), ("12万5", "元"), ("12,34元", "元"), ("元", "元"), ("", "元"),
        ("肆佰元整(¥:500元)", "元"), (1234.567, "元"), (100, "亩"), (True, "元"), ("500-800元", "元"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_exact_amount_is_not_read(filed: Value, unit: str) -> None:
    """Estimates, two amounts that differ, less than a fen, a unit that is no money."""
    assert read_money(filed, unit) == Unread("unreadable")


@given(FEN)
def test_any_amount_is_read_back_from_figures(fen: int) -> None:
    """In yuan, in ten thousands of yuan, with its sign and with thousands."""
    yuan = Decimal(fen) / 100
    amounts = [read_money(f"{yuan:f}", "元"), read_money(f"¥{yuan:,.2f}", "万元"), read_money(f"{yuan:f}元", None), read_money(f"{yuan / 10000:f}", "万元")]
    assert {amount.value for amount in amounts if isinstance(amount, Read)} == {fen}
    assert all(isinstance(amount, Read) for amount in amounts)


@given(FEN)
def test_any_amount_is_read_back_from_capitals(fen: int) -> None:
    """As cashiers write it: 壹佰贰拾元零叁分, 肆佰元整."""
    read = read_money(NO_TENS_OF_THOUSANDS.sub("亿零", cn2an.an2cn(f"{Decimal(fen) / 100:f}", "rmb")), "元")
    assert isinstance(read, Read)
    assert read.value == fen


@given(st.text())
def test_any_text_gives_an_amount_or_a_reason(text: str) -> None:
    """No text stops the reader."""
    assert isinstance(read_money(text, "元"), Read | Unread)
