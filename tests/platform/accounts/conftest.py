"""Rina, who signs in by e-mail or NIP, and a browser that follows her."""

import pytest
from django.core.cache import cache
from django.test import Client
from orang_masuk import NIP, SANDI, Peramban

from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture(autouse=True)
def _kosongkan_cache() -> None:
    cache.clear()  # codes already used, mails already sent


@pytest.fixture
def rina(db: None) -> Pengguna:
    """With a password and a NIP."""
    return Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina Nur'aini", password=SANDI, nip=NIP)


@pytest.fixture
def peramban() -> Peramban:
    """A browser that nobody has signed in with."""
    return Peramban(Client())
