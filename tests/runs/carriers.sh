#!/bin/bash
# The list of jobs carried by GNU parallel over ssh, and by a Slurm job array: the same bytes
# as here, also after a node was killed. Daemons of its own on this machine alone; needs root.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
carriers=$PWD/models/carriers
work=$(mktemp -d /tmp/ledsaga-carriers-XXXXXX)
started=
cleanup() {
    # shellcheck disable=SC2046,SC2086
    kill -9 $started $(cat "$work"/*.pid 2>/dev/null) $(tasks) 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
# What runs on the node of ours: processes that know our configuration and a job, and the
# daemons over them.
tasks() {
    local folder above known
    for folder in /proc/[0-9]*; do
        known=$(cat "$folder/environ" 2>/dev/null | tr '\0' '\n')
        grep -qx "SLURM_CONF=$work/slurm.conf" <<<"$known" && grep -q '^SLURM_JOB_ID=' <<<"$known" || continue
        echo "${folder#/proc/}"
        above=$(awk '/^PPid:/ { print $2 }' "$folder/status" 2>/dev/null)
        ! grep -qx slurmstepd "/proc/$above/comm" 2>/dev/null || echo "$above"
    done | sort -u
}
trap cleanup EXIT
chmod 755 "$work"
cd "$work" || exit 1
run() { # a daemon in the foreground of a group of its own; its id in $!
    setsid "$@" >>daemons.log 2>&1 &
    started="$started $!"
}
ready() { # command...: within half a minute
    local i
    for i in $(seq 150); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.2
    done
    tail -n 5 daemons.log ./*.log
    return 1
}

"$LEDSAGA" new village --preset village --week 2026-W48 --quiet || exit 1
compare() { # results, more...
    local results=$1
    shift
    "$LEDSAGA" whatif "$work/village" --demands 4 --results "$work/$results" "$@" as_is employ open_offer leisure_groups
}
total=$(compare none --jobs | wc -l)
compare here --json >here.json || exit 1
same() { compare "$1" --merge --json >"$1.json" && cmp here.json "$1.json" && diff -r here "$1"; }

# ---- GNU parallel over ssh
ssh-keygen -q -t ed25519 -N '' -f key && ssh-keygen -q -t ed25519 -N '' -f host
mkdir -p /run/sshd
cat >sshd.conf <<END
Port 8491
ListenAddress 127.0.0.1
HostKey $work/host
AuthorizedKeysFile $work/key.pub
PidFile $work/sshd.pid
StrictModes no
PermitRootLogin prohibit-password
UsePAM no
END
run /usr/sbin/sshd -D -f "$work/sshd.conf"
ssh="ssh -p 8491 -i $work/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=$work/known -o LogLevel=ERROR"
check 'a host answers' ready $ssh 127.0.0.1 true
over_ssh() {
    compare ssh --jobs >ssh.jobs && printf '2/%s 127.0.0.1\n' "$ssh" >hosts &&
        "$carriers/parallel.sh" ssh.jobs hosts && same ssh
}
check 'GNU parallel over ssh gives the same bytes' over_ssh

# ---- a Slurm job array
name=$(hostname -s)
dd if=/dev/urandom of=munge.key bs=128 count=8 2>/dev/null
chmod 400 munge.key
mkdir -m 711 munge state spool
run /usr/sbin/munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge/socket" \
    --pid-file="$work/munge/pid" --log-file="$work/munge.log" --seed-file="$work/munge/seed"
cat >slurm.conf <<END
ClusterName=ledsaga
SlurmctldHost=$name(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
SlurmctldPort=8492
SlurmdPort=8493
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmdTimeout=10
ReturnToService=2
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_min_interval=100000
MpiDefault=none
NodeName=$name NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$work/slurm.conf
node_start() { run /usr/sbin/slurmd -D -f "$work/slurm.conf" -N "$name" && node=$!; }
run /usr/sbin/slurmctld -D -f "$work/slurm.conf" -i
node_start
idle() { sinfo -h -o %T | grep -qE '^(idle|mixed|allocated)$'; }
check 'a node of Slurm answers' ready idle
submit() { # list
    sbatch --parsable --output="$work/slurm-%a.out" --array="1-$(wc -l <"$1")" "$carriers/slurm.sh" "$work/$1"
}
empty() { [ -z "$(squeue -h)" ]; }
drained() { local i; for i in 1 2 3 4 5 6; do ready empty && return; done; squeue; return 1; }
by_array() {
    compare slurm --jobs >slurm.jobs && submit slurm.jobs && drained && same slurm
}
check 'a Slurm job array gives the same bytes' by_array

# The node dies with what runs on it. When it is back, Slurm makes its tasks once more; whatever
# is missing in the end is listed and submitted again.
killed() {
    compare killed --jobs >killed.jobs && submit killed.jobs || return
    until [ "$(ls killed 2>/dev/null | wc -l)" -ge 3 ]; do sleep 0.1; done
    # shellcheck disable=SC2046
    kill -9 "$node" $(tasks) 2>/dev/null
    [ "$(ls killed | grep -c 'json$')" -lt "$total" ]
}
check 'the node can be killed in the middle' killed
recovers() {
    node_start
    ready idle || return
    drained || scancel --state=PENDING,RUNNING,COMPLETING
    if ! compare killed --merge --json >/dev/null 2>missing; then
        grep -q 'missing: ' missing || return
        compare killed --jobs >rest.jobs && submit rest.jobs && drained || return
    fi
    same killed
}
check 'what it left undone is made, to the same bytes' recovers
tally
