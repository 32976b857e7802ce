// The C library's strtod, by the browser: both round correctly, and the library's way (over 128-bit floating
// point) weighs 10 KB. Only numbers of JSON come here, already found to be well-formed.
#include "browser/js.h"

extern "C" double strtod(const char* text, char** end) {
  size_t length = 0;
  while ((text[length] >= '0' && text[length] <= '9') || text[length] == '.' || text[length] == '-' ||
         text[length] == '+' || text[length] == 'e' || text[length] == 'E')
    ++length;
  if (end) *end = const_cast<char*>(text) + length;
  return broadsheet::browser::js_number(text, length);
}

// These lie beside it in the library and would bring it back.
extern "C" float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
extern "C" long double strtold(const char* text, char** end) {
  return strtod(text, end);
}
