"""Who signs in. What a person may do in an office is said by the office (siklus.organisasi), not here."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


def rapikan_nip(nip: str) -> str:
    """A NIP without the spaces in which it is often written (19780101 200501 1 001)."""
    return "".join(nip.split())


class PenggunaManager(BaseUserManager["Pengguna"]):
    """People by e-mail or NIP."""

    def create_pengguna(self, email: str, nama: str, *, password: str | None = None, nip: str = "") -> "Pengguna":
        """A person who may sign in; without a password only by other means."""
        pengguna = self.model(email=email.strip().lower(), nama=nama.strip(), nip=rapikan_nip(nip) or None)
        pengguna.set_password(password)
        pengguna.full_clean()
        pengguna.save(using=self._db)
        return pengguna

    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        """The person of an e-mail address, in whatever case, or of a NIP, with or without its spaces."""
        teks = (username or "").strip()
        nip = rapikan_nip(teks)
        return self.get(nip=nip) if nip.isdecimal() else self.get(email=teks.lower())


class Pengguna(AbstractBaseUser):
    """A person with a way to sign in."""

    email = models.EmailField(  # kept in small letters
        "surel", max_length=254, unique=True, error_messages={"unique": "Surel ini sudah dipakai pengguna lain."}
    )
    nip = models.CharField(
        "NIP",
        max_length=18,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^\d{18}$", "Tertulis bukan 18 angka; NIP terdiri atas 18 angka.")],
        error_messages={"unique": "NIP ini sudah dipakai pengguna lain."},
    )
    nama = models.CharField("nama", max_length=200)
    is_active = models.BooleanField("aktif", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]
    objects = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"
        constraints = (models.CheckConstraint(condition=Q(email=Lower("email")), name="pengguna_surel_huruf_kecil"),)

    def __str__(self) -> str:
        return self.nama
