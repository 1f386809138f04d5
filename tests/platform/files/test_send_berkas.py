"""What people brought leaves as a download, never as a page of the site."""

import isi_berkas as isi
import pytest

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasHilangError, store_berkas


@pytest.fixture
def berkas(rina: Pengguna) -> Berkas:
    return store_berkas(isi.PDF, "PK “akhir”.pdf", by=rina, retensi=Retensi.PERMANEN)


def test_a_file_is_sent_as_a_download_that_no_browser_runs(berkas: Berkas):
    jawaban = send_berkas(berkas)
    assert jawaban.getvalue() == isi.PDF
    jawaban.close()
    assert jawaban["Content-Disposition"].startswith("attachment; filename*=utf-8''PK%20")
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert jawaban["Content-Length"] == str(len(isi.PDF))


def test_the_name_of_the_download_can_be_another_and_is_cleaned(berkas: Berkas):
    jawaban = send_berkas(berkas, nama='../bukti"1.pdf')
    assert jawaban["Content-Disposition"] == 'attachment; filename="bukti_1.pdf"'
    jawaban.close()


def test_a_row_without_its_bytes_says_so(berkas: Berkas, folder_berkas):
    (folder_berkas / berkas.letak).unlink()
    with pytest.raises(BerkasHilangError, match="Pulihkan dari cadangan"):
        send_berkas(berkas)
