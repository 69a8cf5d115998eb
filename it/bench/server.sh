# Sourced by what measures one server, with $name and $port set: goes to the root of the project, and has a folder $work for
# what comes of it, a server with a database of its own once "serve" is called, and an end of that server whatever happens.

url=http://localhost:$port
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
product=target/acervo/acervo.jar
work=$PWD/target/bench-$name
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

export ACERVO_HTTP_PORT=$port ACERVO_DATA=$work/data ACERVO_SAMPLE=false
unset ACERVO_BASE_URL ACERVO_DB_URL

serve() {
  JAVA_TOOL_OPTIONS=-Xmx512m java ${BENCH_JAVA:-} -jar "$product" serve >"$work/acervo.log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "$url/health/ready"; do
    kill -0 "$server" 2>/dev/null || { say "it ended; see $work/acervo.log"; exit 1; }
    sleep 0.5
  done
}
