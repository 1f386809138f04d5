"""The link by which somebody makes a password, and what the admin reads about where its mail went."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.surat import send_tautan_sandi

# Without a mail server nobody waits in vain: whoever runs the machine finds the mail, and hands it on.
TANPA_SERVER = {
    "filebased": "Instalasi ini tanpa server surel: surelnya tersimpan sebagai berkas di folder “surel” dalam folder "
    "data aplikasi. Mintalah pengelola server meneruskannya kepada orangnya.",
    "console": "Instalasi ini tanpa server surel: surelnya tercetak di log server. Mintalah pengelola server "
    "meneruskannya kepada orangnya.",
}


def invite(request: HttpRequest, pengguna: Pengguna) -> None:
    """Send the link to who has no password yet, and say so; the link itself is shown to nobody."""
    if pengguna.has_usable_password():
        return
    send_tautan_sandi(pengguna, request=request)
    jenis = settings.EMAIL_BACKEND.removeprefix("django.core.mail.backends.").partition(".")[0]
    dikirim = f"Surel berisi tautan untuk membuat kata sandi dikirim ke {pengguna.email}"
    messages.info(request, f"{dikirim} (paling banyak satu dalam dua menit). {TANPA_SERVER.get(jenis, '')}".strip())
