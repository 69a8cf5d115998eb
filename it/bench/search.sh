#!/usr/bin/env bash
# Measures searching: it/bench/search.sh [records]. The figures go to standard output and to target/bench-search/search.md.
# README.md says what they mean.
set -euo pipefail

count=${1:-100000}
port=${BENCH_PORT:-18095}
url=http://localhost:$port

cd "$(dirname "$0")/../.."
product=target/acervo/acervo.jar
work=$PWD/target/bench-search
server=

say() { echo "$*" >&2; }

stop() {
  local status=$?
  trap - EXIT INT TERM
  if [[ -n $server ]] && kill "$server" 2>/dev/null; then wait "$server" || true; fi
  exit "$status"
}
trap stop EXIT
trap 'exit 130' INT TERM

[[ -f $product ]] || { say "no $product: run mvn -DskipTests package first"; exit 2; }
rm -rf "$work"
mkdir -p "$work"
java it/bench/Records.java "$count" "$work/records.jsonl" >&2

export ACERVO_HTTP_PORT=$port ACERVO_DATA=$work/data ACERVO_SAMPLE=false
unset ACERVO_BASE_URL ACERVO_DB_URL

JAVA_TOOL_OPTIONS=-Xmx512m java ${BENCH_JAVA:-} -jar "$product" serve >"$work/acervo.log" 2>&1 &
server=$!
until curl -sf -o /dev/null "$url/health/ready"; do
  kill -0 "$server" 2>/dev/null || { say "it ended; see $work/acervo.log"; exit 1; }
  sleep 0.5
done
say "import"
java -jar "$product" import "$work/records.jsonl" >"$work/import.log" 2>&1
say "reindex"
begin=$(date +%s%N)
java -jar "$product" reindex >"$work/reindex.log" 2>&1
millis=$((($(date +%s%N) - begin) / 1000000))

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
