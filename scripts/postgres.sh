# Sourced by ./test: a private PostgreSQL server for one run, on a socket in a temporary folder, gone afterwards.
# Usage: . scripts/postgres.sh; find_postgres && with_postgres COMMAND…

find_postgres() {
    for candidate in "$(command -v pg_ctl 2>/dev/null || true)" /usr/lib/postgresql/*/bin/pg_ctl; do
        [ -x "$candidate" ] || continue
        pg_bin=$(dirname "$(readlink -f "$candidate")")
        [ -x "$pg_bin/initdb" ] && [ -x "$pg_bin/postgres" ] && return 0
    done
    return 1
}

# PostgreSQL refuses to run as root; a container that has nobody else lends it the account of its package.
as_pg() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

with_postgres() {
    pg_dir=$(mktemp -d "${TMPDIR:-/tmp}/akuntabel-pg.XXXXXX")
    [ "$(id -u)" = 0 ] && chown postgres: "$pg_dir"
    trap 'as_pg "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate stop >/dev/null 2>&1; rm -rf "$pg_dir"' EXIT
    trap 'exit 130' INT TERM
    as_pg "$pg_bin/initdb" -D "$pg_dir/data" -U akuntabel -A trust -E UTF8 --locale=C.UTF-8 >"$pg_dir/initdb.log" 2>&1 ||
        { cat "$pg_dir/initdb.log" >&2; return 1; }
    as_pg "$pg_bin/pg_ctl" -D "$pg_dir/data" -w -l "$pg_dir/data/log" \
        -o "-k $pg_dir -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start >/dev/null ||
        { cat "$pg_dir/data/log" >&2; return 1; }
    DATABASE_URL="postgres://akuntabel@$(printf '%s' "$pg_dir" | sed 's|/|%2F|g')/postgres" "$@"
}
