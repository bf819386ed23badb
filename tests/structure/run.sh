#!/bin/bash
# The shape of the house: every other script here, in one tally.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
for part in tests/structure/*.sh; do
    [ "$part" = tests/structure/run.sh ] || . "$part"
done

# What the program writes is as its schemas say.
invented=$(mktemp -d)
trap 'rm -rf "$invented"' EXIT
for preset in tiny village; do
    check "a new $preset can be made and solved" bash -c "
        '$LEDSAGA' new '$invented/$preset' --preset $preset --week 2026-W48 --weeks 3 &&
        '$LEDSAGA' solve '$invented/$preset' --week latest"
done
for preset in dense_s sweden; do
    check "a new $preset can be made" "$LEDSAGA" new "$invented/$preset" --preset $preset --week 2026-W48 --quiet
done
check 'workspaces are as the schemas say' python3 tests/structure/schemas.py "$invented"/*
tally
