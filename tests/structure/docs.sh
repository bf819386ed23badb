# What is written about the program is what the program says of itself.

readme_has_help() {
    local help missing
    help=$(LC_ALL=C "$LEDSAGA" help) || return
    missing=$(sed -n '/^Commands:/,$p' <<<"$help" | grep -vxFf README.md | grep -v '^$')
    [ -z "$missing" ] || { echo "not in README.md as it stands:"; echo "$missing"; return 1; }
}
check 'the README has the commands and exit codes word for word' readme_has_help

manual=$("$LEDSAGA" help --man)
manual_has_rows() {
    local row rows
    rows=$("$LEDSAGA" options --json | python3 -c '
import json, sys
o = json.load(sys.stdin)
print(*(row["name"] for key in ("rules", "figures", "costs", "weights") for row in o[key]))') || return
    for row in $rows; do
        grep -qE "^\.B $row( |\$)" <<<"$manual" || { echo "$row"; return 1; }
    done
}
check 'the manual page has every rule, figure, cost and weight' manual_has_rows
manual_has_phases() {
    local phase
    sed -nE 's/.*(begin_phase\(s, |phase = ).*/&/p' src/solver/*.c | grep -oE 'N_\("[^"]+"\)' | sed 's/N_("//; s/")//' | sort -u |
        while read -r phase; do
            grep -qxF ".B $phase" <<<"$manual" || { echo "$phase"; return 1; }
        done
}
check 'the manual page has every phase of the solver' manual_has_phases
manual_lints() { mandoc -Tlint <<<"$manual"; }
check 'the manual page is without fault' manual_lints

changelog_has_version() { grep -q "^## $("$LEDSAGA" version | awk 'NR == 1 { print $2 }')" CHANGELOG.md; }
check 'the CHANGELOG has this version' changelog_has_version

named_files_exist() {
    local name
    for name in $(grep -ohE '`(src|include|models|tests|bench)/[A-Za-z0-9_./-]+`' README.md CONTRIBUTING.md | tr -d '`' | grep -v NAME | sort -u); do
        [ -e "$name" ] || { echo "$name is named but is not there"; return 1; }
    done
}
check 'files named in README and CONTRIBUTING exist' named_files_exist

solver_files_have_rows() {
    local file row named=
    for row in $(sed -n '/^## The solver/,/^## Idioms/p' CONTRIBUTING.md | grep -oE '^\|[^|]*\|' | grep -oE '`[^`]+\.c`' | tr -d '`'); do
        named+=" $(cd src/solver && printf '%s ' $row)"
    done
    for file in src/solver/*.c; do
        [[ " $named " == *" ${file##*/} "* ]] || { echo "$file has no row"; return 1; }
    done
}
check 'CONTRIBUTING says of each file of the solver what it is for' solver_files_have_rows

# The summary between its marks in the README.
readme_has_summary() {
    sed -n '/^<!-- bench\/results\/summary.md -->$/,/^<!-- end of the summary -->$/p' README.md | sed '1d;$d' |
        diff - bench/results/summary.md
}
check 'the README has the newest figures of the bench' readme_has_summary
