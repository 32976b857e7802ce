#include "compose/sheet.h"

#include "compose/ocr_zh.h"

#include <algorithm>
#include <utility>

#include "read/ocr_dump.h"
#include "text/every.h"
#include "text/fold.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

// Chinese is set without blanks; between two words of another script a line break is a blank.
bool joins_bare(char32_t left, char32_t right) {
  const auto spaced = [](char32_t c) {
    return is_latin(c) || is_digit(c) || c == '.' || c == ',' || c == ')' || c == '\'';
  };
  return !(spaced(left) && (is_latin(right) || is_digit(right)));
}

// Steps over marks that end before `offset`; where it stands in one, `end` is that mark's.
bool in_marks(const std::vector<Span>& marks, size_t& next, uint32_t offset, uint32_t& end) {
  while (next < marks.size() && marks[next].end <= offset) ++next;
  if (next == marks.size() || offset < marks[next].begin) return false;
  end = marks[next].end;
  return true;
}

// A line whose characters stand apart to fill its measure: "“ 博 士 毕 业 了 ，".
bool is_driven_out(const Source& source, Span line) {
  size_t blanks = 0;
  size_t letters = 0;
  for (size_t i = line.begin; i < line.end;)
    (every_is_space(every_code_point(source.text, i)) ? blanks : letters) += 1;
  return letters > 4 && blanks * 3 > letters * 2;
}

// `room` is lent, that it need not be found anew for each piece.
Piece piece_of(const Source& source, const Fragment& fragment, size_t index, Script script, Piece& room) {
  Piece piece;
  piece.fragment = index;
  piece.marks = fragment.marks;
  // At most a character a byte, and a blank a line break.
  size_t most = fragment.lines.size();
  for (const Span& line : fragment.lines) most += line.end - line.begin;
  if (room.at.size() < most) {
    room.text.resize(most);
    room.at.resize(most);
  }
  size_t size = 0;
  char32_t* const text = room.text.data();
  uint32_t* const places = room.at.data();
  const auto put = [&](char32_t c, uint32_t at) {
    text[size] = c;
    places[size++] = at;
  };
  std::vector<Span> marks = fragment.marks;
  if (!marks.empty()) sort_stably(marks, [](const Span& a, const Span& b) { return a.begin < b.begin; });
  // Whether so many of the line's characters are blanks that it is worth a look whether it is driven out.
  const auto put_line = [&](const Span& line, bool driven) {
    size_t read = 0;
    size_t blanks = 0;
    size_t next_mark = 0;
    bool first = true;
    for (size_t i = line.begin; i < line.end;) {
      const auto at = static_cast<uint32_t>(i);
      uint32_t end = 0;
      if (!marks.empty() && in_marks(marks, next_mark, at, end)) {
        i = end;
        continue;
      }
      const char32_t raw = every_code_point(source.text, i);
      ++read;
      // Most of all: no blank, no ligature, and folded already.
      if (raw > 0x3000 && raw < 0xFB00 && !first) {
        put(raw, at);
        continue;
      }
      const char32_t c = every_is_space(raw) ? U' ' : every_fold(raw);
      blanks += c == U' ';
      if (raw == 0x200B || (driven && c == U' ')) continue;  // of no width: no blank between two words
      if (first && size > 0 && (sets_blanks(script) || !joins_bare(text[size - 1], c)))
        put(U' ', line.begin == 0 ? 0 : line.begin - 1);
      first = false;
      if (is_ligature(raw)) {
        for (char letter : letters_of_ligature(raw)) put(static_cast<unsigned char>(letter), at);
        continue;
      }
      if (raw == 0x2E3A) put(0x2014, at);  // a dash two ems long is two dashes
      put(raw == 0x2E3A ? char32_t{0x2014} : raw == 0x2571 ? U'/' : c, at);  // ╱ parts names in Taiwan
    }
    return blanks * 3 > (read - blanks) * 2 || !marks.empty();
  };
  for (const Span& line : fragment.lines) {
    const size_t begin = size;
    if (!put_line(line, false) || sets_blanks(script) || !is_driven_out(source, line)) continue;
    size = begin;
    put_line(line, true);
  }
  piece.text.assign(text, size);
  piece.at.assign(places, places + size);
  return piece;
}

Tongue tongue_of(const Source& source, Script script) {
  if (script == Script::kHan) return Tongue::kChinese;
  const bool english = script == Script::kLatin && !is_other_latin(source.text);
  return english ? Tongue::kEnglish : Tongue::kOther;
}

uint32_t end_of_char(const Source& source, uint32_t at) {
  size_t i = at;
  every_code_point(source.text, i);
  return static_cast<uint32_t>(i);
}

bool blank_between(const Source& source, uint32_t from, uint32_t to) {
  for (size_t i = from; i < to;) {
    if (!every_is_space(every_code_point(source.text, i))) return false;
  }
  return true;
}

}  // namespace

const char* name_of(Role role) {
  static const char* const kNames[] = {"headline",  "byline",        "paragraph", "subhead",
                                       "caption",   "credit",        "signature", "jump",
                                       "furniture", "advertisement", "duplicate", ""};
  return kNames[static_cast<size_t>(role)];
}

Sheet lay_out(std::shared_ptr<const Source> source, Reading reading) {
  Sheet sheet;
  sheet.source = std::move(source);
  sheet.printed = sheet.source;
  sheet.reading = std::move(reading);
  sheet.script = script_of(sheet.source->text);
  sheet.tongue = tongue_of(*sheet.source, sheet.script);
  sheet.pieces.reserve(sheet.reading.fragments.size());
  sheet.ocr = sheet.tongue == Tongue::kChinese && is_ocr_zh(*sheet.source);
  Piece room;
  for (size_t i = 0; i < sheet.reading.fragments.size(); ++i) {
    sheet.pieces.push_back(piece_of(*sheet.source, sheet.reading.fragments[i], i, sheet.script, room));
    if (sheet.ocr) mend_ocr_marks_zh(sheet.pieces.back());
  }
  return sheet;
}

void split_pieces(Sheet& sheet, const std::vector<std::pair<size_t, size_t>>& cuts) {
  if (cuts.empty()) return;
  std::vector<Piece> out;
  out.reserve(sheet.pieces.size() + cuts.size());
  size_t next = 0;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& whole = sheet.pieces[i];
    if (next == cuts.size() || cuts[next].first != i) {
      out.push_back(std::move(whole));
      continue;
    }
    const std::u32string text = std::move(whole.text);
    const std::vector<uint32_t> at = std::move(whole.at);
    const std::vector<Span> marks = std::move(whole.marks);
    whole.text.clear();
    whole.at.clear();
    whole.marks.clear();
    const auto end = at.end();
    for (size_t begin = 0, to = 0; begin < text.size() || begin == 0; begin = to) {
      while (next < cuts.size() && cuts[next].first == i && cuts[next].second <= begin) ++next;
      const bool cut_here = next < cuts.size() && cuts[next].first == i && cuts[next].second < text.size();
      to = cut_here ? cuts[next].second : text.size();
      Piece part = whole;
      part.text = text.substr(begin, to - begin);
      part.at.assign(at.begin() + static_cast<std::ptrdiff_t>(begin),
                     cut_here ? at.begin() + static_cast<std::ptrdiff_t>(to) : end);
      for (const Span& mark : marks) {
        if ((begin == 0 || mark.begin >= at[begin]) && (!cut_here || mark.begin < at[to]))
          part.marks.push_back(mark);
      }
      out.push_back(std::move(part));
      if (to == begin) break;  // an empty piece
    }
    while (next < cuts.size() && cuts[next].first == i) ++next;
  }
  sheet.pieces = std::move(out);
}

int heading_of(const Sheet& sheet, size_t piece) {
  const size_t fragment = sheet.pieces[piece].fragment;
  return fragment < sheet.reading.fragments.size() ? sheet.reading.fragments[fragment].heading : 0;
}

bool is_tangled(const Sheet& sheet) {
  return sheet.reading.printed && sheet.reading.tangled && !sheet.ocr;
}

bool begins_block(const Sheet& sheet, size_t piece) {
  const size_t fragment = sheet.pieces[piece].fragment;
  return sheet.reading.fragments[fragment].blank_before > 0 &&
         (piece == 0 || sheet.pieces[piece - 1].fragment != fragment);
}

std::vector<Span> spans_of(const Sheet& sheet, const Piece& piece) {
  std::vector<Span> spans;
  const Source& source = *sheet.source;
  Span run;  // the last of them, not among them yet
  for (size_t i = 0; i < piece.at.size(); ++i) {
    const uint32_t at = piece.at[i];
    if (piece.text[i] == U' ' || (i > 0 && at == piece.at[i - 1])) continue;
    const uint32_t end = end_of_char(source, at);
    const bool goes_on = run.end == at || (run.end < at && blank_between(source, run.end, at));
    if (run.end > 0 && goes_on) {
      run.end = end;
      continue;
    }
    if (run.end > 0) spans.push_back(run);
    run = {at, end};
  }
  if (run.end > 0) spans.push_back(run);
  for (const Span& mark : piece.marks) spans.push_back(mark);
  return spans;
}

}  // namespace broadsheet
