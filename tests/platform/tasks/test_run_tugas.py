"""A job is asked for, done, and followed; who was overtaken writes nothing more."""

import time

import pytest
import tugas_uji
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit, SegelAudit
from akuntabel.platform.audit.segel import TENANG
from akuntabel.platform.tasks import kerjakan
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.berkala import SIMPAN_TUGAS, daftar_berkala, remove_tugas_lama
from akuntabel.platform.tasks.kerjakan import TugasDiambilAlihError, report_kemajuan, run_tugas
from akuntabel.platform.tasks.models import HILANG, StatusTugas, Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut, run_berkala

pytestmark = pytest.mark.django_db


def _hilangkan_detak(tugas: Tugas) -> None:
    """As if its worker had been killed."""
    Tugas.objects.filter(pk=tugas.pk).update(detak=timezone.now() - HILANG * 2)


def test_a_job_is_queued_by_django_tasks_and_its_result_read_there():
    hasil = tugas_uji.sum_angka.enqueue(2, b=3)
    assert hasil.status == TaskResultStatus.READY
    assert run_berikut("a")
    hasil.refresh()
    assert (hasil.status, hasil.return_value, hasil.attempts) == (TaskResultStatus.SUCCESSFUL, 5, 1)


def test_its_owner_follows_it_and_nobody_else_does():
    rina, tono = (Pengguna.objects.create_pengguna(f"{n}@contoh.go.id", n) for n in ("rina", "tono"))
    tugas = submit_tugas(tugas_uji.sum_angka, 2, 3, by=rina)
    run_tugas(tugas.pk, "a")
    tugas = Tugas.objects.visible_to(rina).get()
    assert (tugas.status, tugas.persen, tugas.pesan, tugas.hasil) == (StatusTugas.SELESAI, 100, "separuh jalan", 5)
    assert not Tugas.objects.visible_to(tono).exists()


def test_a_job_that_cannot_be_done_says_why():
    tugas = submit_tugas(tugas_uji.refuse_berkas, by=None)
    run_tugas(tugas.pk, "a")
    tugas.refresh_from_db()
    assert (tugas.status, tugas.pesan) == (StatusTugas.GAGAL, "Baris 3: tertulis “x”, diharapkan angka.")
    assert tugas.hasil == {"baris": 3}


def test_a_bug_ends_the_job_and_shows_its_owner_a_number_only():
    tugas = submit_tugas(tugas_uji.break_down, by=None)
    run_tugas(tugas.pk, "a")
    tugas.refresh_from_db()
    assert tugas.status == StatusTugas.GAGAL
    assert str(tugas.pk) in tugas.pesan
    assert "rahasia" not in tugas.pesan
    assert "ZeroDivisionError: rahasia dalam" in tugas.galat


def test_a_job_is_queued_with_the_transaction_that_asks_for_it():
    with transaction.atomic():
        tugas_uji.sum_angka.enqueue(1, 2)
        transaction.set_rollback(True)
    assert not run_berikut("a")


def test_oldest_first_and_nothing_twice():
    pertama = submit_tugas(tugas_uji.sum_angka, 1, 1, by=None)
    submit_tugas(tugas_uji.sum_angka, 2, 2, by=None)
    assert run_berikut("a")
    assert Tugas.objects.get(status=StatusTugas.SELESAI) == pertama
    assert not run_tugas(pertama.pk, "b")
    assert run_berikut("b")
    assert not run_berikut("b")


def test_a_job_of_a_living_worker_is_not_taken_and_that_of_a_silent_one_is():
    tugas = submit_tugas(tugas_uji.sum_angka, 1, 1, by=None)
    assert Tugas.objects.claim(tugas.pk, "a") is not None
    assert not run_tugas(tugas.pk, "b")
    _hilangkan_detak(tugas)
    assert run_tugas(tugas.pk, "b")
    tugas.refresh_from_db()
    assert (tugas.status, tugas.pekerja, tugas.percobaan) == (StatusTugas.SELESAI, "b", 2)


def _ambil_alih(monkeypatch: pytest.MonkeyPatch, tugas: Tugas) -> None:
    """While the first attempt calls its function, another worker takes it for dead."""
    asli = kerjakan.import_string

    def lambat(nama: str) -> object:
        monkeypatch.setattr(kerjakan, "import_string", asli)
        _hilangkan_detak(tugas)
        assert Tugas.objects.claim(tugas.pk, "b") is not None
        return asli(nama)

    monkeypatch.setattr(kerjakan, "import_string", lambat)


@pytest.mark.parametrize("fungsi", [tugas_uji.write_pengguna, tugas_uji.refuse_berkas, tugas_uji.break_down])
def test_who_was_overtaken_commits_nothing(monkeypatch: pytest.MonkeyPatch, fungsi):
    argumen = ["baru@contoh.go.id"] if fungsi is tugas_uji.write_pengguna else []
    tugas = submit_tugas(fungsi, *argumen, by=None)
    _ambil_alih(monkeypatch, tugas)
    assert run_tugas(tugas.pk, "a")
    tugas.refresh_from_db()
    assert (tugas.status, tugas.pekerja, tugas.pesan) == (StatusTugas.BERJALAN, "b", "")
    assert not Pengguna.objects.exists()


def test_progress_of_who_was_overtaken_stops_it(monkeypatch: pytest.MonkeyPatch):
    tugas = submit_tugas(tugas_uji.sum_angka, 1, 1, by=None)
    _ambil_alih(monkeypatch, tugas)
    monkeypatch.setattr(kerjakan, "_finish", kerjakan._call)
    with pytest.raises(TugasDiambilAlihError):
        run_tugas(tugas.pk, "a")


def test_the_last_transaction_commits_while_the_job_is_ours():
    tugas = submit_tugas(tugas_uji.write_pengguna, "baru@contoh.go.id", by=None)
    run_tugas(tugas.pk, "a")
    assert Pengguna.objects.get().email == "baru@contoh.go.id"


def test_a_job_that_killed_three_workers_is_not_given_to_a_fourth():
    tugas = submit_tugas(tugas_uji.sum_angka, 1, 1, by=None)
    for pekerja in "abc":
        assert Tugas.objects.claim(tugas.pk, pekerja)
        _hilangkan_detak(tugas)
    assert run_tugas(tugas.pk, "d")
    tugas.refresh_from_db()
    assert tugas.status == StatusTugas.GAGAL
    assert "3 kali terhenti" in tugas.pesan


def test_only_a_declared_job_is_called():
    tugas = Tugas.objects.create(nama="os.system", argumen={"args": ["true"], "kwargs": {}})
    run_tugas(tugas.pk, "a")
    tugas.refresh_from_db()
    assert "os.system is not a task" in tugas.galat


def test_progress_outside_a_job_is_nothing():
    report_kemajuan(10, "tidak ada yang membaca")
    assert not Tugas.objects.exists()


def test_finished_jobs_leave_after_a_season():
    lama, baru, menunggu = (submit_tugas(tugas_uji.sum_angka, 1, 1, by=None) for _ in range(3))
    Tugas.objects.filter(pk=lama.pk).update(status=StatusTugas.SELESAI, selesai_at=timezone.now() - SIMPAN_TUGAS * 2)
    Tugas.objects.filter(pk=baru.pk).update(status=StatusTugas.SELESAI, selesai_at=timezone.now())
    remove_tugas_lama()
    assert set(Tugas.objects.all()) == {baru, menunggu}


def test_the_worker_seals_the_trail_by_itself():
    rina = Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
    JejakAudit.objects.create(tindakan="uji", objek="uji", objek_id=rina.pk, waktu=timezone.now() - TENANG * 2)
    jatuh_tempo = dict.fromkeys(daftar_berkala(), 0.0)
    run_berkala(jatuh_tempo)
    assert SegelAudit.objects.get().jumlah == 1
    assert min(jatuh_tempo.values()) > time.monotonic() + 60  # not again at once


def test_what_is_done_again_and_again_is_known_to_the_workers():
    assert {b.fungsi.__name__: b.cron for b in daftar_berkala()} == {
        "seal_jejak": "*/5 * * * *",
        "remove_tugas_lama": "7 */6 * * *",
        "refresh_usang": "*/30 * * * *",
        "remind_tenggat": "7 */1 * * *",
        "remind_rekomendasi": "7 */1 * * *",
        "send_ringkasan": "7 */1 * * *",
        "remove_notifikasi_lama": "7 */6 * * *",
        "remove_kunci_lama": "7 */6 * * *",
        "remove_sesi_lama": "7 */6 * * *",
        "remove_berkas_sementara": "7 */6 * * *",
    }
    if connection.vendor == "postgresql":
        from procrastinate.contrib.django import app  # only where its app is installed

        terdaftar = {nama for nama, _ in app.periodic_registry.periodic_tasks}
        assert terdaftar == {"pulihkan"} | {b.fungsi.__name__ for b in daftar_berkala()}
