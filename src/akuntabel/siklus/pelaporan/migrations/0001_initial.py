import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    initial = True
    dependencies = (("files", "0001_initial"), ("organisasi", "0001_initial"))
    operations = (
        migrations.CreateModel(
            name="BagianPaket",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tahun", models.PositiveSmallIntegerField()),
                ("berkas", models.CharField(max_length=200, verbose_name="nama berkas")),
                ("isi", models.BinaryField(default=b"")),
                (
                    "lampiran",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.berkas",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisasi.satker"
                    ),
                ),
            ],
            options={
                "verbose_name": "bagian paket",
                "ordering": ["satker_id", "tahun", "berkas"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "berkas"), name="bagian_paket_satu_per_berkas"),
                    models.CheckConstraint(
                        condition=Q(berkas__startswith="bukti/", lampiran__isnull=False)
                        | (~Q(berkas__startswith="bukti/") & Q(lampiran__isnull=True)),
                        name="bagian_paket_bukti_berlampiran",
                    ),
                ],
            },
        ),
    )
