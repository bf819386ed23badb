#include "adapters/publish/secret.h"

#include "ledsaga/status.h"

#include <errno.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz234567";

const char *token_new(struct arena *a)
{
    unsigned char random[TOKEN_LENGTH];
    char token[TOKEN_LENGTH + 1] = {0};
    size_t n = 0;

    while (n < sizeof random) {
        ssize_t got = getrandom(random + n, sizeof random - n, 0);
        require(got > 0 || errno == EINTR, "the system gives random bytes");
        n += got > 0 ? (size_t)got : 0;
    }
    for (int i = 0; i < TOKEN_LENGTH; i++)
        token[i] = LETTERS[random[i] % 32];
    return arena_copy(a, token);
}

bool token_like(const char *text)
{
    return strspn(text, LETTERS) == TOKEN_LENGTH &&
           (text[TOKEN_LENGTH] == '\0' || strchr(".-", text[TOKEN_LENGTH]));
}

struct digest digest_of(const void *data, size_t length)
{
    struct digest d;

    SHA256(data, length, d.bytes);
    return d;
}

bool digest_same(const struct digest *x, const struct digest *y)
{
    return CRYPTO_memcmp(x->bytes, y->bytes, DIGEST_BYTES) == 0;
}

void digest_print(const struct digest *d, char out[DIGEST_HEX + 1])
{
    for (int i = 0; i < DIGEST_BYTES; i++)
        snprintf(out + 2 * i, 3, "%02x", d->bytes[i]);
}

bool digest_scan(const char *text, struct digest *out)
{
    if (strlen(text) != DIGEST_HEX || strspn(text, "0123456789abcdef") != DIGEST_HEX)
        return false;
    for (int i = 0; i < DIGEST_BYTES; i++) {
        unsigned byte;
        sscanf(text + 2 * i, "%2x", &byte);
        out->bytes[i] = (unsigned char)byte;
    }
    return true;
}
