// broadsheet-1: an Edition as JSON and back (the format is described in src/edition/SCHEMA.md).
//
// Nothing here throws. Offsets are translated between Source::text and the bytes as given.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"

namespace broadsheet {

// What went wrong with an input, for a person: which file, where in it, and what would mend it.
struct Complaint {
  std::string file;
  std::string place;  // "line 3, column 14", "byte 120", or empty for the whole file
  std::string what;
  std::string mend;
  bool empty() const { return what.empty(); }
  std::string text() const;  // "FILE: PLACE: WHAT. MEND."
};

// Whether the dump itself goes into the JSON (source.text): with it the JSON is all there is to know, and as
// long again.
enum class SourceText { kWithout, kWith };

// UTF-8, valid whatever the source held. `indent` < 0 prints one line.
std::string to_json(const Edition& edition, int indent = -1, SourceText text = SourceText::kWithout);
std::string to_json(const Page& page, int indent = -1, SourceText text = SourceText::kWithout);

// Reads broadsheet-1, and NDJSON of it (one document a line: the pages follow each other). Unknown keys are
// passed over. On a fault the complaint names the place (line, column and path), and `edition` is untouched.
// Without source.text the pages' Source has no text, and spans are offsets into the bytes as given.
Complaint from_json(std::string_view json, const std::string& file, Edition& edition);

}  // namespace broadsheet
