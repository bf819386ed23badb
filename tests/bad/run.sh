#!/bin/bash
# Broken input and the faults it gets. Each folder here is a case: tests/cases/tiny with
#   FILE...   files of its own put over it (week.json and roster.json are those of the week)
#   edit      lines `FILE SED-COMMAND`, one change each
#   args      what to run instead of `check DIR --week 2026-W48`
# and must come out as `expected` says:
#   exit N    the exit code
#   faults N  how many faults are told
#   ...       every other line stands somewhere on stderr
#   tests/bad/run.sh [CASE...]      only these
set -u
here=$(cd "$(dirname "$0")" && pwd)
ledsaga=${LEDSAGA:-build/release/ledsaga}
export LANGUAGE=en LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

place_of() { # where a file of a case belongs in the workspace
    case $1 in
    week.json | roster.json) echo "weeks/2026-W48/$1" ;;
    *) echo "$1" ;;
    esac
}

make_workspace() { # case
    rm -rf "$scratch/DIR"
    cp -r "$here/../cases/tiny" "$scratch/DIR"
    (cd "$1" && find . -type f -printf '%P\n') | while read -r file; do
        case $file in
        expected | edit | args) ;;
        *)
            mkdir -p "$scratch/DIR/$(dirname "$(place_of "$file")")"
            cp "$1/$file" "$scratch/DIR/$(place_of "$file")"
            ;;
        esac
    done
    [ ! -e "$1/edit" ] || while read -r file command; do
        target=$scratch/DIR/$(place_of "$file")
        cp "$target" "$scratch/before"
        sed -i "$command" "$target"
        ! cmp -s "$scratch/before" "$target" || echo "the edit of $file changes nothing"
    done <"$1/edit"
}

judge() { # case: prints what is not as expected
    local args=(check DIR --week 2026-W48) code line
    [ ! -e "$1/args" ] || read -ra args <"$1/args"
    (cd "$scratch" && timeout 60 "$ledsaga" "${args[@]}" >stdout 2>stderr </dev/null)
    code=$?
    while IFS= read -r line; do
        case $line in
        "exit "*) [ "$code" = "${line#exit }" ] || echo "exit code is $code, not ${line#exit }" ;;
        "faults "*)
            n=$(grep -c '^ledsaga: ' "$scratch/stderr")
            [ "$n" = "${line#faults }" ] || echo "$n faults, not ${line#faults }"
            ;;
        *) grep -qF -e "$line" "$scratch/stderr" || echo "not told: $line" ;;
        esac
    done <"$1/expected"
}

case $ledsaga in */*) ledsaga=$(realpath "$ledsaga") ;; esac
[ $# -gt 0 ] || set -- $(cd "$here" && ls -d */ | tr -d /)
for name; do
    wrong=$(make_workspace "$here/$name" && judge "$here/$name")
    if [ -z "$wrong" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s:\n%s\n' "$name" "$wrong"
        sed 's/^/    | /' "$scratch/stderr"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
