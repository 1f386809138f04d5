"""A file that cannot be read."""


class BerkasTidakTerbacaError(Exception):
    """Says which file and why, for the one message a user sees."""

    def __init__(self, berkas: str, sebab: str) -> None:
        super().__init__(f"{berkas}: tidak dapat dibaca, {sebab}.")
