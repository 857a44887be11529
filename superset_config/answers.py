"""What we answer in Superset's place: the Chinese words of its pages, also for who has not logged in, the brand's pictures, and reports of nobody's doings."""

import json
from functools import cache
from pathlib import Path

import superset
from flask import Flask, Response, request
from flask_login import current_user

from superset_config.place import HERE
from superset_config.session import SentWhenChanged
from superset_config.trouble import say_in_chinese

PACK = Path(superset.__file__).parent / "translations" / "zh" / "LC_MESSAGES" / "messages.json"
WORDS = HERE / "words.zh.json"
PICTURES = {f"/brand/{file.name}": file for file in (HERE / "brand").glob("*.svg")}
KEPT_FOR = "public, max-age=3600"


def answer_our_own(app: Flask) -> None:
    """Called by Superset once its application stands."""
    app.session_interface = SentWhenChanged()
    app.before_request(ours)
    say_in_chinese(app)


def ours() -> Response | None:
    """The answer, where the address is one of ours; else Superset goes on."""
    if request.path in PICTURES:
        return Response(PICTURES[request.path].read_bytes(), mimetype="image/svg+xml", headers={"Cache-Control": KEPT_FOR})
    if request.path.rstrip("/") == "/superset/language_pack/zh":
        return Response(words(), mimetype="application/json", headers={"Cache-Control": KEPT_FOR})
    if request.path.rstrip("/") == "/superset/log" and not current_user.is_authenticated:
        return Response(status=204)  # Superset would lead to its form, and write into the session that it did
    return None


@cache
def words() -> str:
    """The words that came with Superset, ours over them."""
    pack = json.loads(PACK.read_text(encoding="utf-8"))
    pack["locale_data"]["superset"] |= {english: [chinese] for english, chinese in json.loads(WORDS.read_text(encoding="utf-8")).items()}
    return json.dumps(pack, ensure_ascii=False)
