# To a real CalDAV server: radicale, as one would run it for an office.
cp -r "$work/village" v
mkdir store
htpasswd -B -b -c users office hemligt123 2>/dev/null
cat >radicale.conf <<EOF
[server]
hosts = 127.0.0.1:8232
max_connections = 100
[auth]
type = htpasswd
htpasswd_filename = $PWD/users
htpasswd_encryption = bcrypt
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = $PWD/store
[logging]
level = info
mask_passwords = True
EOF
LC_ALL=C.UTF-8 serve radicale.log radicale --config "$PWD/radicale.conf"
check 'radicale runs' answers 8232

url=http://127.0.0.1:8232/office/
echo hemligt123 >password && chmod 600 password
publish() { ledsaga publish "${workspace:-v}" --to $url --user office --password-file password "$@"; }
tell() { publish --week $week --unlawful "$@"; }
requests() { grep -acE "[] ]$1 request for" radicale.log; }
# How many more requests of a kind a command makes: METHOD NUMBER COMMAND...
makes() {
    local method=$1 wanted=$2 before got; shift 2
    before=$(requests "$method")
    "$@" || return
    got=$(($(requests "$method") - before))
    [ "$got" = "$wanted" ] || { echo "$got times $method, not $wanted"; return 1; }
}

check 'a wrong password is told' bash -c '
    (umask 077; echo falskt >wrong)
    ledsaga publish v --week '$week' --to '$url' --user office --password-file wrong 2>said.txt; [ $? = 12 ] && grep -q "401" said.txt && grep -q "Is the password right" said.txt'
check 'and nothing was told to anybody' test ! -e v/weeks/$week/told.json
check 'a password that others may read is refused' bash -c '
    cp password open && chmod 644 open
    ledsaga publish v --week '$week' --to '$url' --user office --password-file open; [ $? = 2 ]'
check 'a password in the address is refused, and not told' bash -c '
    ledsaga publish v --week '$week' --to http://office:hemligt123@127.0.0.1:8232/office/ 2>said.txt; [ $? = 2 ] && ! grep -q hemligt said.txt'
check 'a user needs a password' ends_with 2 ledsaga publish v --week $week --to $url --user office
check 'an address where nothing is' ends_with 12 ledsaga publish v --week $week --to ${url}nowhere/ --user office --password-file password
check 'a dry run sends nothing' makes PUT 0 tell --dry-run

check 'the first publication, with the password in the environment' \
    env LEDSAGA_PASSWORD=hemligt123 ledsaga publish v --week $week --to $url --user office
ledsaga publish v --refresh --to web --links links.csv >/dev/null
events=$(cat web/*.ics | grep -c BEGIN:VEVENT)
objects() { find store -name '*.ics' -not -path '*/.Radicale*' "$@"; }
on_server() { objects | wc -l; }
check 'every event is there' test "$(on_server)" = "$events"
check 'every PUT made a new one' bash -c "[ \$(grep -ac \"PUT response status for.*: 201 Created\" radicale.log) = $events ]"
check 'and says what the calendar in the folder says' /usr/bin/python3 "$tests/same_on_server.py" $url office hemligt123 web links.csv
check 'again, and nothing is sent' makes PUT 0 tell
check 'nor asked for' makes GET 0 tell
check 'nor made' makes MKCALENDAR 0 tell

move 15 0 v
check 'a visit that moved is sent once to each of its people' makes PUT 2 tell
ledsaga publish v --refresh --to web >/dev/null
check 'and the server says what the folder says' /usr/bin/python3 "$tests/same_on_server.py" $url office hemligt123 web links.csv
known() { grep -c '"href"' v/caldav.json; }
rows=$(known)
typed_otherwise() { ledsaga publish v --to ${url%/} --user office --password-file password --refresh --quiet; }
check 'the same server typed otherwise is asked for nothing again' makes GET 0 typed_otherwise
check 'and is known as one' test "$rows" = "$(known)"

rm v/caldav.json
check 'without what is known of the server nothing is sent twice' makes PUT 0 tell
check 'and then it is known again' makes GET 0 tell
rm v/caldav.json
move 15 1 v
check 'nor does a change get lost' makes PUT 2 tell

# ---- somebody else was there
one=$(objects -path '*clients-*' | sort | head -n 1)
href=$url${one#*/collection-root/office/}
edited() { grep -q 'SUMMARY:Edited' "$one"; }
sed 's/^SUMMARY:.*\r$/SUMMARY:Edited\r/' "$one" >edited.ics
curl -s -u office:hemligt123 -T edited.ics -H 'Content-Type: text/calendar' "$href"
check 'what somebody changed is told' says 'Somebody changed this on the server' tell
check 'and left as it is' edited
check 'until it is forced' bash -c "ledsaga publish v --refresh --force --to $url --user office --password-file password && ! grep -q 'SUMMARY:Edited' '$one'"
curl -s -u office:hemligt123 -X DELETE "$href" >/dev/null
removed_told() { says 'Somebody removed this on the server' publish --refresh && [ ! -e "$one" ]; }
check 'what somebody removed is told and not made again' removed_told
check 'until it is forced' bash -c "ledsaga publish v --refresh --force --to $url --user office --password-file password && [ -e '$one' ]"
own=$url$(basename "$(dirname "$one")")/own.ics
sed 's/^UID:.*\r$/UID:own-event\r/' edited.ics >own.ics
curl -s -u office:hemligt123 -T own.ics -H 'Content-Type: text/calendar' "$own"
check 'events of their own stay' bash -c "ledsaga publish v --refresh --to $url --user office --password-file password && curl -sf -u office:hemligt123 $own | grep -q own-event"
curl -s -u office:hemligt123 -X DELETE "$own" >/dev/null

# ---- what is cancelled, what is past
python3 -c '
import json
path = "v/weeks/2026-W48/roster.json"
r = json.load(open(path))
gone = r["visits"].pop(0)
r.pop("certificate", None)
json.dump(r, open(path, "w"), ensure_ascii=False)'
check 'a cancelled visit is sent as cancelled' makes PUT 2 tell
check 'it says so' test "$(objects -exec grep -l STATUS:CANCELLED {} + | wc -l)" = 2
check 'and goes when it is past' makes DELETE 2 publish --refresh --on 2026-12-01
check 'only one person' makes PROPFIND 2 publish --refresh --on 2026-12-01 --only c001

# ---- ended in the middle
rm -rf store/* && cp -r "$work/village" killed && workspace=killed
check 'killed at ten moments and run again' python3 "$tests/kill_dav.py" killed $url password 10
ledsaga publish killed --refresh --to web2 --links links2.csv >/dev/null
check 'every event is there once' test "$(on_server)" = "$(cat web2/*.ics | grep -c BEGIN:VEVENT)"
check 'and says what the folder says' /usr/bin/python3 "$tests/same_on_server.py" $url office hemligt123 web2 links2.csv
check 'nothing is left to send' makes PUT 0 tell
rm -rf store/* killed/caldav.json
interrupted() {
    local i pid
    # What a shell runs in the background does not hear Ctrl-C unless it is told to.
    env --default-signal=INT ledsaga publish killed --week $week --unlawful --to $url --user office \
        --password-file password >/dev/null 2>said.txt &
    pid=$!
    for ((i = 0; i < 100; i++)); do [ "$(on_server)" -gt 3 ] && break; sleep 0.05; done
    kill -INT $pid
    ends_with 130 wait $pid && grep -q 'sends the rest' said.txt && [ "$(on_server)" -lt "$events" ]
}
check 'Ctrl-C stops after the event at hand' interrupted
check 'and the same command sends the rest' tell
check 'so that all is there' test "$(on_server)" = "$(cat web2/*.ics | grep -c BEGIN:VEVENT)"

# ---- as people see it
mkdir vdir
cat >vdirsyncer.conf <<EOF
[general]
status_path = "$PWD/vstatus/"
[pair office]
a = "server"
b = "here"
collections = ["from a"]
[storage server]
type = "caldav"
url = "$url"
username = "office"
password = "hemligt123"
[storage here]
type = "filesystem"
path = "$PWD/vdir/"
fileext = ".ics"
EOF
(cd store/collection-root/office && ls) | sed 's|^|vdir/|' | xargs mkdir -p # or it asks for leave
# vdirsyncer takes all calendars at once, which is more than radicale listens to.
sync() { (cd vdir && ls -d * | sed 's|^|office/|') | LC_ALL=C.UTF-8 xargs -n 4 vdirsyncer -v INFO -c vdirsyncer.conf sync 2>&1; }
fetched() {
    local wanted; wanted=$(on_server)
    LC_ALL=C.UTF-8 vdirsyncer -c vdirsyncer.conf discover >sync.txt 2>&1 && sync >>sync.txt && [ "$(find vdir -name '*.ics' | wc -l)" = "$wanted" ] ||
        { grep -v Copying sync.txt | tail -n 18; return 1; }
}
check 'vdirsyncer fetches every event' fetched
nothing_copied() { sync >sync.txt && ! grep Copying sync.txt; }
check 'and nothing the second time' nothing_copied
cat >khal.conf <<EOF
[calendars]
[[all]]
path = $PWD/vdir/*
type = discover
[locale]
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $PWD/khal.db
EOF
khal_shows() {
    LC_ALL=C.UTF-8 khal -c khal.conf list -f '{start-time}' --day-format '{date}' 2026-11-23 8d 2>/dev/null |
        awk '/^20/ { day = $1; next } /^[0-9]/ { print day, $1 }' | sort >shown.txt
    cat web2/*.ics | tr -d '\r' | sed -nE 's/^DTSTART;TZID=Europe\/Stockholm:(....)(..)(..)T(..)(..)00/\1-\2-\3 \4:\5/p' | sort >told.txt
    diff told.txt shown.txt
}
check 'khal shows them at the same times' khal_shows
check 'the log of the server has no password' bash -c '! grep -aq hemligt123 radicale.log'
if [ "$failed" -gt 0 ]; then echo '---- what radicale said'; grep -avE 'Successful login' radicale.log | tail -n 60; fi
stop "$server"
unset workspace
