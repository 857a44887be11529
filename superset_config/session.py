"""The cookie by which Superset knows who asks: sent when what it says has changed, not with every answer.

Flask sends it with every answer of a session that lasts. One that was asked for before somebody logged in, and came after, brought back the cookie of nobody.
"""

import time

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

WHO = "_user_id"  # as Flask-Login names it
SEEN = "seen"  # in which span of time somebody was here last: a page that asks again and again keeps its visitor
SPAN_SECONDS = 600
NO_NEWS = "_fresh"  # Flask-Login notes at the first look that nobody has just typed a password


class Remembered(SecureCookieSession):
    """A session that knows what its cookie said."""

    said: dict[str, object]


class SentWhenChanged(SecureCookieSessionInterface):
    """Flask's own sessions, whose cookie is sent only with news; while somebody is logged in, at least every ten minutes, so that it does not run out."""

    session_class = Remembered

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session as the cookie has it."""
        session = super().open_session(app, request)
        if isinstance(session, Remembered):
            session.said = news(session)
            if WHO in session:
                session[SEEN] = int(time.time() // SPAN_SECONDS)
        return session

    def should_set_cookie(self, app: Flask, session: SecureCookieSession) -> bool:
        """Whether the answer carries the cookie."""
        return super().should_set_cookie(app, session) and not (isinstance(session, Remembered) and news(session) == session.said)


def news(session: SecureCookieSession) -> dict[str, object]:
    """What a session says, but for that."""
    return {key: value for key, value in session.items() if key != NO_NEWS}
