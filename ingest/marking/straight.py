"""Sheets that are written in an unusual way: addresses left out, comments and CDATA among the cells. They are written anew the usual way, which is rare."""

import re

from lxml import etree

from ingest.cells import address
from ingest.marking.unmarkable import UnmarkableError
from ingest.sheet_xml import column_number

STRANGE = (b"<!", b"<?")  # comments, CDATA, instructions
DECLARATION = b"<?xml"
USUAL = ((b"<c", b'<c r="'), (b"<row", b'<row r="'))  # how a tag begins, and how most write it
NO_ADDRESS = re.compile(rb"""<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])(?!(?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s+r\s*=)""")
LETTERS = re.compile(r"[A-Za-z]+")


def straightened(xml: bytes) -> bytes:
    """The part as it is where a search in its bytes finds every cell; else the same cells with their addresses and nothing strange between them."""
    begins = xml.find(b"?>") + 2 if xml.startswith(DECLARATION) else 0
    if not any(xml.find(mark, begins) >= 0 for mark in STRANGE) and has_addresses(xml):
        return xml
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, strip_cdata=True, huge_tree=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnmarkableError("damaged") from error
    if root.getroottree().docinfo.doctype:
        raise UnmarkableError("definitions")
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        give_addresses(row, number)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def has_addresses(xml: bytes) -> bool:
    """Whether every row and cell states its address; counting beginnings is much faster than looking at each, and mostly enough."""
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData>")
    if 0 <= start < end and all(xml.count(tag, start, end) == xml.count(usual, start, end) for tag, usual in USUAL):
        return True
    return NO_ADDRESS.search(xml) is None


def give_addresses(row: etree._Element, number: int) -> None:
    """Give each cell of a row its address: one that has none stands right of the one before."""
    column = 0
    for cell in row.iterchildren("{*}c"):
        letters = LETTERS.match(cell.get("r", ""))
        column = column_number(letters[0].encode()) if letters else column + 1
        cell.set("r", address(number, column))
