"""Takes the form of a contact page."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from contact.forms import MessageForm
from contact.limits import may_send
from contact.models import ContactPage
from contact.receiving import receive

TOO_MANY = 429


# Nobody's rights hang on this form, and without a token its page is the same for all
# visitors and sets no cookie: see docs/decisions/0130-the-contact-form-needs-no-cookie.md.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def send(request, page_id):
    """Keep the message and thank for it, or show the form again with what was typed and what is wrong."""
    # Not by `pk`, with which Django asks for keys of pages that no database holds.
    page = get_object_or_404(ContactPage.objects.live().public(), id=page_id)
    address = page.get_url(request)
    if request.method != "POST":
        return HttpResponseRedirect(address)
    form = MessageForm(request.POST, page=page, routes=page.routes.all())
    if not form.is_valid():
        return page.serve(request, form=form)
    if not may_send(request):
        form.add_error(None, _too_many())
        response = page.serve(request, form=form)
        response.status_code = TOO_MANY
        return response
    receive(page, form.cleaned_data, form.route)
    return HttpResponseRedirect(f"{address}?sent=1#sent")


def _too_many():
    return _(
        "Several messages have come from your connection within the last hour. "
        "Your text is kept below: send it again in an hour."
    )
