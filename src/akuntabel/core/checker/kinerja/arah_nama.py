"""What the name of an indicator says about its polarity: lower is better, or nothing certain.

The words are data with their reasons. A name with any word of ``PENAWAR`` is left alone: there the bad thing is
prevented, solved or counted as absent, and more is better.
"""

import re

from akuntabel.core.checker.bacaan.nama import lepas_butir

# Words after which a bad thing is good news: its absence, its end, or work done about it.
PENAWAR = re.compile(
    r"\b(?:"
    r"tanpa|bebas|nihil|zero|nol"  # events without the bad thing
    r"|tidak (?:ada(?:nya)?|terdapat(?:nya)?|terjadi(?:nya)?|terbukti|ditemukan(?:nya)?)"
    r"|(?:penurunan|pengurangan|berkurang|menurun|turun|menurunkan|mengurangi|penekanan|peredaman)(?:nya)?"
    r"|(?:penyelesaian|penanganan|penanggulangan|pencegahan|pengendalian|pengawasan|pengelolaan|perbaikan|rehabilitasi"
    r"|pemulihan|pemberantasan|pengentasan|pembinaan|pelayanan|sosialisasi|penindakan|penegakan|tindak lanjut)"
    r"|(?:di|ter)(?:selesaikan|tangani|tindaklanjuti|tindak lanjuti|atasi|tanggulangi|cegah|perbaiki|rehabilitasi"
    r"|proses|jawab|respon|menangkan|kembalikan|pulihkan|layani|laporkan|bina)"
    r"|selesai|tuntas|tertib|menang|dimenangkan|teratasi"
    r")\b",
    re.IGNORECASE,
)
_UKURAN = (
    r"(?:(?:jumlah|banyaknya|persentase|prosentase|presentase|presentasi|rasio|angka|tingkat|proporsi|frekuensi|nilai"
    r"|rata[- ]rata|total|kasus|kejadian|terjadinya)\s+)*"
)
# Things of which an office wants few. They must be what is measured, so they open the name.
_HAL_BURUK = (
    r"temuan|keterlambatan|kerusakan|pelanggaran|keluhan|kesalahan|kehilangan|kegagalan|kebocoran|kecelakaan|kematian"
    r"|kesakitan|kemiskinan|penduduk miskin|pengangguran|putus sekolah|kriminalitas|kejahatan|kekerasan|korupsi"
    r"|penyimpangan|gizi buruk|balita gizi buruk|stunting|prevalensi|inflasi|gini|indeks gini|kebakaran|pencemaran"
    r"|suara tidak sah|tunggakan|kerugian"
)
# Words that make whatever stands before them unwanted, wherever they stand.
_SIFAT_BURUK = (
    r"tidak (?:masuk|terdaftar|tercantum|terdata|sesuai|memenuhi|sah|lengkap|lulus|tepat waktu|layak)"
    r"|terlambat|(?:dalam kondisi |yang )rusak"
)
# "Kasus kekerasan yang mendapat layanan": what is measured is the work, not the bad thing.
_YANG_DIKERJAKAN = re.compile(
    r"\byang (?!terjadi|masuk|ditemukan|dilaporkan|diterima|timbul|rusak|terlambat|tidak|belum|sesuai)", re.IGNORECASE
)
_BURUK = re.compile(rf"^{_UKURAN}(?:{_HAL_BURUK})\b|\b(?:{_SIFAT_BURUK})\b", re.IGNORECASE)


def find_kata_minimasi(nama: str) -> str:
    """The words by which the name says that lower is better; "" where it does not say so for certain."""
    polos = lepas_butir(nama)
    cocok = _BURUK.search(polos)
    if cocok is None or PENAWAR.search(polos) or _YANG_DIKERJAKAN.search(polos, cocok.end()):
        return ""
    return cocok[0].strip()


# What an office wants much of; with these, no formula of minimasi can explain a capaian.
_HAL_BAIK = re.compile(
    r"\b(?:partisipasi|kepuasan|tepat waktu|kepatuhan|ketersediaan|keterbukaan|akuntabilitas|reformasi|opini|kehadiran"
    r"|kelulusan|kompeten|sesuai"
    r"|ter(?:laksana|penuhi|layani|capai|salurkan|bina|latih|sertifikasi|susun|bangun)(?:nya)?"
    r"|(?:di|ter)(?:selesaikan|tangani|tindaklanjuti|layani|bina)|tidak (?:adanya|terbukti))\b",
    re.IGNORECASE,
)
# Time, cost and inequality are better when less, whatever else the name says.
_UKURAN_BEBAN = re.compile(
    r"\b(?:lama|durasi|(?<!tepat )waktu|hari|menit|jam|biaya|beban|kesenjangan|ketimpangan|risiko|sisa|selisih|deviasi"
    r"|rendahnya|menurunnya|berkurangnya)\b",
    re.IGNORECASE,
)


def is_nama_maksimasi(nama: str) -> bool:
    """Whether the name says for certain that more is better."""
    polos = lepas_butir(nama)
    return _HAL_BAIK.search(polos) is not None and not _BURUK.search(polos) and not _UKURAN_BEBAN.search(polos)


def is_mungkin_minimasi(nama: str) -> bool:
    """Whether the name speaks of something bad, of time or of cost, so that less may be better."""
    polos = lepas_butir(nama)
    return _BURUK.search(polos) is not None or _UKURAN_BEBAN.search(polos) is not None
