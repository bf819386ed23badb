#include "app/meter.h"

#include "app/terminal.h"
#include "base/clock.h"
#include "base/text.h"

#include <stdio.h>

static const double PAUSE = 0.1; /* seconds between two rewritings */
enum { CELLS = 24 };

struct meter meter_begin(const char *what, int n, bool shown)
{
    return (struct meter){.what = what, .n = n, .began = clock_seconds(),
                        .shown = shown && terminal_is(stderr)};
}

static void left_print(double seconds)
{
    int s = (int)(seconds + 0.5);
    fputs("  ", stderr);
    if (s >= 3600)
        fprintf(stderr, _("%d h %d min left"), s / 3600, s / 60 % 60);
    else if (s >= 60)
        fprintf(stderr, _("%d min %d s left"), s / 60, s % 60);
    else
        fprintf(stderr, _("%d s left"), s);
}

void meter_tell(struct meter *meter, int done)
{
    double now = clock_seconds();
    if (!meter->shown || meter->n == 0 || (meter->standing && now < meter->told + PAUSE))
        return;
    int filled = CELLS * done / meter->n;
    fputs("\r[", stderr);
    for (int i = 0; i < CELLS; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %d/%d %s", done, meter->n, meter->what);
    if (done > 0)
        left_print((now - meter->began) * (meter->n - done) / done);
    fputs("\033[K", stderr);
    fflush(stderr);
    meter->told = now;
    meter->standing = true;
}

void meter_end(struct meter *meter)
{
    if (meter->standing)
        fputs("\r\033[K", stderr);
    meter->standing = false;
}
