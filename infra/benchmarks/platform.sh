# shellcheck shell=bash
# Sourced by the commands in bin: starts the whole platform on a folder of its own, and stops it again.

data=$(mktemp -d)
output=$(mktemp)
launcher=

stop() {
  if [[ -n $launcher ]] && kill "$launcher" 2>/dev/null; then
    wait "$launcher" || true
  fi
  launcher=
}
trap 'stop; rm -rf "$data" "$output"' EXIT

fail() {
  cat "$output" >&2
  printf '%s\n' "$*" >&2
  exit 1
}

now() { date +%s%3N; }

# Waits until the platform has said something.
await() {
  until grep -q "$1" "$output"; do
    ! grep -q 'is not whole' "$output" || fail 'The sample summit did not come in.'
    kill -0 "$launcher" 2>/dev/null || fail "The platform ended before it said «$1»."
    sleep 0.1
  done
}

# Starts it on a port with its sample, and has the rehearsal do to it what the options after the port say. Needs find_jdk.
rehearse_on() {
  local port=$1
  shift
  start "$port"
  await 'The sample summit is there'
  "$JAVA_HOME/bin/java" -Xmx256m -Dlogging.level.root=warn -cp 'infra/launcher/target/platform/lib/*' \
    org.sala.rehearsal.Rehearsal "$@" --key "$data/keys/tokens.pem" \
    --ui "http://127.0.0.1:$port" --registration "http://127.0.0.1:$((port + 1))"
}

# Starts it on a port and waits until it is ready. Sets milliseconds to what that took; -1 where it was built for it.
start() {
  local port=$1 began
  shift
  : >"$output"
  began=$(now)
  infra/bin/run --data "$data" --port "$port" "$@" >"$output" 2>&1 &
  launcher=$!
  await 'Ready:'
  # read by whoever sources this
  # shellcheck disable=SC2034
  milliseconds=$(($(now) - began))
  if grep -q '^Built in' "$output"; then
    milliseconds=-1
  fi
}
