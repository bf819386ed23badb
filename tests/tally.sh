# Counting for shell suites: source it, `check "a sentence" command...` for each test,
# `tally` at the end.
passed=0 failed=0 skipped=0

check() {
    local sentence=$1 output; shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n' "$sentence"
        [ -z "$output" ] || printf '%s\n' "$output" | head -n 20 | sed 's/^/    /'
    fi
}

skip() {
    skipped=$((skipped + 1))
    printf 'skipped: %s\n' "$1"
}

tally() {
    if [ "$skipped" -gt 0 ]; then
        printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    else
        printf '%d passed, %d failed\n' "$passed" "$failed"
    fi
    [ "$failed" -eq 0 ]
}
