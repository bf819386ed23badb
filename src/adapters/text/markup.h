/* Text inside HTML. */
#ifndef ADAPTERS_MARKUP_H
#define ADAPTERS_MARKUP_H

#include "base/text.h"

/* Text as a person wrote it, on one line: everything that means something in HTML is
 * said otherwise, quotes too, so that it is safe in attributes. */
void markup_say(struct text *t, const char *s);
/* open and close as they are, s as above. */
void markup_element(struct text *t, const char *open, const char *s, const char *close);

#endif
