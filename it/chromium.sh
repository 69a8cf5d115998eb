#!/usr/bin/env bash
# Installs Debian's Chromium, for the tests in a browser. They call it where they find none and may install one.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core
