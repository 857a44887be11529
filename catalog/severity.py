"""How severe a problem is."""

from typing import Literal

Severity = Literal["block", "explain", "hint"]  # 阻断 (does not count) · 须说明 (must be explained) · 提示
