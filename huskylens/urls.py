"""All addresses of the system."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

urlpatterns = [
    path("", include("submissions.urls")),
    path("", include("accounts.urls")),
    path("", include("display.urls")),
    path("api/v1/", include("huskylens.api_urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("jsi18n/", JavaScriptCatalog.as_view(packages=[]), name="javascript-catalog"),
]
