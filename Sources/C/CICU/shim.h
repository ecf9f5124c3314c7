#pragma once
#include <unicode/ubrk.h>
// ICU renames its functions by macros that carry its version; Swift sees functions only.
static inline UBreakIterator *press_ubrk_open(const char *locale, const UChar *text, int32_t length, UErrorCode *status) { return ubrk_open(UBRK_WORD, locale, text, length, status); }
static inline int32_t press_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline void press_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
