"""Run every benchmark and print its ratios."""

from benchmarks import bench_dokumen, bench_rumus

if __name__ == "__main__":
    bench_rumus.main()
    bench_dokumen.main()
