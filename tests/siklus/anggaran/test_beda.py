"""What changed between two versions, by code of the catalogue and line by line."""

from anggaran_contoh import BARIS, T

from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.beda import JenisBeda, compute_beda

LAIN = [
    *[b if b[0] != "6709.QGE.001.521211" else (*b[:5], 450, 200, 0) for b in BARIS if b[3] != "HLD"],
    ("6709.QGE.001.524111", "6709.QGE.001", T.AKUN, "RM", "524111", 75, 0, 0),
]


def test_everything_is_new_against_nothing(muat):
    beda = compute_beda(None, muat())
    assert [(b.kode, b.sumber_dana, b.pagu_lama, b.pagu_baru) for b in beda.daftar_baris] == [
        ("6709.QGE", "RM", None, 700),
        ("6710.EBA", "RM", None, 200),
        ("6710.EBA", "HLD", None, 100),
    ]
    assert [(t.sumber_dana, t.pagu_lama, t.pagu_baru) for t in beda.daftar_total] == [
        ("HLD", 0, 100), ("RM", 0, 900), ("", 0, 1000),
    ]  # fmt: skip


def test_a_version_that_is_looked_at_is_held_against_the_one_that_holds(berlaku, muat):
    beda = compute_beda(berlaku, muat(LAIN))
    assert {(b.jenis, b.kode, b.sumber_dana, b.selisih_pagu) for b in beda.daftar_baris} == {
        (JenisBeda.UBAH, "6709.QGE", "RM", 25),
        (JenisBeda.HILANG, "6710.EBA", "HLD", -100),
    }


def test_line_by_line_what_came_went_and_changed(berlaku, muat):
    beda = compute_beda(berlaku, muat(LAIN), is_rinci=True)
    assert [beda.count(j) for j in (JenisBeda.TAMBAH, JenisBeda.UBAH, JenisBeda.HILANG)] == [1, 1, 1]
    ubah = next(b for b in beda.daftar_baris if b.jenis is JenisBeda.UBAH)
    assert (ubah.kode, ubah.uraian, ubah.pagu_lama, ubah.pagu_baru) == (
        "6709.QGE.001.521211", "uraian 6709.QGE.001.521211", 500, 450,
    )  # fmt: skip


def test_two_taken_versions_are_compared_by_what_was_kept(katalog, berlaku, muat):
    baru = muat(LAIN)
    sebelum = compute_beda(berlaku, baru)
    adopt_versi(baru, by=katalog.rina, terhadap=1)
    assert compute_beda(berlaku, baru) == sebelum
    assert compute_beda(baru, baru).daftar_baris == ()
