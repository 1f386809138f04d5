"""The data behind an indicator: elements by sex, stages of the election, cases. Shown once, referred to after."""

from collections.abc import Sequence

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.rumus import parse_rumus
from akuntabel.core.compose.gambar import gambar_elemen
from akuntabel.core.compose.kalimat import baris, baris_kelompok, paragraf, rujuk
from akuntabel.core.compose.tampilan import kolom_angka, kolom_pendek, kolom_teks, teks_rumus
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.kepemiluan import JenisPerkara, KelompokTahapan, Perkara, StatusTahapan, Tahapan
from akuntabel.core.fakta.pengukuran import Elemen
from akuntabel.core.naskah.model import BarisTabel, Blok, Tabel


def compose_data_pendukung(hasil: HasilTahun, i: HasilIndikator, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    """The tables that show what the formula of an indicator was fed with."""
    nama = parse_rumus(i.indikator.rumus).elemen
    dasar = tuple(dict.fromkeys(n.split(".")[0] for n in nama))
    if "tahapan" in dasar:
        return _tahapan(hasil, terpakai)
    if "perkara" in dasar:
        return _perkara(hasil, terpakai)
    elemen = [
        e
        for e in hasil.fakta.daftar_elemen
        if e.kode in dasar and {f"{e.kode}.L", f"{e.kode}.P"} <= hasil.elemen.keys()
    ]
    if not elemen:
        return ()
    kunci = tuple(e.kode for e in elemen)
    id_ = "tabel-data-" + "-".join(kunci).replace("_", "-")
    rumus = paragraf(f"Rumus realisasi: {teks_rumus(hasil, i.indikator)}. Datanya ada pada ", rujuk(id_), ".")
    if kunci in terpakai:
        return (rumus,)
    terpakai.add(kunci)
    return (rumus, _tabel_elemen(hasil, i, elemen, id_), *gambar_elemen(hasil, i, elemen))


def _tabel_elemen(hasil: HasilTahun, i: HasilIndikator, daftar: Sequence[Elemen], id_: str) -> Tabel:
    kolom = (
        kolom_teks("Data", 5),
        kolom_pendek("Satuan"),
        kolom_angka("Laki-laki"),
        kolom_angka("Perempuan"),
        kolom_angka("Jumlah"),
    )
    isi = tuple(
        baris(e.nama, e.satuan, *(_bulat(hasil.elemen[n]) for n in (f"{e.kode}.L", f"{e.kode}.P", e.kode)))
        for e in daftar
    )
    sumber = "; ".join(
        dict.fromkeys(f.sumber for f in hasil.fakta.daftar_fakta if f.elemen in {e.kode for e in daftar} and f.sumber)
    )
    return Tabel(id_, f"Data Indikator {i.indikator.kode} menurut Jenis Kelamin", kolom, isi, sumber=sumber)


def _bulat(nilai: Nilai) -> Besaran:
    return Besaran(nilai, ringkas=True)


_STATUS_TAHAPAN = {
    StatusTahapan.SELESAI: "selesai",
    StatusTahapan.BELUM: "belum selesai",
    StatusTahapan.DI_LUAR_TAHUN: "di luar tahun laporan",
    StatusTahapan.TIDAK_BERLAKU: "tidak berlaku",
}


def _tahapan(hasil: HasilTahun, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    """All stages, planned and real; those that do not count for the year say why."""
    kalimat = paragraf(
        "Dari ",
        _bulat(hasil.elemen["tahapan.wajib"]),
        f" tahapan yang menjadi kewajiban tahun {hasil.fakta.tahun}, ",
        _bulat(hasil.elemen["tahapan.tepat_waktu"]),
        " selesai tepat waktu. Seluruh tahapan ada pada ",
        rujuk("tabel-tahapan"),
        ".",
    )
    if ("tahapan",) in terpakai:
        return (kalimat,)
    terpakai.add(("tahapan",))
    return kalimat, _tabel_tahapan(hasil)


def _tabel_tahapan(hasil: HasilTahun) -> Tabel:
    tahapan = hasil.fakta.daftar_tahapan
    isi: list[BarisTabel] = []
    for kelompok in KelompokTahapan:
        daftar = sorted((t for t in tahapan if t.kelompok is kelompok), key=lambda t: t.urut)
        if daftar:
            isi.append(baris_kelompok(f"Tahapan {kelompok.value}", 4))
            isi += [_baris_tahapan(n, t) for n, t in enumerate(daftar, 1)]
    pemilihan = {t.pemilihan for t in tahapan}
    return Tabel(
        "tabel-tahapan",
        "Tahapan " + "; ".join(p.nama for p in hasil.fakta.daftar_pemilihan if p.kode in pemilihan),
        (kolom_pendek("No."), kolom_teks("Tahapan", 5), kolom_teks("Jadwal", 4), kolom_teks("Pelaksanaan", 3)),
        tuple(isi),
        sumber="; ".join(dict.fromkeys(t.sumber for t in tahapan if t.sumber)),
    )


def _baris_tahapan(nomor: int, t: Tahapan) -> BarisTabel:
    waktu = {True: ", tepat waktu", False: ", terlambat"}
    status = _STATUS_TAHAPAN[t.status]
    if t.is_tepat_waktu is not None:
        status += waktu[t.is_tepat_waktu]
    return baris(str(nomor), t.nama, _jadwal(t), status)


def _jadwal(t: Tahapan) -> str:
    if t.rencana_mulai is None and t.rencana_selesai is None:
        return "tidak dinyatakan dalam sumber"
    ujung = [Besaran(Nilai.of(1), tanggal=d).teks for d in (t.rencana_mulai, t.rencana_selesai) if d is not None]
    return " s.d. ".join(dict.fromkeys(ujung))


_JENIS_PERKARA = {
    JenisPerkara.SENGKETA_PROSES: "Sengketa proses",
    JenisPerkara.SENGKETA_TUN: "Sengketa tata usaha negara",
    JenisPerkara.PERSELISIHAN_HASIL: "Perselisihan hasil",
    JenisPerkara.PELANGGARAN: "Pelanggaran",
    JenisPerkara.KONFLIK: "Konflik",
}


def _perkara(hasil: HasilTahun, terpakai: set[tuple[str, ...]]) -> tuple[Blok, ...]:
    daftar = hasil.fakta.daftar_perkara
    if not daftar:
        return (paragraf(f"Tidak ada perkara yang tercatat sepanjang tahun {hasil.fakta.tahun}."),)
    rujukan = paragraf("Perkara yang tercatat ada pada ", rujuk("tabel-perkara"), ".")
    if ("perkara",) in terpakai:
        return (rujukan,)
    terpakai.add(("perkara",))
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Jenis dan lembaga", 3),
        kolom_teks("Nomor", 4),
        kolom_teks("Pemohon dan termohon", 4),
        kolom_teks("Putusan", 4),
    )
    isi = tuple(_baris_perkara(n, p) for n, p in enumerate(daftar, 1))
    judul = f"Perkara dan Sengketa Tahun {hasil.fakta.tahun}"
    return rujukan, Tabel("tabel-perkara", judul, kolom, isi, sumber="; ".join(dict.fromkeys(p.sumber for p in daftar)))


def _baris_perkara(nomor: int, p: Perkara) -> BarisTabel:
    pihak = f"Pemohon: {p.pemohon or 'tidak disebut'}. Termohon: {p.termohon or 'tidak disebut'}."
    putusan = p.amar or p.keterangan or "tidak dinyatakan dalam sumber"
    return baris(str(nomor), f"{_JENIS_PERKARA[p.jenis]} ({p.lembaga})", p.nomor or "–", pihak, putusan)
