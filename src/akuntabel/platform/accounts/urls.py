"""Addresses of signing in, in Indonesian, under the names that allauth looks for."""

from allauth.account import views as akun
from allauth.mfa.base import views as dua_langkah
from allauth.mfa.recovery_codes import views as kode_pemulihan
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as luar
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.contrib.auth.decorators import login_required
from django.urls import path, re_path
from django.views.generic import RedirectView

from akuntabel.platform.accounts.lingkungan import ID_PENYEDIA
from akuntabel.platform.accounts.views import AkunView, MasukView, masuk_sso

PENYEDIA = {"provider_id": ID_PENYEDIA}
# Who has no password yet has nothing to prove who they are in an open session: the first one comes by mail.
SANDI_PERTAMA = login_required(RedirectView.as_view(pattern_name="account_reset_password"))

urlpatterns = [
    path("masuk/", MasukView.as_view(), name="account_login"),
    path("masuk/kode/", dua_langkah.authenticate, name="mfa_authenticate"),
    path("masuk/sso/", masuk_sso, PENYEDIA, name="openid_connect_login"),
    path("masuk/sso/kembali/", oidc.callback, PENYEDIA, name="openid_connect_callback"),
    path("masuk/sso/batal/", luar.login_cancelled, name="socialaccount_login_cancelled"),
    path("masuk/sso/gagal/", luar.login_error, name="socialaccount_login_error"),
    path("masuk/tidak-aktif/", akun.account_inactive, name="account_inactive"),
    path("daftar/", akun.signup, name="account_signup"),  # says that only an admin adds people
    path("keluar/", akun.logout, name="account_logout"),
    path("akun/", AkunView.as_view(), name="akun"),
    path("akun/pastikan/", akun.reauthenticate, name="account_reauthenticate"),
    path("akun/pastikan/kode/", dua_langkah.reauthenticate, name="mfa_reauthenticate"),
    path("akun/sandi/", akun.password_change, name="account_change_password"),
    path("akun/sandi/baru/", SANDI_PERTAMA, name="account_set_password"),
    path("akun/sandi/lupa/", akun.password_reset, name="account_reset_password"),
    path("akun/sandi/lupa/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^akun/sandi/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        akun.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("akun/sandi/lupa/selesai/", akun.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("akun/dua-langkah/", dua_langkah.index, name="mfa_index"),
    path("akun/dua-langkah/aktifkan/", totp.activate_totp, name="mfa_activate_totp"),
    path("akun/dua-langkah/matikan/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/dua-langkah/kode-pemulihan/", kode_pemulihan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/dua-langkah/kode-pemulihan/buat/",
        kode_pemulihan.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "akun/dua-langkah/kode-pemulihan/unduh/",
        kode_pemulihan.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
