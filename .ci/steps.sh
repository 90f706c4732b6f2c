# Sourced by `run` and `nightly`: steps with their times, and a clean clone of HEAD with all that its tests need.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT

# What asks moto thousands of times: `nightly` runs it, `run` doesn't.
slow_with_moto=(test/functions/ingest-roster/crash.test.ts test/functions/ingest-roster/ingest.test.ts)

names=()
starts=()
step() {
  names+=("$1")
  starts+=("$SECONDS")
  printf '\n== %s (%ss)\n' "$1" "$SECONDS"
}

# Runs a function beside the next commands; `join` waits for it, shows what it said, and fails when it did.
meanwhile() {
  # A shell of its own: in this one, errors in a function that someone waits for don't end it.
  (set -euo pipefail && "$@") >"$clone/out/meanwhile.log" 2>&1 &
  meanwhile=$!
}
join() {
  local status=0
  wait "$meanwhile" || status=$?
  cat "$clone/out/meanwhile.log"
  return "$status"
}

# How long each step took, in minutes.
minutes() {
  starts+=("$SECONDS")
  printf '\n== Minutes of each step\n'
  for i in "${!names[@]}"; do
    awk -v took="$((starts[i + 1] - starts[i]))" -v name="${names[$i]}" 'BEGIN { printf "%5.1f  %s\n", took / 60, name }'
  done
  awk -v took="$SECONDS" 'BEGIN { printf "%5.1f  in all\n", took / 60 }'
}

debian_packages() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v spamassassin >/dev/null || missing+=(spamassassin)
  python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

# Debian's packages, and from PyPI moto and cfn-lint, in the clone.
tools() {
  debian_packages
  python3 -m venv out/python
  out/python/bin/pip install --quiet --disable-pip-version-check -r .ci/python.txt
}

# Leaves the shell in the clone, which is removed at the end.
set_up() {
  step 'Clean clone and npm ci; meanwhile Chromium, SpamAssassin and Python from Debian, moto and cfn-lint from PyPI'
  git clone --quiet "$top" "$clone"
  cd "$clone"
  mkdir -p out
  meanwhile tools
  npm ci --no-audit --no-fund
  join
}
