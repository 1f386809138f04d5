"""The words of an electronically signed document are data with a source, and name the issuer of the certificate."""

from akuntabel.core.regulasi import daftar_kalimat_elektronik, daftar_sumber


def test_every_sentence_was_read_in_a_source_that_is_listed():
    daftar = daftar_kalimat_elektronik()
    assert set(daftar) == {"pembuka", "sertifikat", "kekuatan-hukum"}
    assert all(k.tanda == "V:S31" for k in daftar.values())
    assert "S31" in daftar_sumber()


def test_the_sentence_of_the_certificate_names_its_issuer():
    bunyi = daftar_kalimat_elektronik()["sertifikat"].bunyi.format(penerbit="BSrE")
    assert bunyi == "menggunakan sertifikat elektronik yang diterbitkan BSrE"
