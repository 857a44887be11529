"""One spelling for texts that mean the same: full and half width, blanks and line breaks do not count."""

import re
import unicodedata

BLANKS = re.compile(r"[\s\u200b\ufeff]+")
BRACKETS = str.maketrans({"〔": "(", "［": "[", "【": "[", "〕": ")", "］": "]", "】": "]"})


def spelling(text: str) -> str:
    """The text in one width, with one kind of brackets, without any blank; compared, never shown."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text)).translate(BRACKETS)
