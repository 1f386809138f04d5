"""The mail by which a person makes the first password, or a new one."""

from allauth.account.forms import ResetPasswordForm, default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.core.context import request_context
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from akuntabel.platform.accounts.models import Pengguna


def send_tautan_sandi(pengguna: Pengguna, *, request: HttpRequest) -> None:
    """Have the link sent, good for a day and for one use; nothing to a person who was withdrawn.

    request: whose page sends it; it gives the address of the site.
    """
    with request_context(request):
        formulir = ResetPasswordForm({"email": pengguna.email})
        if formulir.is_valid():
            formulir.save(request)


@task
def deliver_tautan_sandi(pengguna_id: int, situs: str) -> None:
    """Send the link. situs: https://akuntabel.contoh.go.id/

    A job, because the answer to a stranger must not take longer where the address exists; and the key of the link is
    made here, so that none lies in the table of jobs. Done twice it is a second mail, whose link is as good.
    """
    pengguna = Pengguna.objects.filter(pk=pengguna_id, is_active=True).first()
    if pengguna is None:
        return
    kunci = {"uidb36": user_pk_to_url_str(pengguna), "key": default_token_generator.make_token(pengguna)}
    tautan = situs.rstrip("/") + reverse("account_reset_password_from_key", kwargs=kunci)
    isi = render_to_string("account/email/tautan_sandi.txt", {"pengguna": pengguna, "tautan": tautan, "situs": situs})
    send_mail("Kata sandi untuk Akuntabel", isi, None, [pengguna.email])
