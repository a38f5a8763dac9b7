"""Every picture by name, and the two ways it leaves here: a Vega-Lite specification and an SVG.

    picture = timeline(marks)
    spec(picture)                     # a dict for vegaEmbed; as wide as the element it stands in
    svg(spec(picture, width=960))
    chart(picture)                    # Altair's own; a notebook shows the picture by itself

Every picture is bounded, the same for the same records in any order, and says in ``description`` what is seen.
"""

from standoff.picture.accounts import accounts
from standoff.picture.claims import claims
from standoff.picture.course import course
from standoff.picture.dealings import dealings
from standoff.picture.drawn import Picture
from standoff.picture.ladder import ladder
from standoff.picture.lineage import lineage
from standoff.picture.spec import chart, spec
from standoff.picture.standing import standing
from standoff.picture.timeline import timeline
from standoff.picture.vector import svg

__all__ = [
    "Picture",
    "accounts",
    "chart",
    "claims",
    "course",
    "dealings",
    "ladder",
    "lineage",
    "spec",
    "standing",
    "svg",
    "timeline",
]
