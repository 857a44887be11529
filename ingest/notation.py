"""How offices write dates, numbers, money and periods: the closed grammar. What does not fit it stays unread; nothing is guessed.

Here stand the patterns and their words, one group per kind of value; `dates`, `numbers`, `money` and `periods` read by them.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

T_co = TypeVar("T_co", covariant=True)
Why = Literal["unreadable", "vague", "impossible", "ambiguous", "not_whole"]


@dataclass(frozen=True)
class Read(Generic[T_co]):
    """A value, and the rule by which it was read; no rule: it stood there as such."""

    value: T_co
    rule: str | None = None


@dataclass(frozen=True)
class Unread:
    """Why there is no value; the days it may be, where it is one of a few."""

    why: Why
    candidates: tuple[date, ...] = ()


# Text ----------------------------------------------------------------------------------------------------------------

BLANKS = " \t\r\n\v\f\u00a0\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))  # not U+202F and U+180E: they belong to Mongolian words
AROUND_MARKS = re.compile(r"\s*([年月日号季度周.\-/:])\s*")
PICTURE = re.compile(r"=(?:_xlfn\.)?DISPIMG\(", re.IGNORECASE)  # what WPS leaves in the place of a picture
DAMAGED = re.compile("\ufffd")  # what a wrong decoding leaves in the place of a character


def trimmed(text: str) -> str:
    """The text without blanks of any width at its ends."""
    return text.strip(BLANKS)


def plain(text: str) -> str:
    """The text in half width, without blanks at its ends and around the marks of a date."""
    return AROUND_MARKS.sub(r"\1", unicodedata.normalize("NFKC", text).strip())


# Numerals ------------------------------------------------------------------------------------------------------------

DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
TENS = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?")


def arabic(text: str) -> str:
    """The text with Chinese numerals below a hundred, and years digit by digit, in Arabic ones: 二〇二三年十二月 → 2023年12月."""
    return TENS.sub(lambda found: f"{found[1] or 1}{found[2] or 0}", text).translate(DIGITS)


PERIOD_NUMERALS = re.compile(r"[〇○零一二三四五六七八九十]+(?=[年月日号季旬周度期至到、.\-~—/]|$)")


def arabic_before_marks(text: str) -> str:
    """The same for the numerals of a period alone, which stand before its marks: of 4月一站式 the 一 belongs to a word."""
    return PERIOD_NUMERALS.sub(lambda found: arabic(found[0]), text)


# Dates ---------------------------------------------------------------------------------------------------------------

YEAR = r"(?P<year>(?:19|20)\d\d)"
SEPARATOR = r"[-./。、]"
TIME_OF_DAY = r"(?:[ T]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DAY = re.compile(rf"{YEAR}(?:年|{SEPARATOR})(?P<month>\d{{1,2}})(?:月|{SEPARATOR})(?P<day>\d{{1,2}})[日号]?{TIME_OF_DAY}")
COMPACT_DAY = re.compile(rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)")
DAY_OF_MONTH = re.compile(rf"(?P<month>\d{{1,2}})(?:月|{SEPARATOR})(?P<day>\d{{1,2}})[日号]?")
LOST_ZERO = re.compile(r"[1-9]\d?\.[123]")  # 4.1 may be 4.10, 4.20 or 4.30 whose zero a spreadsheet dropped
SERIAL_DAY = re.compile(r"(?P<days>\d{5})(?:\.\d+)?")
SPAN_OF_DAYS = re.compile(rf"旬|月[初中底末份]|月$|左右|前后|季度|半年|周|年度?$|^{YEAR}{SEPARATOR}\d{{1,2}}$")

YEAR_MONTH = re.compile(rf"{YEAR}(?:[年]|{SEPARATOR})?(?P<month>(?<=\d)(?:0[1-9]|1[0-2])|(?<=\D)\d{{1,2}})月?份?")
LOST_ZERO_OF_MONTH = re.compile(r"(?:19|20)\d\d\.1")  # 1986.1 may be 1986.10 whose zero a spreadsheet dropped
MOMENT = re.compile(rf"(?P<day>{YEAR}.*\d日?)(?:[ T]|(?<=日))(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?")

# Numbers -------------------------------------------------------------------------------------------------------------

NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
GROUPED_NUMBER = re.compile(r"[-+]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?")
PERCENT = "%％"
MEASURE_WORD = re.compile(r"(?:人次|[人件次起个户名宗场例])$")
NUMERALS = "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
NUMBER_IN_WORDS = re.compile(rf"[{NUMERALS}]+")
DIGITS_OF_NUMBERS = str.maketrans("〇○两", "零零二")  # what the reader of numerals does not know in its strict mode

# Money ---------------------------------------------------------------------------------------------------------------

FEN_PER = {"元": 100, "千元": 100_000, "万元": 1_000_000, "亿元": 10_000_000_000}
CURRENCY = re.compile(r"^(?:人民币|¥)[¥:]*")
WHOLE_SUM = re.compile(r"[整正]$")
SAID_TWICE = re.compile(r"([^()]+)\(([^()]+)\)")  # 肆佰元整(¥:400元)
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?:(?P<yi>{FIGURE})亿)?(?:(?P<wan>{FIGURE})万)?(?:(?P<qian>{FIGURE})千)?(?:(?P<bai>{FIGURE})百)?"
    rf"(?:(?P<yuan>{FIGURE})[元圆块]|[元圆块])?(?:(?P<jiao>\d)角)?(?:(?P<fen>\d)分)?"
)
YUAN = "元"
FEN_PER_SCALE = {"yi": 10_000_000_000, "wan": 1_000_000, "qian": 100_000, "bai": 10_000, "yuan": 100, "jiao": 10, "fen": 1}
AMOUNT_IN_WORDS = re.compile(rf"(?:(?P<yuan>[{NUMERALS}]+)[元圆])?(?:零?(?P<jiao>[{NUMERALS}])角)?(?:零?(?P<fen>[{NUMERALS}])分)?")

# Numbers of persons and phones ---------------------------------------------------------------------------------------

ALL_DIGITS = re.compile(r"[0-9]+")
BETWEEN_DIGITS = re.compile(r"[\s-]")
IDENTITY_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
BETWEEN_PHONES = re.compile(r"[、,;/\n]|(?<=\d{7})\s+(?=\d{7})")
INSIDE_PHONE = re.compile(r"[\s()+-]")
COUNTRY_OF_PHONE = re.compile(r"^(?:00)?86(?=1\d{10}$)")
PHONE = re.compile(r"1\d{10}|0\d{9,11}|\d{7,8}|[48]00\d{7}")  # a mobile; a fixed one with its area or without; a service number
LOST_DIGITS = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)  # a long number as a spreadsheet shows it; its last digits are gone

# Yes and no ----------------------------------------------------------------------------------------------------------

YES_AND_NO = {"是": True, "有": True, "已": True, "√": True, "否": False, "无": False, "没有": False, "未": False, "×": False}
SIGN_OF_ANSWER = re.compile(r"(?P<sign>[0-9A-Za-z](?=[:=\-]?[是否有无]))?[:=\-]?(?P<answer>[是否有无])(?:[:=\-](?P<late>[0-9A-Za-z]))?")
EXPLAINED_SIGNS = re.compile(r"(?:[0-9A-Za-z][:=\-]?[是否有无][\s,;、/]*){2}|(?:[是否有无][:=\-][0-9A-Za-z][\s,;、/]*){2}")  # 0是1否; 是:1 否:0
BETWEEN_ANSWERS = re.compile(r"[、,/;或\s]+")

# Periods -------------------------------------------------------------------------------------------------------------

TO = r"[-~至到—]"
SPAN_OF_MONTHS = re.compile(rf"(?:{YEAR}年?)?(?<!\d)(?P<first>\d{{1,2}})月?{TO}(?:(?:19|20)\d\d年)?(?P<last>\d{{1,2}})月份?")
MONTH = re.compile(rf"(?:{YEAR}年)?(?<!\d)(?P<first>\d{{1,2}})月份?(?!\d)")
MONTH_IN_FIGURES = re.compile(rf"(?<!\d){YEAR}[-./](?P<first>\d{{1,2}})(?![-./\d])")
MONTH_COMPACT = re.compile(rf"(?<!\d){YEAR}(?P<first>0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)")
QUARTER = re.compile(rf"(?:{YEAR}年)?第?(?<!\d)(?P<first>[1-4])季度?")
HALF_YEAR = re.compile(rf"(?:{YEAR}年)?(?P<half>[上下])半年度?")
WEEK = re.compile(rf"(?:{YEAR}年)?第(?P<first>\d{{1,2}})周")
WHOLE_YEAR = re.compile(rf"(?<!\d){YEAR}(?:年度?(?!\d)|(?![\d年]|[-./]\d))")
FIRST_HALF = "上"
