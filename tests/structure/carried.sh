# Each rule says by which rows of models/roster.mod it is kept, and those are there.

# RULE name name ...
carried_rows() {
    sed -e ':again' -e '/\\$/{N;s/ *\\\n *//;b again' -e '}' src/solver/carried.c |
        sed -nE 's/^#define CARRIED_([A-Z_]+) *"([^"]*)".*/\1 \2/p'
}
carried_names_exist() {
    local rule names name
    while read -r rule names; do
        for name in $names; do
            grep -qE "^(s\.t\.|set|param :?|param|var) $name\b" models/roster.mod ||
                { echo "$rule: models/roster.mod has no $name"; return 1; }
        done
    done < <(carried_rows)
}
check 'the integer program has the rows that the rules name' carried_names_exist
carried_by_all() {
    local told listed
    told=$(carried_rows | cut -d' ' -f1)
    listed=$(sed -nE 's/^ +X\(([A-Z_]+), [a-z_]+, [0-3],.*/\1/p' include/ledsaga/rules.h)
    [ "$told" = "$listed" ] || diff <(printf '%s\n' "$told") <(printf '%s\n' "$listed")
}
check 'every rule says how the integer program keeps it' carried_by_all
