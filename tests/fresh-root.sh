#!/bin/sh
# The README's two commands in an empty Debian 12: debootstrap a minimal root, copy
# the tree in, install make, run them. Needs root and a Debian mirror.
#   tests/fresh-root.sh [ROOT]     ROOT: an empty or older root to use
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "fresh-root.sh needs root for chroot" >&2; exit 1; }
root=${1:-$(mktemp -d)}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$root" "$mirror" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
rm -rf "$root/ledsaga"
mkdir "$root/ledsaga"
tar -c --exclude=./build --exclude=./demo --exclude=./.git . | tar -x -C "$root/ledsaga"

inside() {
    began=$(date +%s)
    code=0
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root sh -c "cd /ledsaga && $1" || code=$?
    echo "-- '$1' took $(($(date +%s) - began)) s, exit code $code"
    [ $code -eq 0 ]
}
inside 'apt-get -qq update && apt-get -qq -y install make >/dev/null 2>&1'
inside 'make demo'
inside 'make test'
[ $# -gt 0 ] || echo "The root is left in $root."
