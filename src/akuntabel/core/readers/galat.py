"""A file that cannot be read."""


class BerkasTidakTerbacaError(Exception):
    """Says which file and why, for the one message a user sees."""

    def __init__(self, berkas: str, sebab: str) -> None:
        super().__init__(f"{berkas}: tidak dapat dibaca, {sebab}.")
        self.berkas, self.sebab = berkas, sebab

    def __reduce__(self) -> tuple[type["BerkasTidakTerbacaError"], tuple[str, str]]:
        """A child process hands it over by what it was made of."""
        return type(self), (self.berkas, self.sebab)
