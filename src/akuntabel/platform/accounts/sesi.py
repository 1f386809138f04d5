"""Who asks: the session and the person behind it, read by every request with SQL that is written once.

Nothing else differs from what Django does; both are named in the settings.
"""

from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.kueri import KueriTetap


class SessionStore(db.SessionStore):
    """Sessions in the database."""

    def _get_session_from_db(self) -> Session | None:
        sesi = _SESI.first(self.session_key) if self.session_key else None
        if sesi is None or sesi.expire_date <= timezone.now():
            self._session_key = None
            return None
        return sesi


def remove_sesi_lama() -> None:
    """Sessions that have run out leave the table; nobody can use them any longer."""
    SessionStore.clear_expired()


class PenggunaBackend(ModelBackend):
    """Signing in with a password."""

    def get_user(self, user_id: int) -> Pengguna | None:
        """The person of a session; nobody where the account was closed since."""
        pengguna = _PENGGUNA.first(user_id)
        return pengguna if pengguna is not None and self.user_can_authenticate(pengguna) else None


_SESI: KueriTetap[Session] = KueriTetap(lambda kunci: Session.objects.filter(session_key=kunci), "0")
_PENGGUNA: KueriTetap[Pengguna] = KueriTetap(lambda pk: Pengguna.objects.filter(pk=pk), 1)
