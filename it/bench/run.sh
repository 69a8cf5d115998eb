#!/usr/bin/env bash
# Measures Acervo beside XOAI with N records: it/bench/run.sh N. The table goes to standard output and to
# target/bench/result.md, every single figure to target/bench/measured.csv. README.md says what they mean.
set -euo pipefail

count=${1:?usage: it/bench/run.sh N}
rounds=${BENCH_ROUNDS:-3}
warm=${BENCH_WARM:-8}
requests=${BENCH_REQUESTS:-500}
acervo_port=${BENCH_PORT:-18080}
xoai_port=$((acervo_port + 1))
acervo_url=http://localhost:$acervo_port/oai
xoai_url=http://localhost:$xoai_port/oai

cd "$(dirname "$0")/../.."
product=target/acervo/acervo.jar
work=target/bench
measured=$work/measured.csv
acervo_pid=
xoai_pid=

say() { echo "$*" >&2; }

# A process and all it started, by id.
family() {
  local child
  echo "$1"
  for child in $(ps -o pid= --ppid "$1"); do family "$child"; done
}

# Asks a server to end; what is still there after a minute is ended.
stop() {
  local pids pid
  [[ -n $1 ]] && kill -0 "$1" 2>/dev/null || return 0
  pids=$(family "$1")
  kill "$1" 2>/dev/null || true
  for _ in {1..60}; do kill -0 "$1" 2>/dev/null || break; sleep 1; done
  for pid in $pids; do kill -9 "$pid" 2>/dev/null || true; done
}

stop_all() {
  local status=$?
  trap - EXIT INT TERM
  stop "$xoai_pid"
  stop "$acervo_pid"
  exit "$status"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

# until_answers PID URL LOG: a server that ended instead is a failure, not a reason to wait.
until_answers() {
  until curl -sf -o "$work/answer" "$2"; do
    kill -0 "$1" 2>/dev/null || { say "it ended; see $3"; exit 1; }
    sleep 0.5
  done
}

seconds_since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'; }

build() {
  [[ -f $product ]] || { say "no $product: run mvn -DskipTests package first"; exit 2; }
  rm -rf "$work/data" "$measured"
  mkdir -p "$work/classes"
  javac -d "$work/classes" it/bench/Records.java it/bench/Harvest.java
  mvn -q -B -f it/bench/xoai/pom.xml package >&2
  java -cp "$work/classes" Records "$count" "$work/records.jsonl" >&2
}

export ACERVO_HTTP_PORT=$acervo_port ACERVO_DATA=$PWD/$work/data ACERVO_SAMPLE=false
unset ACERVO_BASE_URL ACERVO_DB_URL

start_acervo() {
  local start
  start=$(date +%s.%N)
  # Child processes read the option too, wherever the launcher runs the server.
  JAVA_TOOL_OPTIONS=-Xmx512m java -jar "$product" serve >"$work/acervo.log" 2>&1 &
  acervo_pid=$!
  until_answers "$acervo_pid" "http://localhost:$acervo_port/health/ready" "$work/acervo.log"
  started=$(seconds_since "$start")
}

import_records() {
  local start
  start=$(date +%s.%N)
  java -jar "$product" import "$work/records.jsonl" >"$work/import.log" 2>&1 || { cat "$work/import.log" >&2; exit 1; }
  imported=$(seconds_since "$start")
  import_end=$(date +%s)
  tail -1 "$work/import.log" >&2
  until curl -sf "http://localhost:$acervo_port/metrics" | grep -q '^acervo_index_lag.* 0\(\.0\)\?$'; do sleep 0.5; done
  indexed=$(seconds_since "$start") # the search index waits for the end of an import
  sleep "${BENCH_SETTLE:-15}" # the database finishes what the import left
}

start_xoai() {
  # It keeps all records in memory, and nobody is to say that it had too little.
  java "-Xmx$((512 + count / 200))m" -cp "$work/xoai/classes:$work/xoai/lib/*" \
    org.acervo.bench.XoaiServer "$xoai_port" "$acervo_url" "${BENCH_XOAI:-copy}" >"$work/xoai.log" 2>&1 &
  xoai_pid=$!
  until_answers "$xoai_pid" "$xoai_url?verb=Identify" "$work/xoai.log"
}

harvest() { java -Xmx256m -cp "$work/classes" Harvest --csv "$@"; }

# measure CASE OPTION...: both servers in turn, the order changing, so that neither has the better moments.
measure() {
  local name=$1 round server order
  shift
  for ((round = 1; round <= rounds; round++)); do
    order="xoai acervo"
    ((round % 2)) || order="acervo xoai"
    for server in $order; do
      say "$name, round $round, $server"
      local url=${server}_url line
      line=$(harvest --url "${!url}" "$@")
      echo "$name,$server,$round,$line" >>"$measured"
    done
  done
}

instant() { date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ; }

# Not measured: the compilers of both are at work for some seconds of each kind of request.
warm_up() {
  harvest --url "$1" --expect "$count" --repeat "$warm" >/dev/null
  harvest --url "$1" --gzip --repeat "$((warm / 2))" >/dev/null
  harvest --url "$1" --verb ListIdentifiers >/dev/null
  harvest --url "$1" --get "$((warm * 400))" >/dev/null
  harvest --url "$1" --request Identify "$((warm * 400))" >/dev/null
  harvest --url "$1" --request ListSets "$((warm * 200))" >/dev/null
}

measure_all() {
  local earliest middle yesterday
  earliest=$(curl -sf "$acervo_url?verb=Identify" | sed -n 's|.*<earliestDatestamp>\([^<]*\)<.*|\1|p')
  middle=$(instant $((($(date -d "$earliest" +%s) + import_end) / 2)))
  yesterday=$(instant $(($(date +%s) - 86400)))
  for url in "$xoai_url" "$acervo_url"; do
    warm_up "$url"
  done
  measure "oai_dc" --expect "$count"
  measure "oai_dc in gzip" --gzip --expect "$count"
  measure "ListIdentifiers" --verb ListIdentifiers --expect "$count"
  measure "four harvesters at once" --harvesters 4 --expect "$count"
  measure "one set" --set mission:mexico
  measure "a range of dates" --from "$earliest" --until "$middle"
  measure "since yesterday" --request "ListRecords&metadataPrefix=oai_dc&from=$yesterday" "$((requests / 10))"
  measure "GetRecord" --get "$requests"
  measure "Identify" --request Identify "$requests"
  measure "ListSets" --request ListSets "$((requests / 10))"
}

# The columns of measured.csv, from 1: case,server,round, then those of Harvest.
table() {
  awk -F, '
    function median(values, n,   i, j, t) {
      for (i = 2; i <= n; i++)
        for (j = i; j > 1 && values[j - 1] > values[j]; j--) { t = values[j]; values[j] = values[j - 1]; values[j - 1] = t }
      return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
    }
    function middle(name, server, column,   r, v) {
      for (r = 1; r <= rounds; r++) v[r] = of[name, server, r, column]
      return median(v, rounds)
    }
    # Of two figures of one round; more than 1 is better for Acervo, be it more a second or less time.
    function ratio(name, column, more,   r, v, a, x) {
      for (r = 1; r <= rounds; r++) {
        a = of[name, "acervo", r, column]; x = of[name, "xoai", r, column]
        v[r] = more ? a / x : x / a
      }
      return median(v, rounds)
    }
    function row(name, what, column, more, digits) {
      printf "| %s | %s | %.*f | %.*f | %.2f |\n", name, what, digits, middle(name, "xoai", column), \
        digits, middle(name, "acervo", column), ratio(name, column, more)
    }
    {
      if (!($1 in seen)) { seen[$1] = 1; names[++cases] = $1 }
      if ($3 > rounds) rounds = $3
      for (c = 4; c <= NF; c++) of[$1, $2, $3, c] = $c
    }
    END {
      print "| measured | | XOAI | Acervo | ratio |"
      print "|---|---|--:|--:|--:|"
      for (i = 1; i <= cases; i++) {
        name = names[i]
        # Lists by what comes a second; single requests by how long one takes.
        if (name ~ /^(GetRecord|Identify|ListSets|since yesterday)$/) row(name, "ms a request, median", 11, 0, 2)
        else row(name, "records/s", 8, 1, 0)
        if (name == "oai_dc") {
          row(name, "ms, first page", 10, 0, 1)
          row(name, "ms a page, median", 11, 0, 1)
          row(name, "ms a page, p99", 12, 0, 1)
          row(name, "ms a page, first tenth", 14, 0, 1)
          row(name, "ms a page, last tenth", 15, 0, 1)
        }
        if (name == "oai_dc in gzip") row(name, "bytes a harvest", 6, 0, 0)
        if (middle(name, "xoai", 4) != middle(name, "acervo", 4)) different = different " " name ";"
      }
      if (different) print "\nNot the same number of records, not to be compared:" different
    }' "$measured"
}

# The most memory that a server and its children held, in MB.
peak() {
  local pid sum=0 high
  for pid in $(family "$1"); do
    high=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true)
    sum=$((sum + ${high:-0}))
  done
  echo $((sum / 1024))
}

report() {
  echo "$count records, $rounds rounds, $(nproc) processors; load average before $before, after $after"
  echo
  echo "Acervo: ready after $started s; imported in $imported s, all found after $indexed s" \
    "($(awk -v n="$count" -v s="$imported" 'BEGIN { printf "%d", n / s }') records/s);" \
    "most memory $(peak "$acervo_pid") MB with its database. XOAI: $(peak "$xoai_pid") MB."
  echo
  table
}

before=$(cut -d' ' -f1-3 /proc/loadavg)
build
start_acervo
import_records
start_xoai
measure_all
after=$(cut -d' ' -f1-3 /proc/loadavg)
report | tee "$work/result.md"
