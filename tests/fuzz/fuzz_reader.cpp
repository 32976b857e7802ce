// Every reader, whether the dump is its own or not: each byte that is not white space in exactly one line or
// mark. The first byte chooses the reader, so that those which would never claim such bytes are tried too.
#include <algorithm>

#include "once.h"
#include "read/reader.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Source source = decode_source("fuzz.txt", bytes);
  if (!source.origin.empty() && source.origin.size() != source.text.size() + 1) std::abort();
  const std::vector<SourceLine> lines = lines_of(source);
  const Reader* const readers[] = {&paragraph_reader(), &markdown_reader(), &printed_reader()};
  Reading reading;
  if (data[0] % 4 == 3) {
    reading = read_source(source);
  } else {
    const Reader& reader = *readers[data[0] % 4];
    const double claim = reader.claim(source, lines);
    if (!(claim >= 0 && claim <= 1)) std::abort();
    reading = reader.read(source, lines);
  }
  Once once(source.text);
  for (const Fragment& fragment : reading.fragments) {
    once.mark(fragment.lines);
    for (const Span& mark : fragment.marks) {
      const bool inside = std::any_of(fragment.lines.begin(), fragment.lines.end(), [&](const Span& line) {
        return line.begin <= mark.begin && mark.end <= line.end;
      });
      if (!inside) once.mark({mark});
    }
  }
  once.check();
  return 0;
}
