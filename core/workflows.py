"""What happens at the end of a workflow.

Wagtail imports this while its models load: nothing here may import a model.
"""

from django.core.exceptions import PermissionDenied


def publish_for_whoever_may(workflow_state, user=None):
    """Publish what was approved, in the name of whoever approved it last, or of who submitted it.

    Whoever only reads a language may end a workflow too; that gives them no right to
    publish. Where neither of both may, the draft waits for somebody who does.
    """
    revision = workflow_state.content_object.get_latest_revision()
    for person in filter(None, dict.fromkeys([user, workflow_state.requested_by])):
        try:
            return revision.publish(user=person)
        except PermissionDenied:
            continue
