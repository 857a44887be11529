"""Number formats that change what a cell says: 0.353 shown as 35.3%, 5 shown as 000005, a month shown without its day."""

import re

from lxml import etree

BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}  # ECMA-376 part 1, 18.8.30: those of the numbered formats that change the meaning
IN_BRACKETS = re.compile(r"\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)  # colours, conditions, languages: the d of [Red] is no day
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
PADDED = re.compile(r"(?<![0#?.,])0{2,}(?![.,]?[#])")  # 000005, but not 0.00 and not #,##0
SCALED = re.compile(r"[0#?],+(?![0#?,])|[0#?][!.\\][.]?0,|0!\.0")  # thousands left out: #,##0, and 0!.0, (ten thousands)
ELAPSED_OR_CLOCK = re.compile("[hs]", re.IGNORECASE)


def telling_styles(styles: bytes) -> dict[int, str]:
    """Each cell style (`s` of a cell) of a styles part whose number format changes what is shown, with the format."""
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    codes = BUILT_IN | {int(element.get("numFmtId", "0")): element.get("formatCode", "") for element in root.iterfind("{*}numFmts/{*}numFmt")}
    used = [codes.get(int(element.get("numFmtId", "0")), "") for element in root.iterfind("{*}cellXfs/{*}xf")]
    return {style: code for style, code in enumerate(used) if tells(code)}


def tells(code: str) -> bool:
    """Whether a format shows something else than the value as it is usually written."""
    literals = "".join(quoted or escaped for quoted, escaped in LITERAL.findall(code))
    bare = IN_BRACKETS.sub("", LITERAL.sub("", code)).split(";")[0]
    if is_date(bare):
        return not re.search(r"(?<!d)d{1,2}(?!d)", bare, re.IGNORECASE)
    return "%" in bare or "aaa" in bare.lower() or any(map(str.isalpha, literals)) or bool(PADDED.search(bare) or SCALED.search(code))


def is_date(bare: str) -> bool:
    """Whether a format, without its literals and brackets, shows a day or a month; a time of day is none."""
    return bool(re.search("[yd]", bare, re.IGNORECASE)) or ("m" in bare.lower() and not ELAPSED_OR_CLOCK.search(bare))
