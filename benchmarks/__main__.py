"""Run every benchmark and print its figures."""

from benchmarks import (
    bench_anggaran,
    bench_dokumen,
    bench_laporan,
    bench_mutasi,
    bench_pembaca,
    bench_periksa,
    bench_peringkat,
    bench_portal,
    bench_rekap,
    bench_rumus,
    bench_sel,
    bench_web,
)

if __name__ == "__main__":
    bench_rumus.main()
    bench_dokumen.main()
    bench_laporan.main()
    bench_periksa.main()
    bench_pembaca.main()
    bench_anggaran.main()
    bench_mutasi.main()
    bench_web.main()
    bench_sel.main()
    bench_rekap.main()
    bench_peringkat.main()
    bench_portal.main()
