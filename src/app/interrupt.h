/* Ctrl-C and its kin: the first asks politely, the second ends the program. */
#ifndef APP_INTERRUPT_H
#define APP_INTERRUPT_H

/* From now on SIGINT and SIGTERM make *interrupt_asked() nonzero; to SIGINT
 * `answer`, which must live on, is said at once. */
void interrupt_begin(const char *answer);
const volatile int *interrupt_asked(void);
/* In a process of its own that works for this one: signals do what they always do. */
void interrupt_none(void);
/* Ask another process of ours to end. */
void interrupt_process(int process);

#endif
