"""Drafts of the texts around the analyses: preface to conclusion."""

from collections.abc import Callable, Mapping

from akuntabel.core.compose.kalimat import sambung
from akuntabel.core.fakta.hasil import HasilTahun

_SAKIP = "peraturan.perpres-29-2014"
_PEDOMAN = "peraturan.permenpanrb-53-2014"


def _draft_kata_pengantar(hasil: HasilTahun) -> str:
    return (
        "Laporan Kinerja {{ satker.nama_lengkap }} Tahun {{ tahun }} disusun untuk memenuhi "
        f"{{{{ {_SAKIP} }}}} dan berpedoman pada {{{{ {_PEDOMAN} }}}}.\n\n"
        "Laporan ini mempertanggungjawabkan apa yang diperjanjikan, apa yang dicapai, dan apa yang masih harus "
        "diperbaiki. Dari {{ jumlah.indikator }} indikator yang diperjanjikan, {{ jumlah.terukur }} sudah terukur dan "
        "{{ jumlah.tercapai }} di antaranya mencapai target.\n\n"
        "Kami menyampaikan terima kasih kepada semua pihak yang membantu penyusunan laporan ini. Semoga laporan ini "
        "menjadi dasar perbaikan kinerja {{ satker.nama }}."
    )


def _draft_ikhtisar(hasil: HasilTahun) -> str:
    bagian = _capaian_sasaran(hasil)
    return f"Menurut sasaran strategis, {bagian}." if bagian else ""


def _capaian_sasaran(hasil: HasilTahun) -> str:
    return sambung(
        f"sasaran {s.sasaran.kode} mencapai {{{{ capaian.sasaran.{s.sasaran.kode} }}}} dengan kategori "
        f"{{{{ kategori.sasaran.{s.sasaran.kode} }}}}"
        for s in hasil.sasaran
    )


def _draft_latar_belakang(hasil: HasilTahun) -> str:
    return (
        "Setiap instansi yang memakai anggaran negara wajib mempertanggungjawabkan hasil yang diperoleh dengan "
        f"anggaran itu. Kewajiban tersebut diatur dalam {{{{ {_SAKIP}.pendek }}}}: rencana strategis dijabarkan ke "
        "dalam rencana kinerja tahunan, diperjanjikan, diukur, dilaporkan, lalu direviu dan dievaluasi.\n\n"
        "Laporan Kinerja {{ satker.nama }} Tahun {{ tahun }} membandingkan hasil dengan yang diperjanjikan, "
        "menjelaskan selisihnya, dan menjadi dasar perbaikan."
    )


def _draft_maksud_tujuan(hasil: HasilTahun) -> str:
    return (
        "Laporan ini dimaksudkan sebagai pertanggungjawaban {{ satker.nama }} atas kinerja tahun {{ tahun }}. "
        "Tujuannya adalah:\n\n"
        "1. memberikan informasi kinerja yang terukur kepada pemberi mandat; dan\n"
        "2. menjadi upaya perbaikan berkesinambungan untuk meningkatkan kinerja."
    )


def _draft_gambaran(hasil: HasilTahun) -> str:
    satker = hasil.fakta.satker
    if satker.induk == satker.nama:
        return ""
    kedudukan = "{{ satker.nama_lengkap }} berkedudukan di {{ satker.kota }} dan bertanggung jawab kepada"
    return f"{kedudukan} {satker.induk}."


def _draft_isu(hasil: HasilTahun) -> str:
    if not hasil.fakta.daftar_isu:
        return ""
    return "Permasalahan utama yang dihadapi {{ satker.nama }} pada tahun {{ tahun }} adalah sebagai berikut."


def _draft_renstra(hasil: HasilTahun) -> str:
    dasar = ", ditetapkan dengan {{ renstra.dasar }}" if hasil.fakta.renstra.dasar else ""
    return f"Perencanaan kinerja berpedoman pada Rencana Strategis {{{{ renstra.masa }}}}{dasar}."


def _draft_perjanjian(hasil: HasilTahun) -> str:
    return (
        "Perjanjian kinerja tahun {{ tahun }} memuat {{ jumlah.sasaran }} sasaran strategis dengan "
        "{{ jumlah.indikator }} indikator."
    )


def _draft_pengukuran(hasil: HasilTahun) -> str:
    return (
        "Pengukuran kinerja membandingkan realisasi setiap indikator dengan target dalam perjanjian kinerja. Seluruh "
        "{{ jumlah.indikator }} indikator disajikan, termasuk yang realisasinya belum tersedia."
    )


def _draft_anggaran(hasil: HasilTahun) -> str:
    total = hasil.anggaran.total
    if not hasil.anggaran.baris or total.semua.sisa is None or len(total.per_sumber) < 2:
        return ""
    bagian = sambung(
        f"{b.sumber_dana} terserap {{{{ total.{b.sumber_dana}.realisasi }}}} dari "
        f"{{{{ total.{b.sumber_dana}.pagu }}}} atau {{{{ total.{b.sumber_dana}.persen }}}}"
        for b in total.per_sumber
    )
    return f"Menurut sumber dana, {bagian}."


def _draft_revisi(hasil: HasilTahun) -> str:
    if not any(r.nomor for r, _ in hasil.anggaran.revisi):
        return ""
    return (
        "DIPA tahun {{ tahun }} direvisi {{ jumlah.revisi }} kali, dari {{ revisi.awal }} menjadi {{ revisi.akhir }}."
    )


def _draft_hibah(hasil: HasilTahun) -> str:
    daftar = sambung(f"{h.nama} dari {h.pemberi}" for h in hasil.fakta.daftar_hibah)
    return f"Hibah yang dicatat dalam DIPA adalah {daftar}." if daftar else ""


def _draft_simpulan(hasil: HasilTahun) -> str:
    bagian = _capaian_sasaran(hasil)
    rinci = f"Menurut sasaran, {bagian}. " if bagian else ""
    return (
        f"{rinci}Dari {{{{ jumlah.terukur }}}} indikator yang terukur, {{{{ jumlah.tercapai }}}} mencapai target."
        if any(i.capaian.terbatas.is_counted for i in hasil.indikator)
        else ""
    )


def _draft_langkah(hasil: HasilTahun) -> str:
    if not hasil.fakta.daftar_langkah:
        return ""
    return "Berdasarkan simpulan itu, {{ satker.nama }} menempuh langkah berikut."


USULAN_UMUM: Mapping[str, Callable[[HasilTahun], str]] = {
    "kata-pengantar": _draft_kata_pengantar,
    "ikhtisar": _draft_ikhtisar,
    "latar-belakang": _draft_latar_belakang,
    "maksud-tujuan": _draft_maksud_tujuan,
    "gambaran-organisasi": _draft_gambaran,
    "isu-strategis": _draft_isu,
    "renstra": _draft_renstra,
    "perjanjian-kinerja": _draft_perjanjian,
    "pengukuran": _draft_pengukuran,
    "anggaran": _draft_anggaran,
    "revisi-anggaran": _draft_revisi,
    "hibah": _draft_hibah,
    "simpulan": _draft_simpulan,
    "langkah-ke-depan": _draft_langkah,
}
