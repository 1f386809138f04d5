"""A request that comes again with its key is answered again, and done once."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from akuntabel.platform.akses.models import KunciIdempoten
from akuntabel.platform.akses.ulang import Jawaban, KunciDipakaiError, Permintaan, remove_kunci_lama, run_sekali

PERMINTAAN = Permintaan("token 1", "kunci-1", "POST", "/api/v1/x", "a" * 64)


class Kerja:
    """Something that must not happen twice."""

    def __init__(self) -> None:
        self.kali = 0

    def __call__(self) -> Jawaban:
        self.kali += 1
        return Jawaban(200, {"kali": self.kali})


@pytest.mark.django_db
def test_second_time_gets_the_first_answer() -> None:
    kerja = Kerja()
    pertama, kedua = run_sekali(PERMINTAAN, kerja), run_sekali(PERMINTAAN, kerja)
    assert kerja.kali == 1
    assert (pertama.isi, pertama.is_ulangan) == ({"kali": 1}, False)
    assert (kedua.isi, kedua.is_ulangan) == ({"kali": 1}, True)


@pytest.mark.django_db
@pytest.mark.parametrize("lain", [{"metode": "PUT"}, {"alamat": "/api/v1/y"}, {"sidik_isi": "b" * 64}])
def test_key_of_another_request_is_refused(lain: dict[str, str]) -> None:
    kerja = Kerja()
    run_sekali(PERMINTAAN, kerja)
    with pytest.raises(KunciDipakaiError):
        run_sekali(replace(PERMINTAAN, **lain), kerja)
    assert kerja.kali == 1


@pytest.mark.django_db
def test_keys_of_two_programs_do_not_meet() -> None:
    kerja = Kerja()
    run_sekali(PERMINTAAN, kerja)
    run_sekali(replace(PERMINTAAN, pemegang="token 2"), kerja)
    assert kerja.kali == 2


@pytest.mark.django_db
def test_what_failed_may_be_tried_again() -> None:
    def gagal() -> Jawaban:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        run_sekali(PERMINTAAN, gagal)
    assert not KunciIdempoten.objects.exists()
    assert run_sekali(PERMINTAAN, Kerja()).isi == {"kali": 1}


@pytest.mark.django_db
def test_key_runs_out() -> None:
    kerja = Kerja()
    run_sekali(PERMINTAAN, kerja)
    KunciIdempoten.objects.update(kedaluwarsa=timezone.now() - timedelta(seconds=1))
    assert not run_sekali(PERMINTAAN, kerja).is_ulangan
    KunciIdempoten.objects.update(kedaluwarsa=timezone.now() - timedelta(seconds=1))
    remove_kunci_lama()
    assert not KunciIdempoten.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_waits_for_the_other() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time anyway, and its test database is of one thread")
    kerja, mulai, hasil = Kerja(), threading.Barrier(2), []

    def ask() -> None:
        mulai.wait()
        hasil.append(run_sekali(PERMINTAAN, kerja))
        connections.close_all()

    benang = [threading.Thread(target=ask) for _ in range(2)]
    for b in benang:
        b.start()
    for b in benang:
        b.join()
    assert kerja.kali == 1
    assert sorted(h.is_ulangan for h in hasil) == [False, True]
