"""The tables of this stage: the worksheet with its values and evidence, recommendations and what came of them."""

from akuntabel.siklus.evaluasi.models.lke import (
    BuktiKriteria,
    JenisLke,
    Lke,
    NilaiKriteria,
    NilaiSub,
    StatusLke,
)
from akuntabel.siklus.evaluasi.models.rekomendasi import (
    JenisTindakLanjut,
    Rekomendasi,
    StatusRekomendasi,
    TindakLanjut,
)

__all__ = [
    "BuktiKriteria",
    "JenisLke",
    "JenisTindakLanjut",
    "Lke",
    "NilaiKriteria",
    "NilaiSub",
    "Rekomendasi",
    "StatusLke",
    "StatusRekomendasi",
    "TindakLanjut",
]
