#!/usr/bin/env bash
# Measures deposits: it/bench/deposit.sh. The figures go to standard output and to target/bench-deposit/deposit.md. README.md says
# what they mean.
set -euo pipefail

port=${BENCH_PORT:-18090}
cases=${BENCH_CASES:-one many many many many many one large bulk}

name=deposit
. "$(dirname "$0")/server.sh"

mkdir -p "$work/classes"
javac -d "$work/classes" it/bench/Deposit.java
export ACERVO_API_RATE=1000000

serve
token=$(java -jar "$product" token mexico --scope deposit,publish,read)

deposit() { java -Xmx256m -cp "$work/classes" Deposit "$1" --url "$url" --token "$token" "${@:2}"; }

measure() {
  local case
  echo "$(nproc) processors, load average $(cut -d' ' -f1-3 /proc/loadavg)"
  deposit fsync --folder "$work"
  for case in $cases; do
    say "$case"
    case $case in
      one) deposit one --count "${BENCH_COUNT:-300}" --warm-up "${BENCH_WARM_UP:-150}" ;;
      many) deposit many --count "$((${BENCH_COUNT:-300} * 4))" --warm-up "${BENCH_WARM_UP:-150}" ;;
      large) deposit large --pid "$server" --size "${BENCH_SIZE:-2147483648}" ;;
      bulk) deposit bulk --rows 500 >/dev/null && deposit bulk --rows "${BENCH_ROWS:-5000}" ;;
    esac
  done
  echo "load average $(cut -d' ' -f1-3 /proc/loadavg)"
}

if [[ -n ${BENCH_JFR:-} ]]; then
  jcmd "$server" JFR.start name=deposit settings=profile filename="$PWD/$BENCH_JFR" >&2
fi
measure | sed 's/^/- /' | tee "$PWD/target/bench-deposit/deposit.md"
if [[ -n ${BENCH_JFR:-} ]]; then
  jcmd "$server" JFR.stop name=deposit >&2
fi
