#include "read/reader.h"

#include "text/encoding.h"

namespace broadsheet {

Source decode_source(std::string name, std::string_view bytes) {
  Source source;
  source.name = std::move(name);
  source.bytes = bytes.size();
  Decoded decoded = decode(bytes);
  source.encoding = decoded.encoding;
  source.text = std::move(decoded.text);
  source.origin = std::move(decoded.origin);
  return source;
}

Reading read_source(const Source& source) {
  const std::vector<SourceLine> lines = lines_of(source);
  const Reader* const readers[] = {&paragraph_reader(),       &markdown_reader(), &printed_reader(),
                                   &printed_english_reader(), &grid_reader(),     &html_reader()};
  const Reader* best = readers[0];
  double most = -1;
  for (const Reader* reader : readers) {
    const double claim = reader->claim(source, lines);
    if (claim > most) {
      most = claim;
      best = reader;
    }
  }
  Reading reading = best->read(source, lines);
  reading.format = best->format();
  return reading;
}

}  // namespace broadsheet
