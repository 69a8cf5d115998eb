#!/usr/bin/env bash
# Times public pages of a running repository, 4 clients at once: ./pages.sh http://localhost:8080 [requests a page]
set -euo pipefail
base=${1:?base URL}; count=${2:-2000}; clients=4
highest=$(curl -fsS "$base/search?sort=changed&size=1" | grep -o 'publications/[0-9]*' | head -1 | cut -d/ -f2)
words=(migration remesas "trata+de+personas" mobility "labour+migration" retorno refuge Guatemala encuesta 2019)

addresses() { # of a kind, so many, one a line
  for ((i = 0; i < $2; i++)); do
    case $1 in
      home) echo "$base/?lang=en" ;;
      search) echo "$base/search?lang=en&q=${words[RANDOM % ${#words[@]}]}" ;;
      fresh) # hardly ever the same twice
        echo "$base/search?lang=en&q=${words[RANDOM % ${#words[@]}]}&from=$((1980 + RANDOM % 20))&to=$((2000 + RANDOM % 25))" ;;
      landing) echo "$base/publications/$((1 + (RANDOM * 32768 + RANDOM) % highest))?lang=en" ;;
    esac
  done
}

printf '%-8s %9s %9s %9s %7s\n' page "p50 ms" "p99 ms" "a second" errors
for kind in home search fresh landing; do
  addresses "$kind" "$((4 * count))" | xargs -P "$clients" -n 50 curl -s -o /dev/null > /dev/null # not counted: the JVM is still compiling
  begin=$(date +%s%N)
  # each curl keeps its connection for all the addresses it is given
  addresses "$kind" "$count" | xargs -P "$clients" -n 100 sh -c 'for u; do printf "url = \"%s\"\noutput = /dev/null\n" "$u"; done |
    curl -s -K - -w "%{time_starttransfer} %{http_code}\n"' _ > "/tmp/pages-$kind.$$"
  end=$(date +%s%N)
  sort -n "/tmp/pages-$kind.$$" | awk -v kind="$kind" -v millis="$(((end - begin) / 1000000))" '
    { time[NR] = $1 * 1000 } $2 != 200 && $2 != 410 { errors++ }
    END { last = int(NR * 0.99) + 1; if (last > NR) last = NR
      printf("%-8s %9.1f %9.1f %9.0f %7d\n", kind, time[int((NR + 1) / 2)], time[last], NR * 1000 / millis, errors) }'
  rm -f "/tmp/pages-$kind.$$"
done
