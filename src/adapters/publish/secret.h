/* What must not be guessed: random names, and what is kept of them. The only file that
 * asks the system for chance, and the only one that sees libcrypto, which is in the
 * process already because libcurl speaks TLS with it. */
#ifndef ADAPTERS_SECRET_H
#define ADAPTERS_SECRET_H

#include "ledsaga/arena.h"

#include <stdbool.h>

/* 130 random bits as letters a-z and digits 2-7 (RFC 4648, base32 in small letters): a
 * name that a telephone can read out and every file system and web server keeps apart. */
enum { TOKEN_LENGTH = 26 };
const char *token_new(struct arena *a);
/* True if text begins with what may be a token, and ends there or goes on with a dot or
 * a hyphen. */
bool token_like(const char *text);

/* SHA-256. A token has more chance in it than anybody can try, so neither salt nor a slow
 * hash would add anything. */
enum { DIGEST_BYTES = 32, DIGEST_HEX = 64 };
struct digest {
    unsigned char bytes[DIGEST_BYTES];
};
struct digest digest_of(const void *data, size_t length);
/* In constant time. */
bool digest_same(const struct digest *x, const struct digest *y);
/* 64 small hexadecimal digits, and back. */
void digest_print(const struct digest *d, char out[DIGEST_HEX + 1]);
bool digest_scan(const char *text, struct digest *out);

#endif
