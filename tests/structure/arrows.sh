# #include arrows point down only, and what is foreign or not repeatable is seen by
# one file alone.

# The code of a file without its comments.
code() { gcc -fpreprocessed -dD -E -P "$1" 2>/dev/null; }

# room, what it may include (an extended regular expression)
room_includes() {
    ! grep -nHE '^ *# *include "' $(find src/"$1" -name '*.[ch]') | grep -vE "include \"($2)"
}
low='base/|ledsaga/(arena|status)\.h'
nouns="$low|model/|ledsaga/(week|holiday|figures|problem|roster|certificate)\.h"
judged="$nouns|rules/|ledsaga/rules\.h"
check 'base knows no roster word' room_includes base "$low"
check 'model stands on base' room_includes model "$nouns"
check 'rules stand on model' room_includes rules "$judged"
check 'solver does not know adapters' room_includes solver "$judged|solver/|ledsaga/(solver|offer|replan|explain|frontier|version)\.h"
check 'measure stands on rules' room_includes measure "$judged|measure/|ledsaga/(measure|whatif)\.h"
check 'adapters do not know solver' room_includes adapters "$judged|adapters/|ledsaga/"
# Within the adapters: sentences and file forms are below the workspace, and that below whatever is made of it.
adapters_include() { # room, rooms it may include beside itself
    ! grep -nHE '^ *# *include "adapters/' src/adapters/"$1"/*.[ch] | grep -vE "include \"adapters/($1${2:+|$2})/"
}
while read -r room seen; do
    [ -d "src/adapters/$room" ] || { check "src/adapters/$room is there" false; continue; }
    check "adapters/$room sees only the rooms below it" adapters_include "$room" "${seen// /|}"
done <<'END'
text
dav text
ical text
workspace text
show text workspace
report text show
calendar text workspace show
explain text show
replan text workspace explain
publish text workspace show dav
import text workspace dav ical calendar
invent text workspace
whatif text workspace show report invent
END
each_adapter_has_a_room() { ! ls src/adapters/*.[ch] 2>/dev/null; }
check 'every adapter is in a room' each_adapter_has_a_room
public_includes() { ! grep -nHE '^ *# *include "' include/ledsaga/*.h | grep -vE 'include "ledsaga/'; }
check 'the public headers stand alone' public_includes

# sentence, expression, the files that may have it
only_in() {
    local found
    found=$(for file in src/*/*.[ch] src/*/*/*.[ch] include/ledsaga/*.h; do
        [[ $file =~ ^($2)$ ]] || code "$file" | grep -E "$1" | sed "s|^|$file: |"
    done)
    [ -z "$found" ] || { printf '%s\n' "$found"; return 1; }
}
check 'GLPK is seen by its guard and the programs on it' only_in 'include (<glpk|"solver/lp_guard)' 'src/solver/(lp_guard\.[ch]|lp\.c|live\.c)'
check 'jansson is seen by adapters only' only_in 'include <jansson' 'src/adapters/.*'
check 'libxlsxwriter is seen by workbooks only' only_in 'include (<xlsxwriter|"adapters/text/workbook)' 'src/adapters/(text/workbook\.[ch]|\w+/(report|roster)_xlsx\.c)'
check 'the clock is seen by one file' only_in '\b(time|clock|clock_gettime|gettimeofday|timespec_get)\(' 'src/base/clock\.c'
check 'chance is the seeded one, but for secrets' only_in '\b(s?rand|s?random|rand_r|[djlmn]rand48|getrandom|getentropy|arc4random)\(' 'src/adapters/publish/secret\.c'
check 'libcrypto is seen by one file' only_in 'include <openssl' 'src/adapters/publish/secret\.c'
check 'libcurl and expat are seen by adapters only' only_in 'include <(curl|expat)' 'src/adapters/.*'
check 'time zones are seen by one file' only_in '\b(localtime(_r)?|mktime|tzset)\(|"TZ"' 'src/base/zone\.c'
check 'the locale is set by one file' only_in '\b(setlocale|uselocale)\(' 'src/app/language\.c'
check 'signals are seen by one file' only_in 'include <signal' 'src/app/interrupt\.c'
