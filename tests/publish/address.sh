# Addresses as they are handed over and taken back.
cp -r "$work/village" v
publish() { ledsaga publish v --to web "$@"; }
publish --week $week --links links.csv --quiet
swedish_excel() { [ "$(head -c 3 links.csv | od -An -tx1)" = ' ef bb bf' ] && head -n 1 links.csv | grep -q '"kind";"id";"name";"page";"calendar"'; }
check 'the list of addresses opens in a Swedish spreadsheet' swedish_excel
closed=$(token links.csv c001)
# Past midnight at home, but not in UTC.
check 'an address is taken back' env SOURCE_DATE_EPOCH=1795563000 ledsaga publish v --to web --revoke c001
check 'on the day that it is at home' grep -q '^DTSTART;VALUE=DATE:20261125' web/$closed.ics
check 'it can be taken back once' says "'c001' has no address" publish --revoke c001
check 'which is an error' ends_with 2 publish --revoke c001
