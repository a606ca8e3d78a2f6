# What the tests talk to beside our own server: PostgreSQL, Chromium, strace, clamd. Sourced by tests/run.sh.
# A service is found running, or started from Debian's packages; as root the packages are installed when missing.
# On CI a missing one is a failure; elsewhere it is told and its tests are left out.

missing=()

ensure_package() { # command package: true when the command is there in the end
  command -v "$1" >/dev/null && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $2 …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$2"; } \
      >/dev/null 2>&1 || true
  fi
  command -v "$1" >/dev/null || ls /usr/lib/postgresql/*/bin/"$1" >/dev/null 2>&1
}

find_clamd() { # the resumes' virus scanner; its signatures of a quarter gigabyte are not for tests
  ensure_package clamd clamav-daemon
}

note_missing() {
  missing+=("$1")
  echo "Left out: $1."
  if [ "${CI:-}" = true ]; then echo "On CI this is a failure."; exit 1; fi
}

find_postgres() { # sets TEST_POSTGRES_URL
  [ -n "${TEST_POSTGRES_URL:-}" ] && return 0
  if command -v pg_isready >/dev/null && pg_isready -q && psql -qtAc 'SELECT 1' postgres >/dev/null 2>&1; then
    local name="talentflow_test_$$"
    psql -qc "CREATE DATABASE $name" postgres
    trap 'psql -qc "DROP DATABASE IF EXISTS '"$name"' WITH (FORCE)" postgres >/dev/null 2>&1 || true' EXIT
    TEST_POSTGRES_URL="postgresql+psycopg:///$name?host=$(psql -qtAc 'SHOW unix_socket_directories' postgres | cut -d, -f1)"
    return 0
  fi
  ensure_package initdb postgresql || return 1
  start_private_postgres
}

start_private_postgres() { # a cluster of our own in a temporary folder, gone at the end
  local bin folder as
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
  folder=$(mktemp -d)
  as=()
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; as=(runuser -u postgres --); fi
  "${as[@]}" "$bin/initdb" -D "$folder/data" -A trust -U talentflow >/dev/null
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -o "-k $folder -c listen_addresses=" start >/dev/null
  trap '"${as[@]}" "'"$bin"'/pg_ctl" -D "'"$folder"'/data" -m immediate stop >/dev/null 2>&1; rm -rf "'"$folder"'"' EXIT
  "$bin/createdb" -h "$folder" -U talentflow talentflow_test
  TEST_POSTGRES_URL="postgresql+psycopg://talentflow@/talentflow_test?host=$folder"
}
