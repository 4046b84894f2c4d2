"""Compares what a file gives with what the site holds and with what was loaded last."""

from dataclasses import dataclass, field

from core.texts import is_empty
from home.content.memory import Memory


@dataclass
class Report:
    """What a load did: pages by key, and texts that were left as people wrote them."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_as_draft: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)


class Comparison:
    """Decides for each value whether it may be written: three ways, with what was loaded last."""

    def __init__(self, key, names, report, overwrite):
        self.key = key
        self.names = names
        self.report = report
        self.overwrite = overwrite
        self.memory = Memory(key)
        self.written = []

    def apply(self, instance, assignments, prefix="", is_untouched=False) -> bool:
        """Write what may be written to `instance`; tell whether anything changed."""
        changed = False
        for assignment in assignments:
            name = f"{prefix}{assignment.column}"
            kind, told = assignment.kind, assignment.told
            current = kind.tell(instance, assignment.column, self.names)
            if self.settle(name, current, told, is_untouched):
                kind.write(instance, assignment.column, told, self.names)
                self.written.append((name, instance, assignment))
                changed = True
        return changed

    def remember_written(self):
        """Note what the site made of the values just written, such as anchors of headings."""
        for name, instance, assignment in self.written:
            stored = assignment.kind.tell(instance, assignment.column, self.names)
            self.memory.remember(name, assignment.told, stored)

    def settle(self, name, current, told, is_untouched=False) -> bool:
        """Tell whether `told` should replace `current`, and remember it if it now stands."""
        last = self.memory.is_last(name, told)
        if last and self.memory.is_last(name, current):
            return False
        if current == told:
            self.memory.remember(name, told)
            return False
        if not self.may_replace(name, current, is_untouched):
            if not last:
                self.report.kept.append(f"{self.key}: {name}")
            return False
        self.memory.remember(name, told)
        return True

    def may_replace(self, name, current, is_untouched):
        if self.overwrite:
            return True
        if self.memory.knows(name):
            return self.memory.is_last(name, current)
        return is_untouched or is_empty(current) or current == []
