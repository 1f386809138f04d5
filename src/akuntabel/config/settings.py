"""Settings of the application, fed by the environment; the defaults are one office on a laptop, safe as they are.

AKUNTABEL_DATA        folder of the database, files and key (default: ./data)
AKUNTABEL_SECRET_KEY  key of sessions and tokens (default: kunci-rahasia in AKUNTABEL_DATA; without either, a new one
                      each start)
AKUNTABEL_HOSTS       names under which the site is served, separated by commas (default: localhost)
DATABASE_URL          database (default: SQLite in AKUNTABEL_DATA)
AKUNTABEL_HTTPS       1 where the site is reached by https, as it must be outside one machine (default: 0)
AKUNTABEL_PROXIES     how many reverse proxies of our own stand before the site (default: 0, no header is believed)
AKUNTABEL_IDLE        minutes without a request after which a person is signed out (default: 60)
AKUNTABEL_EMAIL_URL   how mail leaves: smtp+tls://user:password@host:587, smtp://, smtps:// or console: (default: as
                      files in AKUNTABEL_DATA/surel); AKUNTABEL_EMAIL_FROM its sender
AKUNTABEL_OIDC_ISSUER single sign-on by OpenID Connect, with AKUNTABEL_OIDC_CLIENT_ID, _SECRET and _NAME (the words on
                      the button); opens accounts that exist, by verified e-mail (default: off)
AKUNTABEL_S3_BUCKET   files in this bucket instead of AKUNTABEL_DATA; with AKUNTABEL_S3_ALAMAT (endpoint), _WILAYAH
                      (region), _KUNCI and _RAHASIA (access key); needs the extra "s3"
AKUNTABEL_ALAMAT      address of the site as people outside type it; it is printed in the QR of signed documents
                      (default: http://localhost:8000)
AKUNTABEL_TTE_ALAMAT  remote signing service such as e-Sign of BSrE; with _PENGGUNA, _SANDI (account of this
                      application) and _PENERBIT (issuer named on documents, default BSrE); without it nobody is asked
AKUNTABEL_TTE_TSA     address of a time stamp authority (PAdES B-T); without it B-B, and nobody is asked
AKUNTABEL_TTE_AKAR    PEM file of the certificate issuers that are trusted
AKUNTABEL_API_LAJU    requests that one token, or one person, may make through the API in a minute (default: 600)
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url

from akuntabel.platform.accounts.lingkungan import read_oidc, read_surel

DATA = Path(os.environ.get("AKUNTABEL_DATA", "data")).resolve()


def _read_kunci() -> str:
    """The secret key: from the environment, else from its file, else one that ends with the process."""
    berkas = DATA / "kunci-rahasia"
    if kunci := os.environ.get("AKUNTABEL_SECRET_KEY"):
        return kunci
    return berkas.read_text("ascii").strip() if berkas.is_file() else secrets.token_urlsafe(50)


def _read_basis_data() -> dict[str, Any]:
    """DATABASE_URL, else SQLite with the options under which no write is lost (WAL, IMMEDIATE)."""
    if alamat := os.environ.get("DATABASE_URL"):
        return dict(dj_database_url.parse(alamat, conn_max_age=600, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "akuntabel.sqlite3",
        "CONN_MAX_AGE": 600,  # to open the file anew costs more than most pages
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # recursive_triggers: without it REPLACE would delete past the triggers that keep what is frozen
            "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"),
        },
    }


SECRET_KEY = _read_kunci()
DEBUG = False
ALLOWED_HOSTS = [h.strip() for h in os.environ.get("AKUNTABEL_HOSTS", "localhost,127.0.0.1").split(",")]
DATABASES = {"default": _read_basis_data()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "akuntabel.platform.accounts",
    "akuntabel.platform.audit",
    "akuntabel.platform.draf",
    "akuntabel.platform.files",
    "akuntabel.platform.tasks",
    "akuntabel.platform.akses",
    "akuntabel.platform.notifikasi",
    "akuntabel.siklus.organisasi",
    "akuntabel.siklus.perencanaan",
    "akuntabel.siklus.perjanjian",
    "akuntabel.siklus.pengukuran",
    "akuntabel.siklus.anggaran",
    "akuntabel.siklus.kepemiluan",
    "akuntabel.siklus.pelaporan",
    "akuntabel.siklus.reviu",
    "akuntabel.siklus.evaluasi",
    "akuntabel.siklus.publikasi",
    "akuntabel.doors.web",
    "akuntabel.doors.portal",
    "akuntabel.doors.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "akuntabel.doors.web.keamanan.kepala_aman",
]
ROOT_URLCONF = "akuntabel.config.urls"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
CSRF_FAILURE_VIEW = "akuntabel.doors.web.galat.csrf_gagal"
TEMPLATES: list[dict[str, Any]] = [
    {  # our screens: templates are the limit, not SQL, and Jinja2 is several times faster on tables
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "doors" / "web" / "templates"],
        "OPTIONS": {
            "environment": "akuntabel.doors.web.lingkungan.build_lingkungan",
            "context_processors": ["akuntabel.doors.web.lingkungan.add_permintaan"],
        },
    },
    {  # the public pages: no person, no menu, nothing of the screens
        "NAME": "portal",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "doors" / "portal" / "templates"],
        "OPTIONS": {"environment": "akuntabel.doors.portal.lingkungan.build_lingkungan"},
    },
    {  # what libraries bring along
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "accounts.Pengguna"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nama}", "OPTIONS": opsi}
    for nama, opsi in {
        "UserAttributeSimilarityValidator": {"user_attributes": ("email", "nip", "nama")},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},  # a NIP, a telephone number
    }.items()
]

# What goes wrong is written to the standard error, for whoever keeps the server.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"galat": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "loggers": {"django": {"handlers": ["galat"], "level": "ERROR", "propagate": True}},
}

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

SESSION_ENGINE = "akuntabel.platform.accounts.sesi"
SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# Background work: Procrastinate on PostgreSQL, the table of jobs itself on SQLite.
IS_POSTGRES = DATABASES["default"]["ENGINE"].endswith("postgresql")
TASKS = {
    "default": {
        "BACKEND": "akuntabel.platform.tasks.antrean_postgres.ProcrastinateBackend"
        if IS_POSTGRES
        else "akuntabel.platform.tasks.antrean.TugasBackend"
    }
}
BERKALA = (  # what is done again and again, and every how many minutes
    ("akuntabel.platform.audit.tugas.seal_jejak", 5),
    ("akuntabel.platform.tasks.berkala.remove_tugas_lama", 360),
    ("akuntabel.platform.akses.ulang.remove_kunci_lama", 360),
    ("akuntabel.platform.accounts.sesi.remove_sesi_lama", 360),
    ("akuntabel.platform.files.berkala.remove_berkas_sementara", 360),
    ("akuntabel.siklus.pengukuran.kabar.remind_tenggat", 60),
    ("akuntabel.siklus.pengukuran.tugas.refresh_usang", 30),
    ("akuntabel.siklus.evaluasi.kabar.remind_rekomendasi", 60),
    ("akuntabel.platform.notifikasi.ringkasan.send_ringkasan", 60),
    ("akuntabel.platform.notifikasi.ringkasan.remove_notifikasi_lama", 360),
)
INSTALLED_APPS += ["django_tasks", *(["procrastinate.contrib.django"] if IS_POSTGRES else [])]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # jobs are declared with django-tasks
PROCRASTINATE_ON_APP_READY = "akuntabel.platform.tasks.antrean_postgres.register"


# Files people bring, and files of the pages: hashed names, compressed, served by the application itself.
def _read_penyimpanan() -> dict[str, Any]:
    """The disk, else the bucket that the environment names."""
    if bucket := os.environ.get("AKUNTABEL_S3_BUCKET"):
        pilihan = {"endpoint_url": "ALAMAT", "region_name": "WILAYAH", "access_key": "KUNCI", "secret_key": "RAHASIA"}
        ada = {kunci: os.environ.get(f"AKUNTABEL_S3_{nama}") for kunci, nama in pilihan.items()}
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {"bucket_name": bucket, "file_overwrite": True, **{k: v for k, v in ada.items() if v}},
        }
    return {
        "BACKEND": "akuntabel.platform.files.penyimpanan.BerkasStorage",
        "OPTIONS": {"location": str(DATA / "berkas")},
    }


STORAGES = {
    "berkas": _read_penyimpanan(),
    "staticfiles": {"BACKEND": "akuntabel.config.statis.StatisStorage"},
}
STATIC_URL = "/statis/"
STATIC_ROOT = DATA / "statis"
WHITENOISE_USE_FINDERS = True  # before the first collectstatic, and in tests

# Signing in: password, second step, single sign-on, lock after failed attempts, sessions (docs/adr/0009).
IS_HTTPS = os.environ.get("AKUNTABEL_HTTPS", "0") == "1"
JUMLAH_PROKSI = int(os.environ.get("AKUNTABEL_PROXIES", "0"))
INSTALLED_APPS += [
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE += [
    "akuntabel.platform.accounts.diam.batas_diam",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "akuntabel.platform.accounts.sesi.PenggunaBackend"]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60

ACCOUNT_ADAPTER = "akuntabel.platform.accounts.adapter.AkunAdapter"
ACCOUNT_FORMS = {
    "login": "akuntabel.platform.accounts.forms.MasukForm",
    "change_password": "akuntabel.platform.accounts.forms.SandiForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}  # one field; PenggunaManager.get_by_natural_key tells e-mail from NIP
ACCOUNT_USER_MODEL_USERNAME_FIELD = "email"
ACCOUNT_USER_DISPLAY = str
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up (AkunAdapter); allauth wants the list to agree
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are entered by an admin
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Django's own knows the address of the person only; allauth's would keep old addresses, which could then still reset.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 — a class
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = False  # django-axes counts, for all processes together
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
MFA_ADAPTER = "akuntabel.platform.accounts.adapter.DuaLangkahAdapter"
MFA_FORMS = {
    "authenticate": "akuntabel.platform.accounts.forms.KodeMasukForm",
    "reauthenticate": "akuntabel.platform.accounts.forms.KodeUlangForm",
}
MFA_TOTP_TOLERANCE = 1  # clocks of telephones are up to half a minute off
MFA_RATE_LIMITS = False
SOCIALACCOUNT_ADAPTER = "akuntabel.platform.accounts.adapter.OidcAdapter"
SOCIALACCOUNT_PROVIDERS = read_oidc(os.environ)
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: the content policy allows no form to end at another site

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who keeps trying does not wait longer
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "akuntabel.platform.accounts.pengenal.read_pengenal"
AXES_CLIENT_IP_CALLABLE = "akuntabel.platform.accounts.pengenal.read_alamat"
AXES_LOCKOUT_CALLABLE = "akuntabel.platform.accounts.views.terkunci"
AXES_SENSITIVE_PARAMETERS = [
    "username", "ip_address", "login", "oldpassword", "password1", "password2", "code", "csrfmiddlewaretoken",
]  # fmt: skip
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_VERBOSE = False

SESI_DIAM = timedelta(minutes=int(os.environ.get("AKUNTABEL_IDLE", "60")))
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS and JUMLAH_PROKSI else None

SUREL = read_surel(os.environ.get("AKUNTABEL_EMAIL_URL"))
EMAIL_BACKEND, EMAIL_FILE_PATH = SUREL.backend, DATA / "surel"
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SUREL.host, SUREL.port, SUREL.user, SUREL.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = SUREL.use_tls, SUREL.use_ssl, 10
DEFAULT_FROM_EMAIL = os.environ.get("AKUNTABEL_EMAIL_FROM", "Akuntabel <akuntabel@localhost>")

# Electronic signatures (docs/adr/0011-signatures.md).
ALAMAT_SITUS = os.environ.get("AKUNTABEL_ALAMAT", "http://localhost:8000")
TTE = {nama: os.environ.get(f"AKUNTABEL_TTE_{nama}", "") for nama in ("ALAMAT", "PENGGUNA", "SANDI", "TSA", "AKAR")}
TTE["PENERBIT"] = os.environ.get("AKUNTABEL_TTE_PENERBIT", "BSrE")

# The API (docs/adr/0024-api.md).
API_LAJU = int(os.environ.get("AKUNTABEL_API_LAJU", "600"))
