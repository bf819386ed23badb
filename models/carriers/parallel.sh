#!/bin/sh
# Makes a list of jobs with GNU parallel, here or on other hosts:
#   ledsaga whatif DIR --jobs SCENARIO... > jobs
#   parallel.sh jobs [HOSTS]
# HOSTS is a file with a host a line, as ssh knows them ("4/node1": four jobs at a time; ":" is
# this machine). They all must see the same folders. A job that fails is tried three times;
# called again, only those that have not succeeded are made. `ledsaga whatif DIR --merge
# SCENARIO...` then names what is missing, or lays the results beside each other.
jobs=$1 hosts=${2:-:}
case $hosts in :) set -- ;; *) set -- --sshloginfile "$hosts" --workdir "$PWD" ;; esac
exec parallel --will-cite --joblog "$jobs.log" --resume-failed --retries 3 "$@" <"$jobs"
