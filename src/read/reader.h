// Bytes of a dump -> Fragments, one Reader per input format.
//
//     Source source = decode_source("a04.txt", bytes);
//     Reading reading = read_source(source);
//
// A new format is a new file that defines a Reader and a line in reader.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/fragment.h"
#include "read/lines.h"

namespace broadsheet {

class Reader {
 public:
  virtual ~Reader() = default;
  virtual const char* format() const = 0;
  // How sure this reader is that the dump is its own, from 0 to 1.
  virtual double claim(const Source& source, const std::vector<SourceLine>& lines) const = 0;
  // Fragments must cover every byte that is not white space exactly once, by `lines` or `marks`.
  virtual Reading read(const Source& source, const std::vector<SourceLine>& lines) const = 0;
};

const Reader&
paragraph_reader();  // one paragraph a line, as vision models write them; claims everything a little
const Reader& markdown_reader();  // the same with Markdown marks
const Reader& printed_reader();   // printed lines, columns one after another: mutool, pdftotext, tesseract
const Reader& printed_english_reader();  // the same in English
const Reader& html_reader();             // a web page as it was saved
const Reader& grid_reader();             // columns side by side in one text grid: pdftotext -layout

// Recognises the encoding and gives the source as UTF-8 (see text/encoding.h).
Source decode_source(std::string name, std::string_view bytes);

// The reader with the highest claim reads.
Reading read_source(const Source& source);

}  // namespace broadsheet
