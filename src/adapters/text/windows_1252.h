/* What is not UTF-8 on a Swedish desk: Windows-1252, of which ISO 8859-1 is a part. */
#ifndef ADAPTERS_WINDOWS_1252_H
#define ADAPTERS_WINDOWS_1252_H

#include <stddef.h>

/* The character of a byte; 0 where there is none. */
unsigned windows_1252(unsigned char byte);
/* Writes a character below U+10000 as UTF-8, at most three bytes; how many. */
size_t utf8_put(char *out, unsigned character);

#endif
