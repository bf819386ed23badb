# ledsaga. `make demo` and `make test` set everything up by themselves.
#
#   make            the program, build/release/ledsaga
#   make demo       a week of an invented unit, solved and printed, in ./demo
#   make test       all tests
#   make test-clients  calendars in Thunderbird, GNOME, khal and calcurse, in some minutes
#   make lint       gcc and clang with warnings as errors, cppcheck
#   make bench      invented weeks measured, in some minutes, into bench/results; bench-all: the large ones, in an hour or two
#   make bench-peers  other solvers on the same weeks: INSTANCES="halmstad region" SECONDS=60
#   make bench-profile  where the time of a solve goes; needs perf
#   make bench-whatif   the scenarios that came with the program, and a country by municipality
#   make bench-answers  how soon offer, replan and explain answer, in half an hour; bench-disruptions: a quarter of sickness
#   make bench-overrun  whether a time limit is kept, at every size
#   make install    PREFIX=/usr/local DESTDIR=
#
# MODE=release|debug (asserts, sanitizers)|audit (every move counted anew), CC=gcc|clang
MODE ?= release
B := build/$(MODE)
ifeq ($(origin CC),default)
CC := gcc
endif
WARN := -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wundef -Wformat=2 -Wcast-qual -Wpointer-arith -Wwrite-strings -Wswitch-enum
OPT_release := -O2 -g
OPT_debug := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
OPT_audit := -O1 -g -DAUDIT
FLAGS := $(OPT_$(MODE)) $(WARN) -D_GNU_SOURCE $(CFLAGS)
INCLUDE := -Iinclude -Isrc -I$(B)/gen
LDLIBS += -lglpk -ljansson -lxlsxwriter -lcurl -lexpat -lcrypto -lm
PREFIX ?= /usr/local

# Each step is one short line; V=1 shows the commands.
V ?= 0
ifeq ($(V),0)
Q := @
say = @printf '  %-4s %s\n' $(1) $(2)
endif

# On all processors, but only after what is missing was installed.
SUBMAKE = $(MAKE) --no-print-directory -j$(shell nproc 2>/dev/null || echo 1)

# Everything but the commands is the library; the commands without main() are an
# archive too, for the tests.
LIB := $(patsubst src/%.c,$(B)/%.o,$(filter-out src/app/%,$(wildcard src/*/*.c src/*/*/*.c))) $(B)/gen/profiles.o $(B)/gen/import_map.o $(B)/gen/scenarios.o
APP := $(patsubst src/%.c,$(B)/%.o,$(filter-out src/app/main.c,$(wildcard src/app/*.c))) $(B)/gen/schemas.o
LOCALES := $(patsubst models/locale/%.po,$(dir $(B))locale/%/LC_MESSAGES/ledsaga.mo,$(wildcard models/locale/*.po))
# tests/NAME/*.c make one program, build/MODE/tests/NAME/run.
TESTS := $(patsubst tests/%/,%,$(sort $(dir $(wildcard tests/*/*.c))))

all: $(B)/ledsaga $(LOCALES)

$(B)/ledsaga: $(B)/app/main.o $(B)/libapp.a $(B)/libledsaga.a
	$(call say,ld,$@)
	$(Q)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/libledsaga.a: $(LIB)
$(B)/libapp.a: $(APP)
%.a:
	$(call say,ar,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(B)/%.o: src/%.c
	$(call say,cc,$<)
	$(Q)mkdir -p $(@D) && $(CC) $(CPPFLAGS) $(INCLUDE) $(FLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/%.o: $(B)/gen/%.c
	$(Q)$(CC) $(CPPFLAGS) $(INCLUDE) $(FLAGS) -Wno-overlength-strings -c -o $@ $<

# The JSON Schemas as lines of text in the program.
$(B)/gen/schemas.c: models/unit.schema.json models/week.schema.json models/roster.schema.json models/profile.schema.json models/report.schema.json models/told.schema.json models/imported.schema.json models/sources.schema.json models/import-map.schema.json models/events.schema.json models/offers.schema.json models/replan.schema.json models/scenario.schema.json models/run.schema.json models/whatif.schema.json models/frontier.schema.json models/explain.schema.json
	@mkdir -p $(@D)
	@{ echo '#include "app/schema.h"'; echo '#include <stddef.h>'; \
	for s in $(^F:.schema.json=); do echo "static const char *const $$s[] = {" | tr - _; \
		sed -e 's/[\\"]/\\&/g' -e 's/.*/"&",/' models/$$s.schema.json; echo 'NULL};'; done; \
	echo 'const struct schema SCHEMAS[] = {'; \
	for s in $(^F:.schema.json=); do echo "{\"$$s\", $$(echo $$s | tr - _)},"; done; \
	echo '}; const int SCHEMA_COUNT = $(words $^);'; } > $@

# The headings of tables that are known without a mapping file.
$(B)/gen/import_map.c: models/import-map.json
	@mkdir -p $(@D)
	@{ echo '#include "adapters/import/import_map.h"'; echo 'const char IMPORT_MAP_TEXT[] ='; \
	sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' $<; echo ';'; } > $@

# The dated profiles, each as one text.
$(B)/gen/profiles.c: $(sort $(wildcard models/profiles/*.json))
	@mkdir -p $(@D)
	@{ echo '#include "ledsaga/profile.h"'; echo 'const struct profile_text PROFILE_TEXTS[] = {'; \
	for p in $(^F:.json=); do echo "{\"$$p\","; \
		sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' models/profiles/$$p.json; echo '},'; done; \
	echo '{0}};'; } > $@

# The scenarios that come with the program, each as one text.
$(B)/gen/scenarios.c: $(sort $(wildcard models/scenarios/*.json))
	@mkdir -p $(@D)
	@{ echo '#include "ledsaga/whatif.h"'; echo 'const struct scenario_text SCENARIO_TEXTS[] = {'; \
	for p in $(^F:.json=); do echo "{\"$$p\","; \
		sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' models/scenarios/$$p.json; echo '},'; done; \
	echo '{0}};'; } > $@

$(dir $(B))locale/%/LC_MESSAGES/ledsaga.mo: models/locale/%.po
	$(call say,po,$<)
	$(Q)mkdir -p $(@D) && msgfmt --check-format --check-domain -o $@ $<

# ---- tests ------------------------------------------------------------------

# Written anew only when a suite came or went.
$(B)/gen/suites.h: FORCE
	$(Q)mkdir -p $(@D) && printf 'SUITE(%s)\n' $(patsubst tests/unit/%_test.c,%,$(sort $(wildcard tests/unit/*_test.c))) > $@.new && \
		if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

FORCE:

$(B)/tests/unit/main.o: $(B)/gen/suites.h

# A suite's function is called from the generated list only, so it has no prototype.
$(B)/tests/%.o: tests/%.c
	$(call say,cc,$<)
	$(Q)mkdir -p $(@D) && $(CC) $(CPPFLAGS) $(INCLUDE) -Itests $(FLAGS) -Wno-missing-prototypes -MMD -MP -c -o $@ $<

define test_program
$(B)/tests/$(1)/run: $(patsubst tests/%.c,$(B)/tests/%.o,$(wildcard tests/$(1)/*.c)) $(B)/libapp.a $(B)/libledsaga.a
	$$(call say,ld,$$@)
	$$(Q)$$(CC) $$(FLAGS) $$(LDFLAGS) -o $$@ $$^ -lcunit $$(LDLIBS)
endef
$(foreach t,$(TESTS),$(eval $(call test_program,$(t))))

tests: all $(TESTS:%=$(B)/tests/%/run)

test:
	@sh tests/setup.sh build test
	@$(SUBMAKE) tests MODE=release
	@$(SUBMAKE) tests MODE=debug
	@sh tests/run.sh

# The unit tests and a small week from beginning to end under valgrind.
test-valgrind:
	@sh tests/setup.sh build test valgrind
	@$(SUBMAKE) tests MODE=release
	@sh tests/valgrind.sh

# Calendars in the programs that people have, in some minutes.
test-clients:
	@sh tests/setup.sh build clients
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) bash tests/clients.sh

# Every calendar of other projects that LEDSAGA_INSTANCES has, not just one in eight.
test-corpora:
	@sh tests/setup.sh build test
	@$(SUBMAKE) all MODE=release
	@EVERY=1 sh tests/run.sh import

# Damaged calendars, read under the sanitizers: ROUNDS=20000
ROUNDS ?= 20000
fuzz-ical:
	@sh tests/setup.sh build test
	@$(SUBMAKE) tests MODE=debug
	@python3 tests/ical/run.py --damage $(ROUNDS)

# The README's two commands in an empty Debian 12 root; needs root and debootstrap.
test-fresh-root:
	@sh tests/setup.sh fresh-root
	@sh tests/fresh-root.sh

# Runs carried by GNU parallel over ssh and by a Slurm job array, on daemons of its own; needs root.
test-runs:
	@sh tests/setup.sh build test runs
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) bash tests/runs/carriers.sh

lint:
	@sh tests/setup.sh build test lint
	@$(SUBMAKE) tests CC=gcc CFLAGS=-Werror B=build/lint-gcc/release
	@$(SUBMAKE) tests CC=clang CFLAGS=-Werror B=build/lint-clang/release
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --suppress=missingInclude \
		--error-exitcode=1 -Iinclude -Isrc src

bench bench-all: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/run.py $(if $(filter bench-all,$@),all,quick)

# The published instances of LEDSAGA_INSTANCES, each with so many seconds.
TIME ?= 60
literature: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 tests/literature/run.py --store --time $(TIME) all

# Other solvers on the same weeks, each with so many seconds; they are installed below build.
INSTANCES ?= halmstad region dense_s
SECONDS ?= 60
PEERS := build/peers
bench-peers: setup
	@sh tests/setup.sh peers
	@$(SUBMAKE) all $(PEERS)/venv/installed $(PEERS)/timefold/classpath
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/peers/run.py --seconds $(SECONDS) $(INSTANCES)

$(PEERS)/venv/installed: bench/peers/requirements.txt
	$(call say,pip,$@)
	$(Q)python3 -m venv $(@D) && $(@D)/bin/pip install --quiet --disable-pip-version-check -r $< && touch $@

$(PEERS)/timefold/classpath: bench/peers/timefold/pom.xml $(wildcard bench/peers/timefold/src/main/java/peer/*.java)
	$(call say,mvn,$@)
	$(Q)mvn -B -q -Dstyle.color=never -f $< -Dmaven.repo.local=$(abspath $(PEERS)/maven) compile dependency:build-classpath \
		-Dmdep.outputFile=$(abspath $@) && touch $@

bench-profile: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/time_spent.py

bench-whatif: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/whatif.py --sweep sweden

bench-answers: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/answers.py
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/explain.py

bench-disruptions: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/disruptions.py

bench-overrun: setup
	@$(SUBMAKE) all
	@LEDSAGA=$(abspath $(B)/ledsaga) python3 bench/overrun.py

# ---- a new machine, a first look, an installation ----------------------------

setup:
	@sh tests/setup.sh build

demo: setup
	@$(SUBMAKE) all
	@sh bench/demo.sh $(B)/ledsaga demo

$(B)/ledsaga.1: $(B)/ledsaga
	$< help --man > $@

$(B)/ledsaga.bash: $(B)/ledsaga
	$< help --completion > $@

install: all $(B)/ledsaga.1 $(B)/ledsaga.bash
	install -Dm755 $(B)/ledsaga $(DESTDIR)$(PREFIX)/bin/ledsaga
	install -Dm644 $(B)/ledsaga.1 $(DESTDIR)$(PREFIX)/share/man/man1/ledsaga.1
	install -Dm644 $(B)/ledsaga.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ledsaga
	for file in models/roster.mod models/*.schema.json models/import-map.json models/profiles/*.json models/web/*.conf models/scenarios/*.json models/carriers/*.sh; do \
		install -Dm644 $$file $(DESTDIR)$(PREFIX)/share/ledsaga/$${file#models/} || exit 1; done
	cd $(dir $(B))locale && for file in */LC_MESSAGES/ledsaga.mo; do \
		install -Dm644 $$file $(DESTDIR)$(PREFIX)/share/locale/$$file || exit 1; done

clean:
	rm -rf build

-include $(wildcard $(B)/*/*.d $(B)/*/*/*.d)

.PHONY: FORCE all tests test test-valgrind fuzz-ical test-corpora test-clients test-runs test-fresh-root lint bench literature bench-all bench-peers bench-profile bench-whatif bench-answers bench-disruptions bench-overrun setup demo install clean
