# Servers that misbehave: each is told for what it is, and nothing is done in good faith.
cp -r "$work/village" v
serve odd.log python3 "$tests/odd_server.py" 8233
odd=$server
check 'the odd server runs' answers 8233
refused() { # mood, what must be said
    ledsaga publish v --week $week --to "http://127.0.0.1:8233/$1/" 2>said.txt
    [ $? = 12 ] && grep -q "$2" said.txt || { cat said.txt; return 1; }
}
check 'a redirection is told and not followed' refused moved 'sends us to http://127.0.0.1:9/elsewhere/'
check 'a page to log in is none of WebDAV' refused html 'not one of WebDAV'
check 'nor is a page with status 200' refused login 'the server says 200'
check 'a document type is refused' refused doctype 'document type'
check 'a list of what is elsewhere is refused' refused outside 'tells of /somewhere/else.ics'
check 'so is one of another host' refused otherhost 'tells of https://evil.example.org'
check 'an answer without end is cut' refused huge 'larger than 20 MB'
check 'an answer that was cut is none' refused cut 'after 960\|bytes remaining\|transfer closed'
check 'a server that does not run' ends_with 12 ledsaga publish v --week $week --to http://127.0.0.1:8239/x/
check 'http to another machine is refused' ends_with 2 ledsaga publish v --week $week --to http://dav.example.org/x/
check 'until now nobody was told anything' test ! -e v/weeks/$week/told.json
check 'a server that is full' refused full '507: it is full'
check 'is given up after three people' test "$(grep -c '^PUT /full/' odd.log)" = 3

plain=http://127.0.0.1:8233/plain/
check 'a server that tells no ETags and other addresses' ledsaga publish v --week $week --to $plain
sent() { grep -c '^PUT /plain/' odd.log; }
before=$(sent)
check 'nothing is sent to it twice' bash -c "ledsaga publish v --week $week --to $plain >/dev/null && [ \$(grep -c '^PUT /plain/' odd.log) = $before ]"
rm v/caldav.json
check 'nor without what is known of it' bash -c "ledsaga publish v --week $week --to $plain >/dev/null && [ \$(grep -c '^PUT /plain/' odd.log) = $before ]"
check 'what went to two servers is kept apart' bash -c "grep -c 8233/plain v/caldav.json | grep -qx $before"
stop "$odd"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key.pem -out cert.pem 2>/dev/null
serve tls.log python3 "$tests/odd_server.py" 8244 cert.pem key.pem
check 'the same with TLS' answers 8244
bad_certificate() {
    ledsaga publish v --week $week --to https://127.0.0.1:8244/plain/ 2>said.txt
    [ $? = 12 ] && grep -qi certificate said.txt && ! grep -q . tls.log
}
check 'a certificate that nobody vouches for is refused before anything is asked' bad_certificate
stop "$server"

# ---- what a hurried person types
ledsaga new hurried --preset tiny --week 2026-W46 --quiet && ledsaga solve hurried --quiet
check 'two people cannot be meant by one --revoke' ends_with 2 ledsaga publish hurried --to hweb --revoke c001 --revoke c002
check 'a workspace is not put where everybody may look' ends_with 2 ledsaga publish hurried --to hurried/weeks
check 'nor a folder that holds one' ends_with 2 ledsaga publish hurried --to . --dry-run
check 'a week that is over can be handed out' ledsaga publish hurried --to hweb --quiet --links hurried.csv
check 'and read afterwards' ledsaga show hurried
