"""What esr.menpan.go.id keeps of an office: each document has a source, a way to come about, and a mark."""

from akuntabel.core.regulasi.esr import SumberEsr, daftar_dokumen_esr


def test_every_kind_of_document_has_a_source_and_a_way_to_come_about():
    daftar = list(daftar_dokumen_esr().values())
    assert [d.urut for d in daftar] == list(range(1, len(daftar) + 1))
    assert {d.sumber for d in daftar} == set(SumberEsr)
    assert len({d.berkas for d in daftar}) == len(daftar)
    assert all(d.cara.endswith(".") for d in daftar)


def test_nothing_of_it_was_read_in_a_text_and_the_marks_say_so():
    assert {d.tanda[:2] for d in daftar_dokumen_esr().values()} == {"M-"}
