"""What must not stand in this tree, and where: each rule a pattern, with a line that breaks it and one that does not.

A new rule is a new entry of RULES. This file quotes what it forbids; it is the only one that is not looked at.
"""

import re
from dataclasses import dataclass

CODE = ("*.py", "*.sql", "*.yml", "*.yaml", "*.toml", "setup/*", "Makefile", ".ci/*")
ROOMS = tuple(f"{room}/*.py" for room in ("catalog", "ingest", "quality", "warehouse", "reporting", "synthetic", "orchestration", "fengqiao"))


@dataclass(frozen=True)
class Rule:
    """One thing that must not stand in files that fit `looked_at` and not `allowed`."""

    sentence: str
    forbidden: str
    breaks: str
    keeps: str
    looked_at: tuple[str, ...] = ("*",)
    allowed: tuple[str, ...] = ()

    def lines(self, text: str) -> list[int]:
        """The numbers of the lines, from 1, that break the rule."""
        pattern = re.compile(self.forbidden)
        return [number for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line)]


RULES = (
    Rule(
        "no private key stands in the tree",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
        breaks="-----BEGIN RSA PRIVATE KEY-----",
        keeps="-----BEGIN CERTIFICATE-----",
    ),
    Rule(
        "no password, token or key is written down",
        r"""(?i)\b[\w-]*(password|passwd|secret|token|api_?key)["']?\s*[:=]\s*["'][^"'{}<>\s]{6,}["']""",
        breaks='PAGE_PASSWORD = "correct-horse"',
        keeps='secret: str = Field("", description="Where the key lies.")',
    ),
    Rule(
        "no address carries a name and a password",
        r"://[^/\s:@\"']+:[^/\s:@\"'{]+@",
        breaks="https://clerk:letmein@example.org/simple",
        keeps="https://example.org/simple",
    ),
    Rule(
        "no package registry is named: which one is used is the machine's business",
        r"pypi\.org|pythonhosted\.org|registry\.npmjs|(deb|security)\.debian\.org|files\.pythonhosted|(tuna|aliyun|ustc)\.[a-z.]*(cn|com)",
        breaks="index-url = https://pypi.org/simple",
        keeps="packages come from the index that pip uses",
    ),
    Rule(
        "no path of one machine is written down",
        r"(^|[^A-Za-z0-9_.$}])(?<!~ ['\"])/(work|root|home/[a-z]+|tmp|Users/[A-Za-z]+)/",
        breaks="archive = Path('/home/clerk/fengqiao/data')",
        keeps="candidate = folder / 'work' / run_id",
    ),
    Rule(
        "no file leans on papers that are not in the tree",
        r"\b(DESIGN|INTERFACES|CONTRACT)\b|\b(stack|stack-dagster|ecosystem|portable-sql)(\.md|:| [0-9A-Z]+\b)|\bshared/|\bissue #?[0-9]+\b",
        breaks="protected as DESIGN 12 says",
        keeps="protected as docs/architecture.md says",
        allowed=("superset_config/assets/charts/*",),  # "stack" is an option of bar charts
    ),
    Rule(
        "the environment is read in warehouse/settings.py, and handed on whole by warehouse/apart.py",
        r"\bos\.(environ|getenv|putenv)\b|\bfrom os import .*\b(environ|getenv)\b",
        breaks='home = os.environ["FENGQIAO_HOME"]',
        keeps="home = settings.home",
        looked_at=ROOMS,
        allowed=("warehouse/settings.py", "warehouse/apart.py"),
    ),
    Rule(
        "the clock is read at the door and by the schedule alone; a duration may be measured anywhere",
        r"\b(date|datetime)\.(today|now|utcnow)\(|\btime\.(time|time_ns|localtime|gmtime|strftime)\(|\bfrom time import .*\btime\b",
        breaks="due = date.today()",
        keeps="began = time.monotonic()",
        looked_at=ROOMS,
        allowed=("fengqiao/*", "orchestration/*"),
    ),
    Rule(
        "no model reads the clock: the day comes from the run",
        r"(?i)\b(current_date|current_timestamp|localtimestamp|getdate|now)\s*\(|\b(current_date|current_timestamp)\b|run_started_at|modules\.datetime",
        breaks="where due_on < current_date",
        keeps="where due_on < {{ today() }}",
        looked_at=("dbt_project/*.sql", "dbt_project/*.yml", "catalog/*.yml", "catalog/*.sql"),
        allowed=("dbt_project/macros/today.sql",),  # the day of a build without a run
    ),
    Rule(
        "Chinese stands where its readers look, nowhere else",
        r"[\u3400-\u9fff\uf900-\ufaff]",
        breaks="raise ValueError('旗县区')",
        keeps="raise ValueError(words.DISTRICT)",
        allowed=(
            "catalog/*",
            "ingest/notation.py",
            "fengqiao/messages/*",
            "dbt_project/*",
            "superset_config/*",
            "synthetic/*",
            "tests/*",
            "docs/*",
            "README.zh.md",
        ),
    ),
    Rule(
        "nothing is left to do in code",
        r"\b(TODO|FIXME|XXX|HACK)\b|\braise NotImplementedError\b",
        breaks="# TODO read the other sheets",
        keeps="# the other sheets hold instructions",
        looked_at=CODE,
    ),
    Rule(
        "nothing is caught or silenced as a whole without saying why on the same line",
        r"\bexcept\s*:|\bexcept \(?(Exception|BaseException)\b[^#]*$|#\s*(type: ignore|noqa)\s*$",
        breaks="except Exception:",
        keeps="except FileNotFoundError:",
        looked_at=("*.py",),
    ),
    Rule(
        "no test is skipped or expected to fail",
        r"pytest\.mark\.(skip|xfail)|pytest\.(skip|xfail)\(|\benabled: *false\b",
        breaks="@pytest.mark.skip(reason='later')",
        keeps="@pytest.mark.slow",
        looked_at=("tests/*", "dbt_project/*"),
    ),
)
