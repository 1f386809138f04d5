"""The floor of bench_sel: the barest answer of Django to a question, with one query to read and one to write."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from akuntabel.config.urls import handler400, handler403, handler404, handler500, urlpatterns
from akuntabel.platform.draf.models import DrafIsian
from akuntabel.siklus.organisasi.models import Satker

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@csrf_exempt
def write_polos(request: HttpRequest) -> HttpResponse:
    """Two queries, one line."""
    nama = Satker.objects.values_list("nama", flat=True).get(kode=request.POST["kode"])
    DrafIsian.objects.filter(halaman="/polos/").update(isi={"nilai": request.POST["nilai"]})
    return HttpResponse(nama)


urlpatterns = [path("polos/", write_polos), *urlpatterns]  # first: the floor pays for no search
