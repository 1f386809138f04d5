"""Settings of the application, fed by the environment; the defaults are one office on a laptop, safe as they are.

AKUNTABEL_DATA        folder of the database, files and key (default: ./data)
AKUNTABEL_SECRET_KEY  key of sessions and tokens (default: kunci-rahasia in AKUNTABEL_DATA; without either, a new one
                      each start)
AKUNTABEL_HOSTS       names under which the site is served, separated by commas (default: localhost)
DATABASE_URL          database (default: SQLite in AKUNTABEL_DATA)
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

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
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
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
    "akuntabel.platform.accounts",
    "akuntabel.platform.audit",
    "akuntabel.siklus.organisasi",
    "akuntabel.siklus.perencanaan",
    "akuntabel.siklus.perjanjian",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "akuntabel.config.urls"

AUTH_USER_MODEL = "accounts.Pengguna"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{nama}"}
    for nama in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
