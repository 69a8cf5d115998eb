#!/usr/bin/env bash
# Kills the server, its database or both while missions deposit, a hundred times: it/bench/kills.sh [kills] [seed].
# What they were told that is done must be there at the end, once and whole. It takes some 20 seconds a kill; the log
# names the seed with which the same kills come again.
set -euo pipefail

kills=${1:-100}
seed=${2:-}

cd "$(dirname "$0")/../.."
mvn -B -ntp verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KillsIT \
  -Dkills="$kills" ${seed:+-Dkills.seed="$seed"}
