#include "app/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile int asked;
static const char *said; /* translated before: gettext must not run in a handler */

static void ask(int signal_number)
{
    int kept = errno;
    asked = 1;
    /* The terminal's ^C and the line of progress stand where they are. */
    if (signal_number == SIGINT) {
        (void)!write(STDERR_FILENO, "\n", 1);
        (void)!write(STDERR_FILENO, said, strlen(said));
        (void)!write(STDERR_FILENO, "\n", 1);
    }
    errno = kept;
}

void interrupt_begin(const char *answer)
{
    said = answer;
    /* SA_RESETHAND: the same signal again does what it always does. */
    struct sigaction action = {.sa_handler = ask,
                               .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

const volatile int *interrupt_asked(void)
{
    return &asked;
}

void interrupt_none(void)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    asked = 0;
}

void interrupt_process(int process)
{
    kill(process, SIGTERM);
}
