// Printed lines of English and other scripts that set words apart, with columns one after another, as mutool,
// pdftotext and OCR engines write them: where the next line's first word would have had room, the line was
// ended on purpose.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/measure.h"
#include "read/printed_en.h"
#include "read/reader.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr int kMaxCells = 90;  // wider lines are paragraphs, not printed lines

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == ')' || c == ']';
}

// One line as it was printed: where a tool breaks a line that was driven out to its measure at every blank,
// the parts of it.
struct Line {
  std::vector<Span> parts;
  int cells = 0;
  int first = 0;  // cells of the first word
  int full = 0;   // cells of a full line near it
  int gap = 0;    // blank lines before it
  int indent = 0;
  bool stops = false;     // ends a sentence
  bool hyphen = false;    // ends with a divided word
  bool lower = false;     // begins with a small letter
  bool caseless = false;  // begins with a letter of a script that has no capitals
  bool by = false;        // "By Jane Doe", what she is below it
  bool named = false;     // could be that: by the words of the line
  bool small_by = false;  // "by"
  bool apart = false;     // a line of its own: "Continued on page 4", "Photo by Jane Doe"
  bool numbered = false;  // has a digit
  bool dateline = false;  // begins "LONDON (AP) —"
  int words = 0;
  int capitals = 0;  // words that begin with one
  int shouted = 0;   // words of two letters or more in capitals
};

// Is the line one that stands by itself: it sends the reader to another page, or says who took a picture?
bool stands_apart(std::string_view text, const Line& line) {
  if (line.words > 7 || line.cells > 48) return false;
  std::string words;
  for (const Span& part : line.parts) {
    for (char c : text.substr(part.begin, part.end - part.begin)) {
      if (c != '(' && c != '[') words.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    words.push_back(' ');
  }
  const auto begins = [&](std::string_view start) { return words.compare(0, start.size(), start) == 0; };
  const bool page = words.find("page") != std::string::npos ||
                    std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (page && (begins("continued ") || begins("see ") || begins("turn to ") || begins("please see ") ||
               begins("please turn ") || begins("from page ")))
    return true;
  return begins("photo by ") || begins("photos by ") || begins("photograph by ") || begins("photo: ") ||
         begins("picture: ");
}

// What the line's words look like.
void look_at_words(std::string_view text, Line& line) {
  char32_t last = 0;
  char32_t before = 0;
  bool begun = false;
  bool in = false;
  bool particle = false;  // the third word, as in "By Jane de Vries"
  int small = 0;          // words in small letters that a byline's names may have
  for (const Span& part : line.parts) {
    for (size_t i = part.begin; i < part.end;) {
      bool capital = false;
      int letters = 0;
      int upper = 0;
      int cells = 0;
      const size_t word = i;
      while (i < part.end) {
        const size_t at = i;
        const char32_t c = next_code_point(text, i);
        if (is_space(c)) {
          if (at == word) continue;
          break;
        }
        ++cells;
        if (is_spaced_letter(c)) {
          if (letters == 0) capital = is_capital(c);
          ++letters;
          upper += is_capital(c) ? 1 : 0;
          if (!begun) line.lower = is_small(c) && cells == 1;
          if (!begun) line.caseless = !is_capital(c) && !is_small(c);
          begun = true;
        } else if (c >= '0' && c <= '9') {
          line.numbered = true;
          begun = true;
        }
        if (!is_closing(c)) {
          before = last;
          last = c;
        }
      }
      if (cells == 0) continue;
      const std::string_view letters_of = text.substr(word, std::min<size_t>(i, part.end) - word);
      if (line.words == 0) {
        line.first = cells;
        line.small_by = cells == 2 && letters_of.starts_with("by");
        line.named =
            cells == 2 && (line.small_by || letters_of.starts_with("By") || letters_of.starts_with("BY"));
      } else if (line.words == 2) {
        particle = !capital && cells <= 3 && !letters_of.starts_with("the");
        line.named = line.named && (capital || particle);
      } else if (line.words == 1 || (line.words == 3 && particle)) {
        line.named = line.named && capital;
      }
      in = in || (cells == 2 && letters_of.starts_with("in"));
      small += line.words > 0 && cells == 3 && letters_of.starts_with("and") ? 1 : 0;
      // "LONDON —", "NEW YORK (AP) —"
      const bool dash = cells <= 3 && letters == 0 && (last == '-' || last == 0x2013 || last == 0x2014);
      if (line.words > 0 && line.words <= 4 && line.shouted > 0 && line.shouted == line.words && dash)
        line.dateline = true;
      ++line.words;
      line.capitals += capital ? 1 : 0;
      line.shouted += letters >= 2 && upper == letters ? 1 : 0;
    }
  }
  line.stops = last == '.' || last == '!' || last == '?';
  line.hyphen = last == '-' && is_spaced_letter(before);
  line.named = line.named && line.words >= 2 && line.words <= 7;
  // A sentence may go on with "by Jane Doe": a byline in small letters has names and nothing else.
  small += particle ? 2 : 1;
  if (line.small_by && (line.capitals + small < line.words || line.stops || last == ',')) line.named = false;
  // "From Jane Doe in Paris"
  const Span& begin = line.parts.front();
  if (text.substr(begin.begin, 5) == "From " && line.words >= 5 && line.words <= 6 &&
      line.capitals + 1 == line.words && !line.stops && in)
    line.named = true;
  line.apart = stands_apart(text, line);
}

class Columns {
 public:
  Columns(const Source& source, const std::vector<SourceLine>& lines)
      : text_(source.text), english_(!is_other_tongue(source.text)) {
    const bool driven = breaks_at_blanks(lines);
    int blanks = 0;
    bool goes_on = false;
    for (const SourceLine& line : lines) {
      if (line.blank()) {
        ++blanks;
        goes_on = false;
        continue;
      }
      if (!goes_on || lines_.empty()) {
        lines_.emplace_back();
        lines_.back().gap = blanks;
        lines_.back().indent = line.indent;
      } else {
        ++lines_.back().cells;
      }
      lines_.back().cells += line.cells;
      lines_.back().parts.push_back(line.words);
      goes_on = driven && line.all.end > line.words.end;
      blanks = 0;
    }
    for (Line& line : lines_) look_at_words(text_, line);
    measure();
    for (size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      line.by = (line.named || (!english_ && is_only_names(i))) && stands_free(i);
      // What the reporter is, under the name.
      if (i > 0 && lines_[i - 1].by && line.words <= 4 && line.capitals == line.words && !line.stops &&
          line.cells <= 32)
        line.by = true;
    }
    for (size_t i = 0; i < lines_.size(); ++i) parts_.push_back(parts(i));
  }

  const std::vector<Line>& lines() const { return lines_; }
  bool is_short(size_t i) const { return lines_[i].cells * 10 < lines_[i].full * 8; }

  // Lines that a sentence runs over, of all that another follows.
  double share_of_broken() const {
    size_t broken = 0;
    size_t wide = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      wide += lines_[i].cells > kMaxCells ? 1 : 0;
      const Line& a = lines_[i];
      broken += a.cells >= 12 && a.cells <= kMaxCells && !a.stops &&
                        (lines_[i + 1].lower || lines_[i + 1].caseless || a.hyphen)
                    ? 1
                    : 0;
    }
    if (lines_.size() < 12 || wide * 30 > lines_.size()) return 0;
    return static_cast<double>(broken) / static_cast<double>(lines_.size());
  }

  // Does a paragraph, a head, a caption begin with line `i`?
  bool parted(size_t i) const { return parts_[i]; }

 private:
  bool parts(size_t i) const {
    if (i == 0) return true;
    const Line& a = lines_[i - 1];
    const Line& b = lines_[i];
    if (a.by || b.by || a.apart || b.apart || b.dateline) return true;
    if (a.hyphen && b.lower) return false;
    if (b.gap > usual_gap_) {
      if (a.stops || a.cells * 3 < a.full) return true;
      // A head or a caption that stands in the middle of a sentence.
      const bool inset = a.gap > usual_gap_ && i >= 2 && !lines_[i - 2].stops && !a.lower &&
                         lines_[i - 2].cells * 10 >= lines_[i - 2].full * 7;
      if (a.cells * 5 > b.full * 6 || (inset && !first_lines_apart_)) return true;
      if (b.lower) return false;
      // Some tools set a first line, whose indent they drop, apart from the rest of its paragraph.
      return !(first_lines_apart_ && b.gap == usual_gap_ + 1 && is_first_line(i - 1) && !b.stops &&
               !titled(a) && fills(i - 1));
    }
    const bool early = ends_early(i - 1);
    if (a.stops && bare_ && is_bare_head(i)) return true;
    if (a.stops) return early || (b.indent >= 2 && a.indent < 2);
    if (b.lower) return false;
    if (a.shouted == a.words && a.words > 0 && b.shouted < b.words && a.shouted > 0) return true;
    if (titled(a) && !titled(b) && b.words >= 3) return true;
    // Only English sets capitals in its heads; others are known by the blank line above them.
    if (!english_ && a.gap > usual_gap_ && b.full - a.cells > b.first + 1) return true;
    if (early && a.cells * 4 < b.full * 3) return true;
    // With no blank lines: a line of its own that ends early in mid-sentence is a head; the first is the
    // page's.
    return bare_ && ((room(i - 1) >= 0 && parts_[i - 1]) || (i == 1 && a.numbered));
  }

  // Could a byline stand here? No sentence goes on from this line into the next, nor into it where "by" has a
  // small letter: the line above is closed, short or a head, or this one was ended on purpose.
  bool stands_free(size_t i) const {
    const Line& line = lines_[i];
    const bool last = i + 1 == lines_.size() || lines_[i + 1].gap > usual_gap_;
    const bool room = last || ends_early(i);
    if (!last && lines_[i + 1].lower && (line.small_by || !room)) return false;
    if (!line.small_by || room || i == 0 || line.gap > usual_gap_) return true;
    const Line& above = lines_[i - 1];
    const bool head = titled(above) || (above.shouted > 0 && above.shouted == above.words);
    return head || above.stops || above.cells * 4 < above.full * 3;
  }

  // Two words or three that begin with capitals and nothing else, below a head: where heads have none, a
  // name.
  bool is_only_names(size_t i) const {
    constexpr int kLongest = 28;  // cells
    const Line& line = lines_[i];
    return line.words >= 2 && line.words <= 3 && line.capitals == line.words && line.cells <= kLongest &&
           !line.stops && i > 0 && line.gap <= usual_gap_ + 1 && !lines_[i - 1].stops &&
           i + 1 < lines_.size() && !lines_[i + 1].lower && !titled(lines_[i - 1]);
  }

  // With no blank lines: behind a sentence's end, does line `i` end early in mid-sentence, and the next begin
  // anew?
  bool is_bare_head(size_t i) const {
    if (i + 1 >= lines_.size() || lines_[i].stops || lines_[i].lower) return false;
    const Line& next = lines_[i + 1];
    return next.dateline || next.by || (!next.lower && room(i) >= 0);
  }

  // Would the first word of the next line have had room in line `i`?
  bool ends_early(size_t i) const {
    const Line& next = lines_[i + 1];
    return room(i) > std::max(1, next.full / 12);
  }

  // The cells that would be left then.
  int room(size_t i) const {
    const Line& next = lines_[i + 1];
    return next.full - lines_[i].cells - next.first - 1;
  }

  // Nearly every word begins with a capital: a head, or names.
  static bool titled(const Line& line) { return line.words >= 2 && line.capitals * 4 >= line.words * 3; }

  // The line is as full as one with an indent can be.
  bool fills(size_t i) const { return lines_[i].cells * 10 >= lines_[i].full * 7; }

  bool is_first_line(size_t i) const {
    return lines_[i].gap > usual_gap_ && i + 1 < lines_.size() && lines_[i + 1].gap > usual_gap_;
  }

  // Does the tool that wrote the dump break lines at the blanks of one printed line? Such a break has the
  // blank before it; a dump that has blanks at most of its lines' ends says nothing by it.
  static bool breaks_at_blanks(const std::vector<SourceLine>& lines) {
    size_t printed = 0;
    size_t trailing = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) continue;
      ++printed;
      trailing += line.all.end == line.words.end + 1 ? 1 : 0;
    }
    return trailing * 50 > printed && trailing * 3 < printed * 2;
  }

  void measure() {
    constexpr size_t kNear = 14;
    // Of the lines around, the width that all but the widest sixth keep to.
    std::vector<int> widths(kMaxCells + 1);
    size_t count = 0;
    const auto put = [&](size_t k, bool in) {
      const int cells = std::min(lines_[k].cells, kMaxCells);
      widths[static_cast<size_t>(cells)] += in ? 1 : -1;
      count = in ? count + 1 : count - 1;
    };
    for (size_t k = 0; k < std::min(lines_.size(), kNear); ++k) put(k, true);
    size_t gaps[3] = {};
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i + kNear < lines_.size()) put(i + kNear, true);
      if (i > kNear) put(i - kNear - 1, false);
      size_t above = 0;
      int width = kMaxCells;
      while (width > 1 && above + static_cast<size_t>(widths[static_cast<size_t>(width)]) <= count / 6)
        above += static_cast<size_t>(widths[static_cast<size_t>(width--)]);
      lines_[i].full = std::max(width, 12);
      if (i > 0) ++gaps[static_cast<size_t>(std::min(lines_[i].gap, 2))];
    }
    usual_gap_ = static_cast<int>(std::max_element(gaps, gaps + 3) - gaps);
    bare_ = (gaps[1] + gaps[2]) * 30 < lines_.size();
    size_t apart = 0;
    size_t tops = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].gap <= usual_gap_) continue;
      ++tops;
      apart += is_first_line(i) && !lines_[i].stops && lines_[i + 1].lower && fills(i) ? 1 : 0;
    }
    first_lines_apart_ = apart >= 4 && apart * 8 > tops;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<bool> parts_;  // of each line: does something begin with it?
  int usual_gap_ = 0;
  bool first_lines_apart_ = false;
  bool bare_ = false;  // the dump has no blank lines to speak of
  bool english_ = true;
};

class PrintedEnglishReader : public Reader {
 public:
  const char* format() const override { return "printed"; }

  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    if (!is_spaced(source.text)) return 0;
    return Columns(source, lines).share_of_broken() > 0.25 ? 0.84 : 0;
  }

  Reading read(const Source& source, const std::vector<SourceLine>& lines) const override {
    return read_printed_en(source, lines);
  }
};

}  // namespace

Reading read_printed_en(const Source& source, const std::vector<SourceLine>& lines) {
  Reading reading;
  reading.printed = true;
  const Columns columns(source, lines);
  for (size_t i = 0; i < columns.lines().size(); ++i) {
    const Line& line = columns.lines()[i];
    if (columns.parted(i)) {
      Fragment fragment;
      fragment.blank_before = line.gap;
      fragment.measure = static_cast<float>(line.full);
      if (!reading.fragments.empty()) reading.fragments.back().blank_after = line.gap;
      reading.fragments.push_back(std::move(fragment));
    }
    Fragment& fragment = reading.fragments.back();
    fragment.lines.insert(fragment.lines.end(), line.parts.begin(), line.parts.end());
    fragment.ends_full = !columns.is_short(i);
  }
  return reading;
}

const Reader& printed_english_reader() {
  static const PrintedEnglishReader reader;
  return reader;
}

}  // namespace broadsheet
