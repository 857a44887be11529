"""What viewers read where something went wrong: a sentence in Chinese in place of what Superset says. The server's log keeps the rest."""

import json

from flask import Flask, Response, request

from superset_config.place import CURRENT, HERE

SENTENCES: dict[str, str] = json.loads((HERE / "trouble.zh.json").read_text(encoding="utf-8"))
PAGE = (HERE / "brand" / "trouble.html").read_text(encoding="utf-8")
FIGURES = ("/api/v1/chart/data", "/api/v1/datasource/")
REFUSED = 403
LOG_IN = 401  # Superset leads to its form
PAGES = {403: "page_403", 404: "page_404", 500: "page_500", 503: "page_500"}


def say_in_chinese(app: Flask) -> None:
    """Answer failures of an application in our words."""
    app.after_request(instead)


def instead(response: Response) -> Response:
    """A failed answer with a sentence of ours, in the form in which its reader expects it; any other as it is."""
    if response.status_code < 400 or response.status_code == LOG_IN:  # noqa: PLR2004 – where HTTP's errors begin
        return response
    if request.path.startswith(FIGURES):
        sentence = SENTENCES["refused" if response.status_code == REFUSED else "no_figure" if CURRENT.exists() else "no_data"]
        fault = {"message": sentence, "error_type": "GENERIC_BACKEND_ERROR", "level": "error", "extra": {}}
        response.set_data(json.dumps({"message": sentence, "errors": [fault]}, ensure_ascii=False))
        response.mimetype = "application/json"
    elif response.status_code in PAGES and response.mimetype == "text/html":
        response.direct_passthrough = False
        response.set_data(PAGE.replace("{sentence}", SENTENCES[PAGES[response.status_code]]))
    return response
