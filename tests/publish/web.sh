# The example site with real nginx, as it stands but for names, ports and paths.
cp -r "$work/village" v
ledsaga publish v --week $week --to web --links links.csv >/dev/null
token=$(token links.csv c001)
mkdir logs
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext 'subjectAltName = IP:127.0.0.1' \
    -keyout key.pem -out cert.pem 2>/dev/null
chmod -R a+rX "$work" # nginx reads as another user
{
    echo "daemon off; pid $PWD/nginx.pid; error_log $PWD/logs/start.log;"
    [ "$(id -u)" -ne 0 ] || echo 'user nobody nogroup;'
    echo 'worker_processes 1; events { worker_connections 64; }'
    echo "http { client_body_temp_path $PWD/logs/b; proxy_temp_path $PWD/logs/p; fastcgi_temp_path $PWD/logs/f;"
    echo "uwsgi_temp_path $PWD/logs/u; scgi_temp_path $PWD/logs/s;"
    sed -e 's|listen 443 ssl|listen 127.0.0.1:8243 ssl|' -e "s|/etc/ssl/certs/.*pem|$PWD/cert.pem|" \
        -e "s|/etc/ssl/private/.*key|$PWD/key.pem|" -e "s|/srv/ledsaga|$PWD/web|" -e "s|/var/log/nginx|$PWD/logs|" \
        "$here/models/web/nginx.conf"
    echo '}'
} >nginx.conf
check 'nginx takes the example site' nginx -t -q -c "$PWD/nginx.conf"
serve nginx.txt nginx -c "$PWD/nginx.conf"
check 'and serves it' answers 8243

site=https://127.0.0.1:8243
get() { curl -s --cacert cert.pem "$@"; }
head_of() { get -o /dev/null -D - "$@" | tr -d '\r'; }
has_head() { local line=$1; shift; head_of "$@" | grep -qix "$line" || { head_of "$@"; echo "lacks: $line"; return 1; }; }
status() { local wanted=$1 got; shift; got=$(get -o /dev/null -w '%{http_code}' "$@"); [ "$got" = "$wanted" ] || { echo "$got, not $wanted"; return 1; }; }

check 'a calendar is there' status 200 $site/$token.ics
check 'byte for byte' bash -c "curl -s --cacert cert.pem $site/$token.ics | cmp - web/$token.ics"
for line in 'Content-Type: text/calendar; charset=utf-8' "Content-Length: $(stat -c %s web/$token.ics)" \
    'Cache-Control: private, max-age=900' 'X-Robots-Tag: noindex' 'Referrer-Policy: no-referrer' 'Last-Modified: .*' 'ETag: "[^"]*"'; do
    check "a calendar comes with $line" has_head "$line" $site/$token.ics
done
check 'a page says its characters' has_head 'Content-Type: text/html; charset=utf-8' $site/$token.html
check 'a text too' has_head 'Content-Type: text/plain; charset=utf-8' $site/$token.txt
check 'the page of a week' status 200 $site/$token-$week.html
check 'no cookie, nothing to download' bash -c "! curl -s --cacert cert.pem -o /dev/null -D - $site/$token.ics | grep -iE 'set-cookie|content-disposition|location'"
etag() { head_of $site/$token.ics | sed -n 's/^ETag: //ip'; }
before=$(etag)
check 'what is not modified is not sent' status 304 -H "If-None-Match: $before" $site/$token.ics
check 'HEAD is answered' bash -c "[ \"\$(curl -s --cacert cert.pem -I -w '%{size_download}' -o head.txt $site/$token.ics)\" = 0 ] && grep -q '200' head.txt"
check 'compression does not weaken the ETag' has_head 'ETag: "[^"]*"' -H 'Accept-Encoding: gzip' $site/$token.ics
check 'an address that nobody has' status 404 $site/aaaaaaaaaaaaaaaaaaaaaaaaaa.ics
check 'no listing' bash -c "! curl -s --cacert cert.pem $site/ | grep -q '$token'"
check 'no hidden files' bash -c "echo secret >web/.$token.ics.1-1; [ \$(curl -s --cacert cert.pem -o /dev/null -w '%{http_code}' $site/.$token.ics.1-1) = 404 ]"
rm -f web/.$token*
for method in POST PUT DELETE PROPFIND; do
    check "$method is not for it" bash -c "case \$(curl -s --cacert cert.pem -o /dev/null -w '%{http_code}' -X $method $site/$token.ics) in 403|405) ;; *) false ;; esac"
done
check 'the ETag is another one the next day' bash -c "ledsaga publish v --to web --refresh --on 2026-11-24 >/dev/null; ! curl -s --cacert cert.pem -o /dev/null -D - $site/$token.ics | grep -qF '$before'"
before=$(etag)
check 'and the same all day' bash -c "ledsaga publish v --to web --refresh --on 2026-11-24 >/dev/null; curl -s --cacert cert.pem -o /dev/null -D - $site/$token.ics | grep -qF '$before'"
move 60 0 v
quick_change() { # within the same second, and of the same length
    local changed one; changed=$(ledsaga publish v --week $week --to web --unlawful --json --on 2026-11-24 | python3 -c 'import json, sys; print(json.load(sys.stdin)["folder"]["written"])')
    [ "$changed" = 2 ] || { echo "$changed calendars were written"; return 1; }
    stat -c '%Y-%s' web/*.ics | sort | uniq -d | head -n 1
}
etags() { for file in web/*.ics; do head_of $site/${file#web/} | sed -n 's/^ETag: //ip'; done; }
etags >etags-before.txt
check 'two calendars change' quick_change
etags >etags-after.txt
check 'and have another ETag at once, within the same second' test "$(diff etags-before.txt etags-after.txt | grep -c '^>')" = 2

# What a real subscriber holds before and after.
mkdir subscribed
cat >vdirsyncer.conf <<EOF
[general]
status_path = "$PWD/vstatus/"
[pair one]
a = "web"
b = "here"
collections = null
[storage web]
type = "http"
url = "$site/$token.ics"
verify = "$PWD/cert.pem"
[storage here]
type = "filesystem"
path = "$PWD/subscribed/"
fileext = ".ics"
EOF
subscriber_holds() {
    { vdirsyncer -c vdirsyncer.conf discover && vdirsyncer -c vdirsyncer.conf sync; } >subscriber.txt 2>&1
    [ "$(ls subscribed | wc -l)" = "$1" ] || { ls subscribed; tail -n 5 subscriber.txt; return 1; }
}
export LC_ALL=C.UTF-8
check 'a subscriber gets the events' subscriber_holds "$(grep -c BEGIN:VEVENT web/$token.ics)"
ledsaga publish v --to web --revoke c001 --on 2026-11-25 >/dev/null 2>&1
check 'and when it is revoked, has one that says so' subscriber_holds 1
check 'namely that' grep -rq 'SUMMARY:The calendar is closed' subscribed
unset LC_ALL
check 'a revoked calendar is answered with 200' status 200 $site/$token.ics
check 'and one event' bash -c "[ \$(curl -s --cacert cert.pem $site/$token.ics | grep -c BEGIN:VEVENT) = 1 ]"
ledsaga publish v --to web --refresh --on 2026-12-28 >/dev/null 2>&1
check 'and 30 days later not at all' status 404 $site/$token.ics
mv web/robots.txt robots.txt
check 'a folder that is not there is no reason to forget' status 503 $site/$(token links.csv c002).ics
check 'but to come back' has_head 'Retry-After: 600' $site/$(token links.csv c002).ics
mv robots.txt web/
check 'no log has an address' bash -c "! grep -rqE '[a-z2-7]{26}' logs"
check 'but it has that somebody came' grep -q ' GET 200 ' logs/ledsaga.log
stop "$server"
