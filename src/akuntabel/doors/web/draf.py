"""The address to which half-filled forms are saved as they are typed."""

import json

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from akuntabel.doors.web.lingkungan import show_waktu
from akuntabel.doors.web.ruang import get_pengguna
from akuntabel.platform.draf.models import PALING_BANYAK, TERLALU_BESAR, DrafIsian


@require_POST
@login_required
def save_draf(request: HttpRequest) -> HttpResponse:
    """Keep the fields of a form (JSON: halaman, isi); the newest writing wins, it is one person's own."""
    if len(request.body) > TERLALU_BESAR:
        return JsonResponse({"pesan": "Isian terlalu panjang untuk disimpan sebagai draf."}, status=413)
    try:
        kiriman = json.loads(request.body)
        halaman, isi = str(kiriman["halaman"]), {str(k): str(v) for k, v in kiriman["isi"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"pesan": "Draf tidak terbaca."}, status=400)
    if not halaman.startswith("/") or len(halaman) > DrafIsian.PANJANG_HALAMAN:
        return JsonResponse({"pesan": "Halaman draf tidak dikenal."}, status=400)
    milik = DrafIsian.objects.filter(pengguna=get_pengguna(request))
    milik.update_or_create(pengguna=get_pengguna(request), halaman=halaman, defaults={"isi": isi})
    tertua = milik.order_by("-updated_at", "-pk").values_list("pk", flat=True)[PALING_BANYAK:]
    DrafIsian.objects.filter(pk__in=list(tertua)).delete()
    return JsonResponse({"pesan": f"Draf tersimpan {show_waktu(timezone.now())}"})


@require_POST
@login_required
def drop_draf_halaman(request: HttpRequest) -> HttpResponse:
    """Throw a draft away and go back to its form."""
    halaman = request.POST.get("halaman", "/")
    DrafIsian.objects.filter(pengguna=get_pengguna(request), halaman=halaman).delete()
    aman = url_has_allowed_host_and_scheme(halaman, allowed_hosts=None)
    return redirect(halaman if aman else "/")
