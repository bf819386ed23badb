# ledsaga. `make demo` and `make test` set everything up by themselves.
MODE ?= release
B := build/$(MODE)
CC ?= gcc
WARN := -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wundef -Wformat=2 -Wcast-qual -Wpointer-arith -Wwrite-strings -Wswitch-enum
OPT_release := -O2 -g
OPT_debug := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
OPT_audit := -O1 -g -DAUDIT
CFLAGS += $(OPT_$(MODE)) $(WARN) -D_GNU_SOURCE
CPPFLAGS += -Iinclude -Isrc
LDLIBS += -lglpk -lical -ljansson -lm

SRC := $(filter-out src/app/main.c,$(wildcard src/*/*.c))
OBJ := $(SRC:src/%.c=$(B)/%.o)

all: $(B)/ledsaga

$(B)/ledsaga: $(B)/app/main.o $(B)/libledsaga.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/libledsaga.a: $(OBJ)
	$(AR) rcs $@ $^

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(wildcard $(B)/*/*.d)

.PHONY: all
