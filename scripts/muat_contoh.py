"""The example installation, built through the same actions as any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.utils import timezone

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.fakta.perencanaan import Indikator as IndikatorFakta
from akuntabel.platform.accounts.actions import draft_pengguna
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran, draft_satker
from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, revise_pejabat
from akuntabel.siklus.organisasi.models import Pejabat, Peran, Satker
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.perencanaan.actions.adopsi import adopt_renstra_induk
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu, import_kode, write_pagu
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, import_penetapan
from akuntabel.siklus.perencanaan.isian import IsiIndikator, IsiRenstra
from akuntabel.siklus.perencanaan.models import Indikator, Renstra

SANDI = "belajar-akuntabel"  # the example listens on this machine only
SUMBER = "contoh untuk belajar"
KEMENTERIAN = "Komisi Pemilihan Umum (BA 076)"
MASA_JABATAN = date(2024, 6, 14)


@dataclass(frozen=True)
class OrangContoh:
    """Somebody of the example and what they do where."""

    nama: str
    surel: str
    satker: str
    peran: Peran


DAFTAR_ORANG = (
    OrangContoh("Rina", "rina@contoh.go.id", "kota", Peran.PERENCANA),
    OrangContoh("Danu", "danu@contoh.go.id", "kota", Peran.PENGELOLA_DATA),
    OrangContoh("Bu Ketua", "ketua@contoh.go.id", "kota", Peran.PIMPINAN),
    OrangContoh("Admin Blitar", "admin@contoh.go.id", "kota", Peran.ADMIN),
    OrangContoh("Sari", "sari@contoh.go.id", "pusat", Peran.AUDITOR),
    OrangContoh("Evaluator", "evaluator@contoh.go.id", "pusat", Peran.EVALUATOR),
    OrangContoh("Supervisor", "supervisor@contoh.go.id", "provinsi", Peran.SUPERVISOR),
    OrangContoh("Tono", "tono@contoh.go.id", "kota_lain", Peran.PERENCANA),
)


def load_contoh(paket: Path, rencana: Mapping[str, Any]) -> None:
    """Three levels of offices, the package of 2020, the plan of today with its adoption and budget, the people."""
    fakta = read_paket(paket)
    pusat = _satker("000000", "KPU", "Komisi Pemilihan Umum", "pusat", "Jakarta", None)
    provinsi = _satker(
        "350000", fakta.satker.induk, "Komisi Pemilihan Umum Provinsi Jawa Timur", "provinsi", "Surabaya", pusat
    )
    lain = _satker("357100", "KPU Kota Kediri", "Komisi Pemilihan Umum Kota Kediri", "kota", "Kediri", provinsi)
    import_paket(fakta, by=None)
    kota = Satker.objects.get(kode=fakta.satker.kode)
    satker = {"pusat": pusat, "provinsi": provinsi, "kota": kota, "kota_lain": lain}
    for o in DAFTAR_ORANG:
        pengguna = draft_pengguna(email=o.surel, nama=o.nama, password=SANDI, by=None)
        assign_peran(pengguna, satker[o.satker], o.peran, by=None)
    _ganti_pejabat(kota)
    _muat_rencana(pusat, kota, fakta, rencana)


def write_sertifikat(berkas: Path) -> None:
    """A certificate of its own making for Bu Ketua, to try an electronic signature with; it proves nothing."""
    if berkas.exists():
        return
    kunci = ec.generate_private_key(ec.SECP256R1())
    nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bu Ketua (contoh)")])
    kini = datetime.now(UTC)
    pemakaian = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    sertifikat = (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini - timedelta(days=1))
        .not_valid_after(kini + timedelta(days=3650))
        .add_extension(pemakaian, critical=True)
        .sign(kunci, hashes.SHA256())
    )
    kunci_berkas = BestAvailableEncryption(SANDI.encode())
    berkas.write_bytes(pkcs12.serialize_key_and_certificates(b"contoh", kunci, sertifikat, None, kunci_berkas))


def _satker(kode: str, nama: str, lengkap: str, jenis: str, kota: str, induk: Satker | None) -> Satker:
    return draft_satker(SatkerBaru(kode, nama, lengkap, jenis, kota, "KPU", KEMENTERIAN), induk=induk, by=None)


def _ganti_pejabat(kota: Satker) -> None:
    """Those of 2020 have gone; the cast has taken the posts."""
    admin = Pengguna.objects.get(email="admin@contoh.go.id")
    pengganti = {"ketua": "Bu Ketua", "ketua-provinsi": "Pak Atasan", "sekretaris": "Bu Sekretaris"}
    for kode, nama in pengganti.items():
        lama = Pejabat.objects.get(satker=kota, kode=kode)
        baru = PejabatBaru(
            f"{kode}-{MASA_JABATAN.year}", lama.peran, lama.jabatan, nama, mulai=MASA_JABATAN, sumber=SUMBER
        )
        revise_pejabat(lama, baru, versi=lama.versi, by=admin, alasan="akhir masa jabatan")


def _muat_rencana(pusat: Satker, kota: Satker, fakta: FaktaTahun, rencana: Mapping[str, Any]) -> None:
    isi = IsiRenstra(
        rencana["mulai"], rencana["selesai"], rencana["dasar"], rencana["visi"], tuple(rencana["misi"]), SUMBER
    )
    renstra = draft_renstra(pusat, isi, by=None)
    tujuan = draft_tujuan(renstra, kode=rencana["tujuan"]["kode"], nama=rencana["tujuan"]["nama"], by=None)
    daftar: dict[str, Indikator] = {}
    for s in fakta.daftar_sasaran:
        sasaran = draft_sasaran(renstra, kode=s.kode, nama=_umum(s.nama), tujuan=tujuan, by=None)
        for i in fakta.daftar_indikator:
            if i.sasaran == s.kode:
                daftar[i.kode] = draft_indikator(sasaran, _isi_indikator(i), by=None)
    tahun = range(rencana["mulai"], rencana["selesai"] + 1)
    target = [
        IsianTarget(daftar[kode].pk, t, teks, sumber=SUMBER)
        for kode, nilai in rencana["target"].items()
        for t, teks in zip(tahun, nilai, strict=True)
    ]
    write_target(renstra, target, by=None, is_baku=True)
    import_penetapan(renstra, tanggal=date(rencana["mulai"], 1, 1), by=None)
    _adopsi(kota, renstra, list(daftar.values()), fakta, rencana)


def _adopsi(
    kota: Satker, renstra: Renstra, daftar: list[Indikator], fakta: FaktaTahun, rencana: Mapping[str, Any]
) -> None:
    adopt_renstra_induk(
        kota, renstra, tahun_mulai=renstra.mulai, daftar_indikator=daftar, dasar=rencana["dasar"], by=None
    )
    tahun_ini = timezone.localdate().year
    for tahun in (tahun_ini, tahun_ini + 1):
        import_kode(kota, tahun, fakta.daftar_kode_anggaran, by=None)
    pagu = [IsianPagu(kode, sumber, nilai) for kode, sumber, nilai in rencana["pagu"]]
    write_pagu(kota, tahun_ini, pagu, sejak=date(tahun_ini, 1, 2), sumber=SUMBER, by=None)


def _umum(teks: str) -> str:
    return teks.replace("KPU Kota Blitar", "KPU kabupaten/kota")


def _isi_indikator(i: IndikatorFakta) -> IsiIndikator:
    return IsiIndikator(
        kode=i.kode,
        nama=_umum(i.nama),
        definisi=_umum(i.definisi),
        satuan=i.satuan,
        arah=i.arah.value,
        rumus=i.rumus,
        sumber_data=i.sumber_data,
        sumber_realisasi=i.sumber_realisasi.value,
        konsolidasi=i.konsolidasi.value,
        agregasi=i.agregasi.value,
        pembilang=i.pembilang or "",
        penyebut=i.penyebut or "",
        desimal=i.desimal,
        predikat=i.predikat or "",
    )
