"""Open recommendations stand beside the indicators while the next year is planned, until they are settled."""

from collections.abc import Callable

from django.test import Client
from evaluasi_contoh import Evaluasi
from pemeran import Pemeran
from rencana_contoh import build_rencana

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.actions_rekomendasi import (
    IsiRekomendasi,
    approve_tindak_lanjut,
    draft_rekomendasi,
    draft_tindak_lanjut,
)
from akuntabel.siklus.perencanaan.actions.rencana import draft_rencana

KAMUS, RKT = "/satker/357200/2026/kamus/", "/satker/357200/2026/rkt/"


def test_planning_shows_what_was_recommended_for_an_indicator(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Callable[[Pengguna], Client]
) -> None:
    rencana, rina = build_rencana(pemeran), masuk(pemeran.rina)
    rkt = draft_rencana(pemeran.kota, 2026, by=pemeran.rina)
    isi = IsiRekomendasi("Naikkan target partisipasi.", indikator=rencana.partisipasi, sumber="Surat 7/2026")
    r = draft_rekomendasi(pemeran.kota, 2025, isi, by=evaluasi.eva)
    umum = IsiRekomendasi("Benahi arsip.", sumber="Surat 7/2026")
    draft_rekomendasi(pemeran.kota, 2025, umum, by=evaluasi.eva)
    for alamat in (KAMUS, RKT, f"{RKT}{rkt.pk}/target/"):
        halaman = rina.get(alamat).content.decode()
        assert "Naikkan target partisipasi." in halaman, alamat
        assert f"/satker/357200/2025/rekomendasi/{r.pk}/" in halaman
    assert "Benahi arsip." in rina.get(RKT).content.decode()
    assert "Naikkan" not in rina.get("/satker/357200/2024/kamus/").content.decode()
    draft_tindak_lanjut(r, "Dinaikkan.", by=pemeran.rina)
    approve_tindak_lanjut(r, by=evaluasi.eva)
    assert "Naikkan target partisipasi." not in rina.get(KAMUS).content.decode()
