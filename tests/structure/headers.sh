# Each header says everything it needs.
compilers=gcc
if command -v clang >/dev/null; then compilers="gcc clang"; else skip 'headers under clang: it is not here'; fi
compiles_alone() { # compiler, header
    printf '#include "%s"\nextern int one_declaration;\n' "$2" |
        "$1" -std=c11 -Wall -Wextra -Wpedantic -Werror -Wno-unused-const-variable -D_GNU_SOURCE -Iinclude -Isrc -I. \
            -fsyntax-only -x c -
}
for header in include/ledsaga/*.h src/*/*.h src/*/*/*.h; do
    for compiler in $compilers; do
        check "$header compiles alone ($compiler)" compiles_alone "$compiler" "$header"
    done
done
