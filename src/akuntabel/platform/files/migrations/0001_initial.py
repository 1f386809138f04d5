import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Berkas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sidik", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                ("nama", models.CharField(max_length=160)),
                ("jenis", models.CharField(max_length=100, verbose_name="jenis media")),
                ("ukuran", models.BigIntegerField(verbose_name="ukuran (bita)")),
                (
                    "retensi",
                    models.CharField(
                        choices=[
                            ("sementara", "sementara"),
                            ("kertas_kerja", "kertas kerja"),
                            ("permanen", "permanen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pengunggah",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengunggah",
                    ),
                ),
            ],
            options={
                "verbose_name": "berkas",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("ukuran__gt", 0)), name="berkas_tidak_kosong"),
                    models.CheckConstraint(
                        condition=models.Q(("retensi__in", ["sementara", "kertas_kerja", "permanen"])),
                        name="berkas_retensi_dikenal",
                    ),
                ],
            },
        ),
    ]
