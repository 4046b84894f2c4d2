"""What the form of a new page must know about its place in the tree."""


class PlacedPageFormMixin:
    """Tells a page that has no place yet its parent, so that its slugs are checked before it is saved."""

    def __init__(self, *args, parent_page=None, **kwargs):
        super().__init__(*args, parent_page=parent_page, **kwargs)
        if parent_page is not None and not self.instance.path:
            self.instance._cached_parent_obj = parent_page
