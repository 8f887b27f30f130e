#!/bin/sh
# Installs what tests/apt.txt names when root; otherwise prints the one command that does, exit 2.
set -eu
cd "$(dirname "$0")"

missing=
for package in $(sed 's/#.*//' apt.txt); do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need more of Debian than this machine has. Run this, then make test again:" >&2
    echo "sudo sh -c 'apt-get update && $install'"
    exit 2
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
$install -qq >/dev/null
