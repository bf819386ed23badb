#!/bin/bash
# Calendars in the programs that people have: Thunderbird, GNOME's calendar service, khal by
# vdirsyncer, calcurse. They subscribe to a calendar whose visits lie where clocks change,
# and then to the same when its address was revoked. Takes a few minutes, so not a part of
# `make test`. Where a calendar is served badly, what they do is not ours and is not tested.
cd "$(dirname "$0")/.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=$PWD/tests/calendar
out=$(mktemp -d)
# Programs that outlive their session: those with our folder in their arguments.
left_over() { pgrep -f -- "$out" | grep -vx $$; }
end() {
    [ -z "${server:-}" ] || kill "$server"
    # shellcheck disable=SC2046 # process numbers
    [ -z "$(left_over)" ] || kill -9 $(left_over) 2>/dev/null
    rm -rf "$out"
}
trap end EXIT
unset LANGUAGE SOURCE_DATE_EPOCH
export TZ=Europe/Stockholm
day=2026-03-20 # on which everything is told

# ---- a calendar, published and served -----------------------------------------

workspace=$out/workspace web=$out/web
mkdir -p "$web" "$out/published"
python3 "$here/make_clocks.py" "$workspace"
publish() { "$LEDSAGA" publish "$workspace" --to "$out/published" --on $day --lang sv --quiet "$@"; }
for week in "$workspace"/weeks/*; do
    publish --week "$(basename "$week")" --force --links "$out/links.$(basename "$week")"
done
published=$out/published/$(cat "$out"/links.* | grep '"kim"' | cut -d'"' -f10)
cp "$published" "$web/feed.ics"
python3 "$here/expect.py" "$workspace" sv clients | grep ^kim.ics | cut -f2- | sed 's/"//g' | sort >"$out/expected"
python3 "$here/serve.py" "$web" 2>"$out/serve.log" &
server=$!
for _ in $(seq 50); do [ -s "$web/port" ] && break; sleep 0.1; done
address=http://127.0.0.1:$(cat "$web/port")/feed.ics

# ---- Thunderbird -----------------------------------------------------------------

profile=$out/thunderbird
mkdir -p "$profile" "$out/home"
cat >"$profile/user.js" <<SETTINGS
user_pref("calendar.registry.feed.type", "ics");
user_pref("calendar.registry.feed.uri", "$address");
user_pref("calendar.registry.feed.name", "Ledsagning");
user_pref("calendar.registry.feed.cache.enabled", true);
user_pref("calendar.registry.feed.readOnly", true);
user_pref("calendar.registry.feed.refreshInterval", "1");
user_pref("calendar.timezone.local", "Europe/Stockholm");
user_pref("calendar.timezone.useSystemTimezone", false);
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
SETTINGS
thunderbird_fetch() {
    HOME=$out/home timeout -k 5 40 dbus-run-session xvfb-run -a thunderbird --no-remote --profile "$profile" -calendar >"$out/thunderbird.log" 2>&1
    # Its processes outlive the screen; while they do, they hold the database.
    # shellcheck disable=SC2046
    kill -9 $(pgrep -f -- "--profile $profile") 2>/dev/null
    sleep 1
}
thunderbird_holds() {
    sqlite3 -separator $'\t' "$profile/calendar-data/cache.sqlite" "
        select strftime('%Y-%m-%dT%H:%M:%S.000Z', event_start / 1000000, 'unixepoch'),
            strftime('%Y-%m-%dT%H:%M:%S.000Z', event_end / 1000000, 'unixepoch'), id, title from cal_events" | sort
}

# ---- GNOME -----------------------------------------------------------------------

mkdir -p "$out/gnome/.config/evolution/sources"
cat >"$out/gnome/.config/evolution/sources/feed.source" <<SETTINGS
[Data Source]
DisplayName=Ledsagning
Enabled=true
Parent=webcal-stub

[Calendar]
BackendName=webcal
Selected=true

[Authentication]
Host=127.0.0.1
Method=none
Port=$(cat "$web/port")
ProxyId=system-proxy

[Security]
Method=none

[WebDAV Backend]
ResourcePath=/feed.ics

[Refresh]
Enabled=true
IntervalMinutes=30

[Offline]
StaySynchronized=true
SETTINGS
gnome_holds() {
    (
        export HOME=$out/gnome XDG_RUNTIME_DIR=$out/gnome GSETTINGS_BACKEND=memory
        export XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$HOME/.local
        timeout 60 dbus-run-session -- /usr/bin/python3 "$here/gnome.py" 2>"$out/gnome.log" | sort
    )
}

# ---- khal, by vdirsyncer ---------------------------------------------------------

mkdir -p "$out/copied" "$out/status"
cat >"$out/vdirsyncer.conf" <<SETTINGS
[general]
status_path = "$out/status/"
[pair feed]
a = "web"
b = "copy"
collections = null
[storage web]
type = "http"
url = "$address"
[storage copy]
type = "filesystem"
path = "$out/copied/"
fileext = ".ics"
SETTINGS
cat >"$out/khal.conf" <<SETTINGS
[calendars]
[[feed]]
path = $out/copied/
[sqlite]
path = $out/khal.db
[locale]
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
SETTINGS
sync() { LC_ALL=C.UTF-8 timeout 60 vdirsyncer -c "$out/vdirsyncer.conf" "$@" >>"$out/vdirsyncer.log" 2>&1; }
khal_holds() { # by the clock, which is all that khal tells; vdirsyncer names events anew
    LC_ALL=C.UTF-8 timeout 60 khal -c "$out/khal.conf" list --once --notstarted --day-format '' \
        --format '{start-long}{tab}{end-long}{tab}{title}' 2026-03-01 2027-05-01 | sed 's/\x1b\[[0-9;]*m//g' | grep . | sort
}
by_clock() { # expected, as khal and calcurse tell it: without names
    /usr/bin/python3 -c '
import datetime, sys, zoneinfo
zone = zoneinfo.ZoneInfo("Europe/Stockholm")
for line in sys.stdin:
    start, end, *rest = line.rstrip("\n").split("\t")
    print(*(datetime.datetime.fromisoformat(t[:19] + "+00:00").astimezone(zone).strftime(sys.argv[1]) for t in (start, end)), *rest, sep="\t")
' "$1" <"$out/expected" | cut -f1,2,4 | sort
}

# ---- calcurse --------------------------------------------------------------------

calcurse_holds() {
    mkdir -p "$out/calcurse"
    calcurse -D "$out/calcurse" -C "$out/calcurse" -q -i "$web/feed.ics" || return
    sed -E 's/^(.*) @ (.*) -> (.*) @ ([0-9:]+)(>[0-9a-f]*)? ?\|(.*)$/\1 \2\t\3 \4\t\6/' "$out/calcurse/apts" | sort
}

# ---- what they see ---------------------------------------------------------------

same() { diff "$1" <(shift; "$@"); }
check 'the calendar has visits' test "$(wc -l <"$out/expected")" -ge 20
thunderbird_fetch
check 'Thunderbird holds what was planned' same "$out/expected" thunderbird_holds
check "GNOME's calendar service holds what was planned" same "$out/expected" gnome_holds
yes | sync discover
sync sync
by_clock '%Y-%m-%d %H:%M' >"$out/khal.expected"
check 'khal lists what was planned' same "$out/khal.expected" khal_holds
by_clock '%m/%d/%Y %H:%M' >"$out/calcurse.expected"
check 'calcurse imports what was planned' same "$out/calcurse.expected" calcurse_holds

publish --revoke kim >/dev/null
cp "$published" "$web/feed.ics"
closed() { # command: holds one event, which says so
    [ "$("$@" | wc -l)" -eq 1 ] && "$@" | grep -q 'Kalendern är avslutad'
}
check 'a revoked calendar says so' grep -q '^SUMMARY:Kalendern är avslutad' "$web/feed.ics"
thunderbird_fetch
check 'Thunderbird is left with one event, that the calendar is closed' closed thunderbird_holds
check "GNOME's calendar service is left with it" closed gnome_holds
sync sync
copied() { cat "$out"/copied/*.ics | grep ^SUMMARY; }
check 'vdirsyncer is left with it' closed copied
tally
