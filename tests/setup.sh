#!/bin/sh
# What is needed for `build`, `test`, `valgrind`, `lint`, `peers`, `clients` and
# `fresh-root`, named on the command line: looks which commands and headers are missing and
# asks Debian's package manager for just those. A machine that has everything needs no network.
set -u

missing=
miss() { missing="$missing $1"; }

command_from() { command -v "$1" >/dev/null 2>&1 || miss "$2"; }
file_from() { [ -e "$1" ] || miss "$2"; }
header_from() {
    for folder in /usr/include /usr/local/include "/usr/include/$(uname -m)-linux-gnu"; do
        [ -e "$folder/$1" ] && return
    done
    miss "$2"
}
python_from() { # some machines have a python3 of their own before Debian's
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $1" >/dev/null 2>&1 && return
    done
    miss "$2"
}

for purpose; do
    case $purpose in
    build)
        command_from gcc gcc
        command_from make make
        command_from msgfmt gettext
        header_from stdlib.h libc6-dev
        header_from glpk.h libglpk-dev
        header_from jansson.h libjansson-dev
        header_from xlsxwriter.h libxlsxwriter-dev
        header_from curl/curl.h libcurl4-openssl-dev
        header_from expat.h libexpat1-dev
        header_from openssl/sha.h libssl-dev
        file_from /usr/share/zoneinfo/Europe/Stockholm tzdata
        ;;
    test)
        header_from CUnit/CUnit.h libcunit1-dev
        command_from glpsol glpk-utils
        command_from mandoc mandoc
        command_from parallel parallel
        command_from python3 python3
        python_from jsonschema python3-jsonschema
        python_from icalendar python3-icalendar
        python_from dateutil python3-dateutil
        python_from recurring_ical_events python3-recurring-ical-events
        command_from node nodejs
        command_from npm npm
        command_from curl curl
        command_from openssl openssl
        file_from /usr/sbin/nginx nginx-light
        command_from radicale radicale
        command_from htpasswd apache2-utils
        command_from vdirsyncer vdirsyncer
        command_from khal khal
        command_from chromium chromium
        command_from lynx lynx
        command_from espeak-ng espeak-ng
        command_from pdftotext poppler-utils
        ;;
    runs)
        command_from parallel parallel
        command_from sbatch slurm-wlm
        file_from /usr/sbin/slurmctld slurmctld
        file_from /usr/sbin/slurmd slurmd
        file_from /usr/sbin/munged munge
        file_from /usr/sbin/sshd openssh-server
        ;;
    valgrind) command_from valgrind valgrind ;;
    lint)
        command_from clang clang
        command_from cppcheck cppcheck
        ;;
    peers)
        command_from glpsol glpk-utils
        command_from cbc coinor-cbc
        command_from javac default-jdk-headless
        command_from mvn maven
        command_from python3 python3
        python_from ensurepip python3-venv
        ;;
    clients)
        command_from thunderbird thunderbird
        command_from xvfb-run xvfb
        command_from xauth xauth
        command_from dbus-run-session dbus
        command_from sqlite3 sqlite3
        file_from /usr/libexec/evolution-calendar-factory evolution-data-server
        file_from "/usr/lib/$(uname -m)-linux-gnu/girepository-1.0/ECal-2.0.typelib" gir1.2-ecal-2.0
        python_from gi python3-gi
        command_from khal khal
        command_from vdirsyncer vdirsyncer
        command_from calcurse calcurse
        ;;
    fresh-root) command_from debootstrap debootstrap ;;
    *) echo "setup.sh: what is '$purpose'?" >&2; exit 2 ;;
    esac
done

[ -z "$missing" ] && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; } || as_root=none
fi
if [ "$as_root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
    {
        echo "ledsaga needs some programs and libraries that are not here. On Debian or Ubuntu:"
        echo "    sudo apt-get install$missing"
        echo "Elsewhere the same things have similar names: a C11 compiler, GLPK 5, jansson, libxlsxwriter, libcurl, expat, gettext."
    } >&2
    exit 1
fi
echo "Installing what is missing:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # words are meant to be split
if ! { $as_root apt-get -qq update && $as_root apt-get -qq -y --no-install-recommends install $missing; } >build-setup.log 2>&1; then
    tail -n 20 build-setup.log >&2
    echo "The packages could not be installed; the last lines above say why." >&2
    exit 1
fi
rm -f build-setup.log
