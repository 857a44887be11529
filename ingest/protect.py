"""Persons and narratives, made unreadable and still comparable: keyed hashes, masks, signatures. Nothing direct passes this point.

HMAC-SHA256 with the key of `secrets/`; every hash is told its purpose, so that a name and a phone with the same characters do not meet.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from catalog.persons import PersonWords
from warehouse.event import SEPARATOR
from warehouse.hash_key import HashKey

PersonKind = Literal["name", "id", "phone"]

HASH_DIGITS = 32  # 128 bits: no two of a country's names meet by chance
SHINGLE = 3  # characters: shorter ones are shared by all texts, longer ones miss a changed word
SIGNATURE = 16  # the smallest hashes of a text's shingles; the share two texts have in common is told to about 0.1
SHINGLES_KEPT = 2**16  # those of common phrases come again and again
BIGINT_BYTES = 8
SIGNS = re.compile(r"[\W_]+")
BRACKETED = re.compile(r"[(\[{【〔《（［][^)\]}】〕》）］]*[)\]}】〕》）］]")
CHINESE_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]{2,4}")
NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f·]{2,12}")
COUNTRY_CODE = re.compile(r"^(?:00)?86(?=1\d{10}$)")
LONG_NUMBER = re.compile(r"\d{3}[ -]\d{4}[ -]\d{4}|\d{11,}[Xx]?")  # longer than any date, amount or number of a case
ORGANISATION_LENGTH = 4  # a shorter text that ends like an organisation may be a person


@dataclass(frozen=True)
class Persons:
    """The persons of one cell: the hash of all, each one's hash, and what may be shown."""

    hash: str
    hashes: tuple[str, ...]
    masked: str


@dataclass(frozen=True)
class Narrative:
    """What may be known of a text: how many letters and digits it has, and its hash; no hash where it has none."""

    length: int
    hash: str | None


def essence(text: str) -> str:
    """The letters and digits of a text in one width and case: what two ways of writing the same have in common."""
    return SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True)
class Protector:
    """Protects values under one key."""

    key: HashKey
    words: PersonWords

    def keyed(self, purpose: str, *parts: str) -> str:
        """The keyed hash of parts, for one purpose."""
        return hmac.digest(self.key.value, SEPARATOR.join((purpose, *parts)).encode(), "sha256").hex()[:HASH_DIGITS]

    def persons(self, text: str, kind: PersonKind) -> Persons | None:
        """The persons a cell names; None when it names nobody."""
        parties = [(party, name) for party in split(text, self.words) if (name := normalised(party, kind, self.words))]
        if not parties:
            return None
        hashes = sorted({self.keyed(kind, name) for _, name in parties})
        masks = [masked(party, kind, self.words) for party, _ in parties]
        return Persons(self.keyed(f"{kind}s", *hashes), tuple(hashes), self.words.separators[0].join(masks))

    def narrative(self, text: str) -> Narrative:
        """What may be known of a text."""
        letters = essence(text)
        return Narrative(len(letters), self.keyed("text", letters) if letters else None)

    def signature(self, text: str) -> tuple[int, ...]:
        """The smallest hashes of a text's runs of three letters (MinHash with one function and k minima): texts that share them are copies."""
        letters = essence(text)
        shingles = {letters[start : start + SHINGLE] for start in range(max(1, len(letters) - SHINGLE + 1))} - {""}
        return tuple(sorted(number(self.key.value, shingle) for shingle in shingles)[:SIGNATURE])


@lru_cache(maxsize=SHINGLES_KEPT)
def number(key: bytes, shingle: str) -> int:
    """A keyed number of a shingle. BLAKE2 takes the key by itself: a text has hundreds of shingles, and HMAC would hash each of them twice."""
    return int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=BIGINT_BYTES, key=key).digest()) >> 1  # a BIGINT has a sign


def normalised(party: str, kind: PersonKind, words: PersonWords) -> str:
    """One spelling of a person: an identity number in capitals, a phone's digits, a name without brackets and without those who are not named."""
    match kind:
        case "id":
            return essence(party).upper()
        case "phone":
            return COUNTRY_CODE.sub("", "".join(filter(str.isdecimal, essence(party))))
        case "name":
            return essence(without_others(party if is_organisation(party, words) else BRACKETED.sub("", party), words))


def without_others(party: str, words: PersonWords) -> str:
    """A name without the words for those who are not named (`and 5 others`)."""
    return words.unnamed.sub("", party.strip())


def masked(party: str, kind: PersonKind, words: PersonWords) -> str:
    """What may be shown: a person's first character, an organisation's first two, a number's last four; the stars do not tell the length."""
    if kind != "name":
        return f"****{normalised(party, kind, words)[-4:]}"
    shown = party.strip()
    return f"{shown[:2]}****" if is_organisation(shown, words) else f"{shown[:1]}**"


def without_numbers(text: str) -> str:
    """A text in which no identity number, phone or bank card can be read: of each only the last four signs stay."""
    return LONG_NUMBER.sub(lambda found: f"****{found[0][-4:]}", text)


def is_organisation(party: str, words: PersonWords) -> bool:
    """Whether a party is an organisation by the end of its name, brackets apart."""
    name = BRACKETED.sub("", party).strip()
    return len(name) >= ORGANISATION_LENGTH and name.endswith(words.organisations)


def split(text: str, words: PersonWords) -> tuple[str, ...]:
    """The parties of one cell, as written: at separators outside brackets, and at words between names where that is safe."""
    return tuple(party for part in separated(text, words) for party in unjoined(part, words))


def separated(text: str, words: PersonWords) -> Iterator[str]:
    """The parts between separators; what stands in brackets (sex, age) is not taken apart."""
    brackets = [found.span() for found in BRACKETED.finditer(text)]
    start = 0
    for found in words.separator.finditer(text):
        if any(first <= found.start() < last for first, last in brackets):
            continue
        yield text[start : found.start()].strip()
        start = found.end()
    yield text[start:].strip()


def unjoined(part: str, words: PersonWords) -> Iterator[str]:
    """The parties on both sides of a word for `and`, where both sides are names; else the part as it is."""
    for join in (*words.joins, *words.doubtful_joins):
        first, found, rest = part.partition(join)
        is_party = is_surely_party if join in words.doubtful_joins else is_possible_party
        if found and is_party(first, words) and all(is_party(party, words) for party in unjoined(rest, words)):
            yield first
            yield from unjoined(rest, words)
            return
    yield part


def is_possible_party(text: str, words: PersonWords) -> bool:
    """A text that can be a name, of a person or an organisation."""
    return bool(NAME.fullmatch(without_others(BRACKETED.sub("", text), words))) or is_organisation(text, words)


def is_surely_party(text: str, words: PersonWords) -> bool:
    """A name of two to four characters that begins with a surname, or an organisation."""
    name = without_others(BRACKETED.sub("", text), words)
    return is_organisation(text, words) or bool(CHINESE_NAME.fullmatch(name) and name.startswith(words.any_surname))
