"""ANG: the same money in two tables."""

from collections.abc import Iterator

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.bukti import daftar_bukti
from akuntabel.core.checker.uang.persamaan import Jenis


def total_pagu_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Jumlah seluruhnya berbeda dari jumlah yang sama di tabel lain.

    Yang diperiksa: jumlah pagu, realisasi, dan sisa seluruh satker atau per sumber dana di setiap tabel, dan pagu
    menjadi pada revisi terakhir. Selisih yang disebut dan dijelaskan dalam kalimat tidak dilaporkan.
    Mengapa penting: pembaca tidak tahu berapa anggaran yang sebenarnya.
    Perbaikan: pakai satu jumlah di semua tempat, atau jelaskan mengapa berbeda.
    Dasar: PermenPANRB 53/2014 lampiran III, keandalan data.
    """
    yield from daftar_bukti(dok, Jenis.TOTAL_LAIN)


def pos_berbeda_antartabel(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu atau realisasi sebuah program, kegiatan, atau sumber dana berbeda di dua tabel.

    Yang diperiksa: baris dengan kode dan sumber dana yang sama, atau dengan nama yang sama dan satu angka yang sama.
    Pagu rencana tidak dibandingkan dengan pagu akhir tahun.
    Mengapa penting: salah satu angka berasal dari tanggal atau sumber lain.
    Perbaikan: pakai satu angka dengan tanggal data yang sama.
    Dasar: PermenPANRB 53/2014 lampiran III, keandalan data.
    """
    yield from daftar_bukti(dok, Jenis.POS_LAIN)


DAFTAR_ATURAN = (
    Aturan("ANG015", "total-pagu-berbeda", Tingkat.GALAT, total_pagu_berbeda),
    Aturan("ANG016", "pos-berbeda-antartabel", Tingkat.GALAT, pos_berbeda_antartabel),
)
