"""One spelling for texts that mean the same: full and half width, blanks and line breaks do not count."""

import re
import unicodedata
from functools import lru_cache

BLANKS = re.compile(r"[\s\u200b\ufeff]+")
BRACKETS = str.maketrans({"〔": "(", "［": "[", "【": "[", "〕": ")", "］": "]", "】": "]"})


KEPT = 2**14  # headers, words of declarations and of cells come again and again


@lru_cache(maxsize=KEPT)
def spelling(text: str) -> str:
    """The text in one width, with one kind of brackets, without any blank; compared, never shown."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text)).translate(BRACKETS)
