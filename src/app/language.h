/* In which language the program speaks. */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

/* Choose it from --lang on the command line, else from the environment, and
 * find the translations beside the program. Call before the first sentence. */
void language_begin(int argc, char **argv);

#endif
