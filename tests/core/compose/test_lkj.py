"""The composed report: everything PermenPANRB 53/2014 asks for, what lacks is said, and nothing is typed twice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.kelengkapan import ANALISIS, StatusAnalisis, daftar_kelengkapan
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.narasi import RujukanNarasiError
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.json import dump_naskah
from akuntabel.core.naskah.model import (
    Angka,
    Baris,
    Blok,
    Daftar,
    Gambar,
    Gaya,
    JenisBab,
    Judul,
    Kertas,
    Naskah,
    Paragraf,
    Tabel,
    TandaTangan,
    teks_baris,
)
from akuntabel.core.naskah.penomoran import ubah_baris
from contoh_paket import compute_contoh, read_contoh

CONTOH = compose_lkj(compute_contoh())


def _blok(naskah: Naskah) -> Iterator[Blok]:
    return (b for bab in naskah.bab for b in bab.isi)


def _tabel(naskah: Naskah, id_: str) -> Tabel:
    return next(b for b in _blok(naskah) if isinstance(b, Tabel) and b.id == id_)


def _bergaya(naskah: Naskah, gaya: Gaya) -> list[str]:
    return [teks_baris(b.isi) for b in _blok(naskah) if isinstance(b, Paragraf) and b.gaya is gaya]


def _semua_teks(naskah: Naskah) -> str:
    terkumpul: list[str] = []

    def catat(baris: Baris) -> Baris:
        terkumpul.append(teks_baris(baris))
        return baris

    for blok in _blok(naskah):
        ubah_baris(blok, catat)
    return "\n".join(terkumpul)


def test_chapters_stand_in_the_order_of_the_regulation():
    assert [b.judul for b in CONTOH.bab if b.jenis is JenisBab.BAB] == [
        "Pendahuluan",
        "Perencanaan Kinerja",
        "Akuntabilitas Kinerja",
        "Penutup",
    ]
    depan = [b.judul for b in CONTOH.bab if b.jenis is JenisBab.DEPAN]
    assert depan == [
        "Pernyataan Telah Direviu",
        "Kata Pengantar",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "Ikhtisar Eksekutif",
    ]


def test_every_sasaran_has_the_seven_analyses_in_order():
    bab = next(b for b in CONTOH.bab if b.judul == "Akuntabilitas Kinerja")
    sasaran: dict[str, list[str]] = {}
    kini = ""
    for b in bab.isi:
        if isinstance(b, Judul) and b.tingkat == 3:
            kini = b.teks
        elif isinstance(b, Judul) and b.tingkat == 4:
            sasaran.setdefault(kini, []).append(f"{b.nomor} {b.teks}")
    assert len(sasaran) == 3
    for daftar in sasaran.values():
        assert [j[:2] for j in daftar] == ["a.", "b.", "c.", "d.", "e.", "f.", "g."]
        assert "target dan realisasi" in daftar[0]
        assert "efisiensi" in daftar[5].lower()


def test_every_promised_indikator_is_in_the_measurement_measured_or_not():
    tabel = _tabel(CONTOH, "tabel-pengukuran")
    teks = [" ".join(s.teks for s in b.sel) for b in tabel.baris]
    for i in compute_contoh().indikator:
        assert any(f"{i.indikator.kode} {i.indikator.nama}" in t for t in teks)
    assert sum("menunggu rilis" in t for t in teks) == 2


def test_figures_of_the_report_are_the_computed_ones():
    teks = _semua_teks(CONTOH)
    for angka in ("102,39%", "106,47%", "62,87%", "196,42%", "105,26%", "91,70%", "64,42%", "Rp20.192.522.000"):
        assert angka in teks
    for cetak in ("62,4%", "94,05%", "83%", "5.014.962.097"):  # the source's errors stand in its notes only
        tanpa_catatan = replace(CONTOH, bab=CONTOH.bab[:-1])
        assert cetak not in _semua_teks(tanpa_catatan)


def test_difference_between_chain_and_leaves_is_shown():
    assert any("selisih +Rp8.000.000" in t for t in _bergaya(CONTOH, Gaya.KURANG))


def test_report_with_its_narrative_has_no_draft():
    assert _bergaya(CONTOH, Gaya.DRAF) == []


def test_unsigned_review_statement_says_that_it_is_no_review():
    bab = next(b for b in CONTOH.bab if b.id == "pernyataan-reviu")
    assert any("belum direviu" in teks_baris(b.isi) for b in bab.isi if isinstance(b, Paragraf))


def test_head_of_the_office_signs_the_preface_with_room_for_the_qr():
    bab = next(b for b in CONTOH.bab if b.id == "kata-pengantar")
    tanda_tangan = bab.isi[-1]
    assert isinstance(tanda_tangan, TandaTangan)
    assert tanda_tangan.qr
    assert tanda_tangan.penanda_tangan[0].nama == "Choirul Umam"


def test_figures_carry_words_and_the_same_numbers_as_a_table():
    gambar = [b for b in _blok(CONTOH) if isinstance(b, Gambar)]
    assert {g.id for g in gambar} >= {
        "gambar-struktur-pimpinan",
        "gambar-riwayat-1-2",
        "gambar-capaian-sasaran",
        "gambar-serapan",
        "gambar-data-1-4",
        "gambar-revisi",
    }
    assert all(g.alt for g in gambar)
    assert all(g.data is not None and g.data.baris for g in gambar if not g.id.startswith("gambar-struktur"))


def test_same_facts_give_the_same_bytes():
    assert dump_naskah(compose_lkj(compute_hasil(read_contoh()))) == dump_naskah(CONTOH)
    assert dump_naskah(compose_lkj(compute_contoh(), kertas=Kertas.F4)) != dump_naskah(CONTOH)


def _susun(**ganti: object) -> Naskah:
    fakta: FaktaTahun = replace(read_contoh(), **ganti)  # type: ignore[arg-type]  # fields by name
    return compose_lkj(compute_hasil(fakta))


def test_without_narrative_drafts_are_marked_and_gaps_are_named():
    naskah = _susun(narasi={})
    assert any("Rancangan kalimat" in t for t in _bergaya(naskah, Gaya.DRAF))
    kurang = " ".join(_bergaya(naskah, Gaya.KURANG))
    assert "Solusi yang telah dilakukan untuk indikator 1.4 belum diisi" in kurang
    assert "Kata pengantar belum ditulis" in kurang


@pytest.mark.parametrize(
    "ganti",
    [
        {"daftar_revisi": (), "daftar_rincian_revisi": ()},
        {"daftar_hibah": ()},
        {"daftar_perkara": ()},
        {"daftar_riwayat": (), "daftar_pembanding": (), "narasi": {}},
        {"daftar_isu": (), "daftar_langkah": (), "narasi": {}},
        {"daftar_catatan_sumber": ()},
        {"daftar_unit": (), "daftar_tugas": (), "daftar_isu": (), "daftar_langkah": ()},
        {
            "daftar_anggaran": (),
            "daftar_kode_anggaran": (),
            "daftar_sasaran_anggaran": (),
            "daftar_revisi": (),
            "daftar_rincian_revisi": (),
            "narasi": {},
        },
    ],
    ids=lambda g: "-".join(g),
)
def test_report_can_be_composed_without_a_part(ganti: dict[str, object]):
    naskah = _susun(**ganti)
    assert [b.judul for b in naskah.bab if b.jenis is JenisBab.BAB][-1] == "Penutup"


def test_matrix_says_which_analysis_is_there():
    matriks = {k.indikator.kode: k.status for k in daftar_kelengkapan(compute_contoh())}
    assert all(len(status) == len(ANALISIS) == 7 for status in matriks.values())
    assert matriks["1.2"][1] is StatusAnalisis.ADA
    assert matriks["1.4"][1] is StatusAnalisis.TANPA_DATA
    assert matriks["3.2"][0] is StatusAnalisis.TANPA_DATA
    tanpa = compute_hasil(replace(read_contoh(), narasi={}))
    assert daftar_kelengkapan(tanpa)[3].status[4] is StatusAnalisis.BELUM


def test_agreement_has_statement_annex_and_both_signatures():
    naskah = compose_perjanjian(read_isi_perjanjian(compute_contoh()))
    tanda_tangan = [b for b in _blok(naskah) if isinstance(b, TandaTangan)]
    assert len(tanda_tangan) == 2
    assert [p.di_atas[0] for p in tanda_tangan[0].penanda_tangan] == ["Pihak Kedua,", "Pihak Pertama,"]
    tabel = [b for b in _blok(naskah) if isinstance(b, Tabel)]
    assert len(tabel[0].baris) == 11
    assert tabel[1].baris[-1].sel[-1].teks == "20.184.522.000"


def test_narrative_that_refers_to_nothing_is_named_with_its_file():
    narasi = dict(read_contoh().narasi) | {"simpulan": "Lihat {{ tabel.tabel-entah }} dan {{ gambar.gambar-serapan }}."}
    with pytest.raises(RujukanNarasiError) as galat:
        _susun(narasi=narasi)
    assert "narasi/simpulan.md: tertulis “{{ tabel.tabel-entah }}”" in str(galat.value)
    assert "tabel-anggaran" in str(galat.value)


def test_lists_hold_items_and_numbers_are_bound():
    assert all(b.butir for b in _blok(CONTOH) if isinstance(b, Daftar))
    ikhtisar = next(b for b in CONTOH.bab if b.id == "ikhtisar-eksekutif")
    terikat = [p for b in ikhtisar.isi if isinstance(b, Paragraf) for p in b.isi if isinstance(p, Angka)]
    assert len(terikat) >= 6


def test_stages_of_the_election_are_shown_once_however_many_indicators_use_them():
    fakta = read_contoh()
    rumus = "tahapan.tepat_waktu / tahapan.wajib * 100"
    daftar = tuple(replace(i, rumus=rumus) if i.kode == "3.3" else i for i in fakta.daftar_indikator)
    naskah = compose_lkj(compute_hasil(replace(fakta, daftar_indikator=daftar)))
    assert [b.id for b in _blok(naskah) if isinstance(b, Tabel)].count("tabel-tahapan") == 1
