"""Addresses of the site; each door adds its own."""

from django.urls import URLPattern, URLResolver, include, path

from akuntabel.doors.portal.umpan import send_robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("akuntabel.doors.web.urls")),  # first, as most questions are for them
    path("", include("akuntabel.platform.accounts.urls")),
    path("publik/", include("akuntabel.doors.portal.urls")),
    path("api/", include("akuntabel.doors.api.urls")),
    path("robots.txt", send_robots, name="robots"),
]
handler400 = "akuntabel.doors.web.galat.permintaan_salah"
handler403 = "akuntabel.doors.web.galat.tidak_boleh"
handler404 = "akuntabel.doors.web.galat.tidak_ada"
handler500 = "akuntabel.doors.web.galat.rusak"
