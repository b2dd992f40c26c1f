"""Who is who, said of what a run has touched: at its end, and before whenever that has grown large.

What comes out depends on what is said and not on the order in which it came (docs/linkage.md), so saying it
in between changes nothing but how much a run must hold in memory.
"""

from dataclasses import dataclass, field

from graph import families, linkage, writing
from graph.guarding import Guard
from graph.protected import Protected
from graph.retraction import settle_anew
from graph.store import Store

LISTED = ("Service", "Organisation")
LARGE = 50_000
"""So many touched mentions are held at most, some 10 MB."""


@dataclass
class Joining:
    """What a run has touched since who is who was last said."""

    store: Store
    unfinished: set[str]
    """Sources whose run was cut off before, or failed: what they left is looked for."""
    removed: bool = False
    """Whether anything was changed or withdrawn, so that what nobody says any more must go."""
    persons: int = 0
    """How many persons came, went or changed."""
    warnings: list[str] = field(default_factory=list)
    listed: bool = False
    """Whether a service or who provides one was said anew."""
    touched: writing.Touched = field(default_factory=writing.Touched)
    _guard: Guard = field(init=False)

    def __post_init__(self) -> None:
        self.removed = self.removed or bool(self.unfinished)
        self._guard = Guard(self.store)

    @property
    def protected(self) -> Protected:
        """What gives restricted people away, as far as who is who is said."""
        return self._guard.known

    def enough(self, touched: writing.Touched) -> bool:
        """Whether so much is touched that who is who is to be said of it before any more."""
        return len(touched.mentions) >= LARGE

    def take(self, touched: writing.Touched) -> None:
        """Take note of what was touched; all of it is in the store."""
        self.touched.add(touched)
        if self.enough(self.touched):
            self._say(resumed=False, last=False)

    def say(self) -> None:
        """Say who is who; after a run that was cut off, of all that it may have left."""
        resumed = bool(self.unfinished)
        if resumed:
            self.touched.mentions |= {row["uid"] for row in self.store.read(linkage.UNLINKED)}
            self.touched.shared |= {(label, row["uid"]) for label in writing.SHARED for row in self.store.read(SAID[label])}
        self._say(resumed, last=True)

    def _say(self, resumed: bool, last: bool) -> None:
        """Say who the touched are, and of what families; then forget them."""
        touched, self.touched = self.touched, writing.Touched()
        (settle_anew if self.removed else writing.settle)(self.store, touched.shared)
        persons = linkage.link(self.store, touched.mentions) if touched.mentions else set()
        if persons or resumed or self.removed:
            # Whoever is of no family is looked for once: a run that was cut off, or a family parted, leaves some.
            alone = self.store.read(families.UNGATHERED) if last else []
            large = families.gather(self.store, persons.union(row["uid"] for row in alone))
            self.warnings += [f"family {uid} has over {families.LARGE} members: look at its kin" for uid in large]
        if self.removed and last:
            writing.sweep(self.store)
        self.listed = self.listed or any(label in LISTED for label, _ in touched.shared)
        if last and (self.listed or resumed or self.removed):
            linkage.compare_services(self.store)
        if touched.mentions or resumed or self.removed:
            self._guard.renew(touched.mentions, resumed)
        self.persons += len(persons)


SAID = {label: f"MATCH (r:Record)-[:SAYS]->(n:{label}) RETURN DISTINCT n.uid AS uid ORDER BY uid" for label in writing.SHARED}
