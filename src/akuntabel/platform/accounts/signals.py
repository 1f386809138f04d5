"""What happens to an account, for those above who must know: the trail hears it in the transaction of the act."""

from django.dispatch import Signal

# Sent with pengguna, tindakan (draft, revise, withdraw, return, withdraw_dua_langkah), lama, baru, alasan and by.
tindakan_pengguna = Signal()
