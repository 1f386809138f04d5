"""A file that cannot be read, and the words for why that more than one reader needs."""

BENTUK_TERBACA = "yang dapat dibaca: .docx, .xlsx, .pdf, .html, .md, dan .txt"
TERKUNCI = "terkunci dengan kata sandi; simpan salinannya tanpa kata sandi"
_SEBAB_OS: dict[type[OSError], str] = {
    FileNotFoundError: "berkas ini tidak ada; periksa nama dan foldernya",
    IsADirectoryError: "ini folder, bukan berkas; sebutkan berkas di dalamnya",
    PermissionError: "tidak ada izin untuk membukanya",
}


class BerkasTidakTerbacaError(Exception):
    """Says which file and why, for the one message a user sees."""

    def __init__(self, berkas: str, sebab: str) -> None:
        super().__init__(f"{berkas}: tidak dapat dibaca, {sebab}.")
        self.berkas, self.sebab = berkas, sebab

    def __reduce__(self) -> tuple[type["BerkasTidakTerbacaError"], tuple[str, str]]:
        """A child process hands it over by what it was made of."""
        return type(self), (self.berkas, self.sebab)


def sebab_os(galat: OSError) -> str:
    """Why the system does not give a file, in the user's language where that is known."""
    return _SEBAB_OS.get(type(galat), galat.strerror or "tidak dapat dibuka")
