// The typesetter: a paragraph of text becomes lines of placed glyphs. Knows fonts only through Host::measure.
//
//     Typesetter setter(host);
//     Layout lines = setter.set(text, style, 684);          // width in logical pixels
//     for (const Line& line : lines.lines) ...              // glyphs [line.first, line.first + line.count)
//
// Hanzi stand in cells of one em; Latin words and numbers are measured as whole runs; between the two goes a
// quarter em. Punctuation is squeezed to half its cell beside other punctuation and at the edges of a line
// (CLREQ 3.1.6, GB/T 15834). Breaks are those of UAX #14 tailored by find_breaks; of all ways to break, the
// one with the least total badness is taken (Knuth and Plass, Breaking Paragraphs into Lines, 1981, as a
// shortest path over breaks).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edition/emphasis.h"
#include "view/host.h"

namespace broadsheet::view {

struct TextStyle {
  Face face = Face::kSerif;
  float size = 18;  // em, logical pixels, whole
  float line_height = 32;
  float indent = 0;      // of the first line
  float hang = 0;        // of the others
  bool justify = false;  // both edges; otherwise ragged right
  bool balance = false;  // a head: lines of about equal length, words kept whole
  bool centre = false;
  float quarter = 0.25f;  // em between hanzi and Latin or digits
  float tracking = 0;     // added after every cell and run, for mastheads
  int max_lines = 0;      // 0: all; otherwise cut there with an ellipsis
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct Glyph {
  uint32_t code = 0;    // 0: takes room and draws nothing
  uint32_t offset = 0;  // byte in the text
  float x = 0;          // from the left edge of the measure
  float advance = 0;    // to where the next glyph begins, stretched glue included
  float shift = 0;      // the ink is drawn this much to the right of x
  bool strong = false;  // in the bold of the style's face
  bool lean = false;    // in its italic; a hanzi has a dot below
  bool note = false;    // a note's number: note_size(), raised by note_rise()
};

struct Line {
  uint32_t first = 0, count = 0;  // glyphs
  uint32_t begin = 0, end = 0;    // bytes of the text
  float width = 0;                // of the set line, from the left edge of the measure
};

struct Layout {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;
  TextStyle style;
  float measure = 0;
  bool cut = false;  // max_lines left something out
  float height() const { return static_cast<float>(lines.size()) * style.line_height; }
  float widest() const;
  // The line and the x where the byte stands; the end of the text is allowed.
  void locate(uint32_t byte, size_t& line, float& x) const;
  // The byte nearest to a point (from the layout's top left).
  uint32_t byte_at(float x, float y) const;
};

// The face of words that are set apart in text of `face`.
Face face_of(Face face, bool strong, bool lean);
// The number of a note in text of `size`: its em, and how far its base line is raised. Whole pixels.
float note_size(float size);
float note_rise(float size);

class Typesetter {
 public:
  explicit Typesetter(Host& host) : host_(host) {}

  // `set_apart`: bytes that are bold or lean, in order.
  Layout set(std::string_view text, const TextStyle& style, float measure,
             const std::vector<Emphasis>& set_apart = {});
  // The advances of one run, kerned as the browser does it, kept.
  const std::vector<float>& measure_run(Face face, float size, std::string_view run);
  float width(std::string_view text, const TextStyle& style);  // on one line
  // Fonts or their sizes changed underneath.
  void forget() { runs_.clear(); }

 private:
  Host& host_;
  std::unordered_map<std::string, std::vector<float>> runs_;
  std::vector<uint32_t> words_;
};

}  // namespace broadsheet::view
