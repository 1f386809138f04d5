"""Do an act on behalf of a screen: what it refuses is said to the person, nothing of it is half done."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from akuntabel.siklus.bentrok import SudahBerubahError


def perform(request: HttpRequest, tindakan: Callable[[], object], *, sukses: str) -> bool:
    """Run an act of a button without fields. True: done, and said so. False: refused, and the reasons are shown.

    PermissionDenied goes through and ends in the page 403. Acts with fields use ``formulir.save_form``.
    """
    try:
        tindakan()
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
        return False
    except SudahBerubahError as galat:
        messages.warning(request, str(galat))
        return False
    messages.success(request, sukses)
    return True
