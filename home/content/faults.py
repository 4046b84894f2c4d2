"""What is wrong with content files: every fault with its place, told in one report."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Place:
    """Where something stands in a content file."""

    file: str
    line: int
    field: str = ""

    def __str__(self):
        if not self.line:
            return self.file
        return _("%(file)s, line %(line)s") % {"file": self.file, "line": self.line}

    def inside(self, name) -> "Place":
        """Return this place with `name` added to the path of its field."""
        path = f"{self.field}.{name}" if self.field else str(name)
        return Place(self.file, self.line, path)


@dataclass(frozen=True)
class Fault:
    """One thing to correct, and where."""

    place: Place
    message: str

    def __str__(self):
        if self.place.field:
            return f"{self.place}, {self.place.field}: {self.message}"
        return f"{self.place}: {self.message}"


class Faults:
    """Collects faults while files are read, so that one report names them all."""

    def __init__(self):
        self._faults: dict[Fault, None] = {}

    def __bool__(self):
        return bool(self._faults)

    def __len__(self):
        return len(self._faults)

    def __iter__(self):
        return iter(
            sorted(self._faults, key=lambda fault: (fault.place.file, fault.place.line))
        )

    def add(self, place: Place, message: str):
        """Note a fault; the same one is kept once."""
        self._faults.setdefault(Fault(place, str(message)))

    def refuse(self):
        """Raise `ContentRefused` if there is any fault."""
        if self._faults:
            raise ContentRefused(self)


class ContentRefused(Exception):
    """Content that was not loaded, with every fault in it."""

    def __init__(self, faults: Faults):
        self.faults = list(faults)
        super().__init__("\n".join(map(str, self.faults)))
