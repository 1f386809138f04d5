# Sourced by ./run, ./test and the Makefile: makes .venv ready, quickly when nothing changed.
# Usage: . scripts/setup.sh run|dev
set -eu

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        [ -n "$candidate" ] || continue
        command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s' "$candidate"
            return
        fi
    done
    say "Akuntabel memerlukan Python 3.11 atau lebih baru beserta modul venv, dan tidak menemukannya."
    say "Pada Debian atau Ubuntu:  sudo apt-get install python3 python3-venv"
    say "Bila Python ada di tempat lain:  PYTHON=/jalur/ke/python3.11 $0"
    exit 1
}

setup_venv() {
    wanted=$(cat requirements/uv.txt "requirements/$1.txt" pyproject.toml | cksum)
    stamp=".venv/.akuntabel-$1"
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
    python=$(find_python) || exit 1
    say "Menyiapkan lingkungan Python di .venv …"
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
    .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r "requirements/$1.txt"
    .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
    printf '%s' "$wanted" >"$stamp"
    if [ "$1" = dev ]; then  # what ./test installed is enough for ./run
        cat requirements/uv.txt requirements/run.txt pyproject.toml | cksum >.venv/.akuntabel-run
    fi
}
