"""Text made from the catalog: dbt models, seeds and editors' schemas, one module per kind, its templates beside it.

Here belongs what can be told from the declarations alone; it is checked in, and a test fails when it is stale.
Here does not belong SQL that a person writes: that stands in `dbt_project/` without a header line.
"""

from catalog.render.rendered import Rendered
from catalog.render.whole import render, rendered, stale

__all__ = ["Rendered", "render", "rendered", "stale"]
