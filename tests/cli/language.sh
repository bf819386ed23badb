# Swedish also where the system has no Swedish locale, and English elsewhere.
swedish() { says 'Användning:' "$@"; }
english() { says 'Usage:' "$@"; }
# env -i: a machine where nothing is set but what the test sets.
with() { env -i "$@" "$LEDSAGA" help solve; }

check 'sv_SE.UTF-8 speaks Swedish' swedish with LANG=sv_SE.UTF-8
check 'sv_FI speaks Swedish' swedish with LC_ALL=sv_FI
check 'LC_ALL is stronger than LANG' english with LANG=sv_SE.UTF-8 LC_ALL=en_GB.UTF-8
check 'LC_MESSAGES is stronger than LANG' swedish with LANG=en_GB.UTF-8 LC_MESSAGES=sv_SE.UTF-8
check 'LANGUAGE is stronger than LANG' swedish with LANG=en_GB.UTF-8 LANGUAGE=sv:en
check 'LANGUAGE alone is enough' swedish with LANGUAGE=sv
check 'the C locale is English whatever LANGUAGE says' english with LC_ALL=C LANGUAGE=sv
check 'another language gets English' english with LANG=de_DE.UTF-8
check 'nothing set gets English' english env -i "$LEDSAGA" help solve
check '--lang is stronger than all' swedish env -i LC_ALL=en_GB.UTF-8 "$LEDSAGA" help solve --lang sv
check '--lang=en too' english env -i LANG=sv_SE.UTF-8 "$LEDSAGA" help solve --lang=en
check '--lang may stand before the command' swedish ledsaga --lang sv help solve
check '--lang=sv too' swedish ledsaga --lang=sv solve --help
check 'an unknown language is refused there too' ends_with 2 ledsaga --lang xx help
check 'a language alone is no command' ends_with 2 ledsaga --lang sv
check 'a fault in the command line is said in Swedish' says 'Menade du' env -i LANG=sv_SE.UTF-8 "$LEDSAGA" sovle
check 'an unknown language is refused' ends_with 2 ledsaga help --lang xx
check 'a roster is the same file in either language' bash -c '
    cp -r ../tiny sv && cp -r ../tiny en && rm sv/'$roster' en/'$roster' &&
    ledsaga solve sv --lang sv >/dev/null && ledsaga solve en --lang en >/dev/null && cmp sv/'$roster' en/'$roster
