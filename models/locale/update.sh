#!/bin/sh
# Brings the translations up to date with the sources, or says what they lack.
#   models/locale/update.sh            new sentences enter every *.po without a translation,
#                                      those no longer used leave it
#   models/locale/update.sh --missing  prints what is untranslated, fuzzy or not in the *.po
#                                      and ends in failure if there is anything
# Sentences are found by xgettext where _(), N_() and their kin mark them, and in the
# lists of the program (rules, figures, statuses, options, commands), where being in
# the list is the mark: there the C preprocessor finds them.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lists() {
    "${CC:-gcc}" -E -P -Iinclude -Isrc models/locale/lists.h | sed '1,/^the lists begin$/d'
}

keys() { # -> $work/ledsaga.pot
    lists >"$work/lists.c"
    find src include -name '*.[ch]' | LC_ALL=C sort >"$work/files"
    xgettext --from-code=UTF-8 --language=C --add-comments=TRANSLATORS --no-wrap --add-location=file \
        --keyword --keyword=_ --keyword=N_ --keyword=PLURAL:1,2 \
        --keyword=SAY --keyword=SAY_NUMBER:1,2 --keyword=KEY \
        --package-name=ledsaga --output="$work/ledsaga.pot" --files-from="$work/files" "$work/lists.c"
    sed -i "s|$work/lists.c|models/locale/lists.h|; /^\"POT-Creation-Date:/d" "$work/ledsaga.pot"
}

merged() { # po file -> what it should be
    msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file "$1" "$work/ledsaga.pot" |
        msgattrib --no-obsolete --no-wrap
}

keys
lacking=0
for po in models/locale/*.po; do
    merged "$po" >"$work/new.po"
    if [ "${1:-}" = --missing ]; then
        { msgattrib --no-wrap --untranslated --no-obsolete "$work/new.po"
          msgattrib --no-wrap --only-fuzzy --no-obsolete "$work/new.po"; } | sed -n '/^#[.:] /,$p' >"$work/lacking"
        if [ -s "$work/lacking" ]; then
            echo "$po lacks:"
            cat "$work/lacking"
            lacking=1
        fi
        msgfmt --check --output-file=/dev/null "$po"
    else
        cmp -s "$work/new.po" "$po" || cp "$work/new.po" "$po"
    fi
done
exit $lacking
