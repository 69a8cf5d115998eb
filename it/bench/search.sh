#!/usr/bin/env bash
# Measures searching: it/bench/search.sh [records]. The figures go to standard output and to target/bench-search/search.md.
# README.md says what they mean.
set -euo pipefail

count=${1:-100000}
port=${BENCH_PORT:-18095}
name=search
. "$(dirname "$0")/server.sh"

java it/bench/Records.java "$count" "$work/records.jsonl" >&2

export ACERVO_ADMIN_PASSWORD=${ACERVO_ADMIN_PASSWORD:-only-for-measuring}
serve
say "import"
java -jar "$product" import "$work/records.jsonl" >"$work/import.log" 2>&1
say "reindex"
begin=$(date +%s%N)
java -jar "$product" reindex >"$work/reindex.log" 2>&1
millis=$((($(date +%s%N) - begin) / 1000000))
if [[ -n ${BENCH_PAGES:-} ]]; then it/bench/pages.sh "$url" "$BENCH_PAGES" | tee "$work/pages.txt" >&2; fi

measure() {
  echo "$count records, $(nproc) processors, load average $(cut -d' ' -f1-3 /proc/loadavg)"
  echo
  echo "| ms | p50 | p99 | most |"
  echo "|---|--:|--:|--:|"
  java -Xmx256m it/bench/Search.java "$url" "$work/records.jsonl" "${BENCH_ROUNDS:-5}"
  echo
  echo "Reindexed in $millis ms, $((count * 1000 / millis)) a second, the start of the command included."
  echo "Most memory of the server's process: $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status") MB."
}
measure | tee "$work/search.md"
