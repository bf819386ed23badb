# How long functions are: printed, not judged.
if ctags --version 2>/dev/null | grep -q Universal; then
    ctags -x --_xformat='%{end} %n %F %N' --fields=+ne --kinds-C=f src/*/*.c src/*/*/*.c |
        awk '{ print $1 - $2 + 1, $3 ":" $4 }' | sort -n |
        awk '{ length_[NR] = $1; name[NR] = $2 }
            END { if (NR) printf "functions: %d, lines: median %d, 90 %% at most %d, longest %d (%s)\n", NR,
                length_[int((NR + 1) / 2)], length_[int(NR * 0.9 + 0.5)], length_[NR], name[NR] }'
fi
