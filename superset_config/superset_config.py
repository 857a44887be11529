"""Superset's settings. Superset reads every name in capitals; SUPERSET_CONFIG_PATH leads here.

What is not said keeps Superset's default. Nothing leaves the machine: the content security policy names no other host, so that the pixel which every
page of Superset asks an outside address for is never fetched (its own switch does not reach what is compiled into the front end).
"""

import json
from datetime import timedelta

from superset_config import look, place
from superset_config.answers import answer_our_own
from superset_config.reading import of_one_version

KEYS = json.loads((place.KEYS / "superset.json").read_text(encoding="utf-8"))

# what it keeps
SECRET_KEY = KEYS["cookies"]
GUEST_TOKEN_JWT_SECRET = KEYS["guests"]
SQLALCHEMY_DATABASE_URI = f"sqlite:///{place.KEPT / 'superset.db'}?check_same_thread=false"
PREVENT_UNSAFE_DB_CONNECTIONS = False  # the published file is DuckDB's; it is opened read-only, with external access off and its configuration locked

# who comes in
AUTH_USER_REGISTRATION = False
AUTH_ROLE_PUBLIC = "Public"  # which may do nothing
RATELIMIT_ENABLED = True
RATELIMIT_STORAGE_URI = "memory://"  # counted by each worker; two of them
RATELIMIT_APPLICATION = "100 per second"
AUTH_RATE_LIMITED = True
AUTH_RATE_LIMIT = "10 per minute"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = False  # plain HTTP on loopback; whoever puts a proxy with a certificate before it sets this
SESSION_COOKIE_NAME = "fengqiao"
PERMANENT_SESSION_LIFETIME = timedelta(hours=8)  # a working day
WTF_CSRF_ENABLED = True
WTF_CSRF_TIME_LIMIT = int(timedelta(hours=8).total_seconds())
FAB_API_SWAGGER_UI = False
ENABLE_CORS = False

# what may be asked
FEATURE_FLAGS = {
    "DASHBOARD_RBAC": True,
    "ALLOW_ADHOC_SUBQUERY": False,
    "ENABLE_TEMPLATE_PROCESSING": False,
    "EMBEDDED_SUPERSET": False,
    "ALERT_REPORTS": False,
    "THUMBNAILS": False,
    "DRILL_BY": False,
    "RLS_IN_SQLLAB": True,
}
PREVENT_UNSAFE_DEFAULT_URLS_ON_DATASET = True
SQLLAB_TIMEOUT = 30
SUPERSET_WEBSERVER_TIMEOUT = 60
ROW_LIMIT = 10_000
SQL_MAX_ROW = 50_000
SAMPLES_ROW_LIMIT = 100
SHOW_STACKTRACE = False
DEBUG = False

# what leaves the machine: nothing
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "script-src": ["'self'", "'strict-dynamic'"],
        "frame-ancestors": ["'self'"],
        "form-action": ["'self'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
EXTRA_DOCS_URLS: list[str] = []
BUG_REPORT_URL = None
DOCUMENTATION_URL = None

# what is read
DB_CONNECTION_MUTATOR = of_one_version

# how quick
CACHE_CONFIG = {"CACHE_TYPE": "FileSystemCache", "CACHE_DIR": str(place.KEPT / "cache"), "CACHE_DEFAULT_TIMEOUT": 60, "CACHE_KEY_PREFIX": "page_"}
DATA_CACHE_CONFIG = {
    "CACHE_TYPE": "superset_config.cache.ByVersion",
    "CACHE_DIR": str(place.KEPT / "figures"),
    "CACHE_DEFAULT_TIMEOUT": int(timedelta(days=30).total_seconds()),
    "CACHE_THRESHOLD": 5000,
}

# how it looks and speaks
APP_NAME = look.NAME
APP_ICON = "/brand/logo.svg"
FAVICONS = [{"href": "/brand/icon.svg"}]
LOGO_TARGET_PATH = "/superset/dashboard/city/"
THEME_DEFAULT = {"token": look.LIGHT, "algorithm": "default"}
THEME_DARK = None  # else a visitor's own setting turns the page dark
ENABLE_UI_THEME_ADMINISTRATION = False
EXTRA_CATEGORICAL_COLOR_SCHEMES = look.CATEGORIES
EXTRA_SEQUENTIAL_COLOR_SCHEMES = look.SEQUENCES
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "中文"}}
D3_FORMAT = look.NUMBERS
D3_TIME_FORMAT = look.TIMES
FLASK_APP_MUTATOR = answer_our_own
