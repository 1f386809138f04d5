"""Files of the pages under names that hold their hash, once they are collected."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatisStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Hashed and compressed names; before anything was collected, the names as they are written."""

    def stored_name(self, name: str) -> str:
        """The name on the page of a file."""
        return str(super().stored_name(name)) if self.hashed_files else name
