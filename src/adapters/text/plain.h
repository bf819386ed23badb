/* Text from files, made safe to print. Names and activities come from other
 * programs: a control character in them could move a terminal's cursor or end a
 * line of a calendar, and bytes that are not UTF-8 spoil whatever they stand in. */
#ifndef ADAPTERS_PLAIN_H
#define ADAPTERS_PLAIN_H

#include "ledsaga/arena.h"

/* One line: white space of any kind becomes a space, other control characters go,
 * bytes that are not UTF-8 become U+FFFD. Returns s itself where nothing changes. */
const char *plain_line(struct arena *a, const char *s);

/* The same, but newlines stay (CR LF becomes LF) and tabs go like other control
 * characters: what a calendar's TEXT value can hold. */
const char *plain_lines(struct arena *a, const char *s);

/* The first character that has no place in a name because it is not seen: a control
 * character, or one that turns the direction of what follows. 0 if there is none. */
long plain_hidden(const char *s);

/* Bytes of the well-formed UTF-8 character at s, 0 if there is none. */
size_t utf8_length(const char *s);

#endif
