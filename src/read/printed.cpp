// Printed lines with columns one after another, as mutool, pdftotext and tesseract write them, and as vision
// models do that keep the lines: lines of one measure belong together, a short one ends a paragraph.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "read/go_on.h"
#include "read/knots.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/ocr_dump.h"
#include "read/reader.h"
#include "read/run_on_lines.h"
#include "read/seam.h"
#include "read/set_heads.h"
#include "read/untangled_lines.h"
#include "read/upright_lines.h"
#include "read/woven_captions.h"
#include "read/woven_heads.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr int kMaxCells = 80;            // wider lines are paragraphs, not printed lines
constexpr int kSlack = 2;                // widths that count as one
constexpr uint32_t kLongestNamed = 300;  // bytes of a line with names at its end
constexpr double kGoesOn = 3;            // nats from which a short line plainly goes on from a full one

// The printed lines of a dump and where paragraphs part among them.
class Column {
 public:
  explicit Column(const Source& source) : text_(source.text), spaced_(is_spaced(source.text)) {}

  void add(const SourceLine& line, int blanks) {
    lines_.push_back({line.words, cells_in(line.words), line.indent, blanks, 0, ends_sentence(line.words),
                      line.follows, line.woven, line.upright});
  }

  void measure() {
    measure_widths();
    size_t first_lines = 0;
    for (size_t i = 1; i < lines_.size(); ++i) {
      if (is_first_like(i) && !lines_[i].stops) ++first_lines;
    }
    measure_gaps();
    indents_ = first_lines * 14 > lines_.size();
  }

  size_t size() const { return lines_.size(); }
  int gap(size_t i) const { return lines_[i].gap; }
  int full(size_t i) const { return lines_[i].full; }
  Span words(size_t i) const { return lines_[i].words; }
  bool woven(size_t i) const { return lines_[i].woven; }
  bool upright(size_t i) const { return lines_[i].upright > 0; }
  // Marks that may not begin a line, digits and letters make a full line miss up to one hanzi and a half.
  bool is_short(size_t i) const { return lines_[i].cells <= lines_[i].full - 3; }

  // Does a paragraph, a head, a caption begin with line `i`?
  bool parted(size_t i) const {
    if (i == 0) return true;
    const Line& a = lines_[i - 1];
    const Line& b = lines_[i];
    if (a.upright != b.upright) return true;
    if ((b.follows && b.gap == 0) || b.upright > 0) return false;
    if (b.gap == 0 && name_runs_over(i)) return false;
    if (begins_story(b.words) || begins_source(b.words)) return true;
    if (names_reporters(view(b.words)) || names_photographer(view(b.words))) return true;
    // A line that a dash begins and that is not full is a deck, or a part of one.
    if (is_short(i - 1) && !a.stops && view(a.words).starts_with("——")) return true;
    // (秦峰芳) behind the last words of a note, before whatever comes next.
    if (is_short(i - 1) && ends_in_names(a.words) && joins(i) < 1) return true;
    if (is_short(i - 1) && is_names(b.words) && view(a.words).starts_with("数据来源")) return true;
    // A byline stands by itself; a name or two of it may run over.
    if (begins_byline(a.words) || names_reporters(view(a.words)))
      return b.gap > 0 || a.cells < 16 || !is_names(b.words);
    if (b.gap > b.usual_gap) {
      // Some tools set a first line, whose indent they drop, apart from the rest of its paragraph.
      const bool first_line = indents_ && b.gap == b.usual_gap + 1 && is_first_like(i - 1) && !a.stops;
      return !first_line || std::abs(a.full - b.full) > 3 || joins(i) < (is_short(i) ? 1 : -1) ||
             (is_first_like(i) && !b.stops);
    }
    if (b.indent >= 2 && lines_[i - 1].indent < 2 && a.stops) return true;
    // Lines set closer than the page's usual stand together and apart from the rest: heads, captions.
    if (b.gap == b.usual_gap &&
        (a.gap < b.usual_gap || (i + 1 < lines_.size() && lines_[i + 1].gap < b.usual_gap)))
      return true;
    if (b.gap < b.usual_gap)
      return a.stops || begins_credit(b.words) || (a.cells * 2 < a.full && joins(i) <= 2);
    if (std::abs(a.full - b.full) > 3) return true;
    if (spaced_) return a.stops && a.cells * 10 < a.full * 8;
    if (a.stops && (is_short(i - 1) || is_short(i))) return true;
    const bool ends_block = i + 1 >= lines_.size() || lines_[i + 1].gap > b.usual_gap;
    if (indents_ && is_short(i) && !b.stops && !ends_block) {
      // The last words of a summary, which ends in no full stop, are no sub-head.
      if (!is_short(i - 1) && !a.stops) return joins(i) <= kGoesOn;
      return a.stops || joins(i) <= 0;
    }
    if (is_short(i - 1) && !a.stops) {
      if (indents_ && is_first_like(i - 1)) return is_short(i) && b.stops && joins(i) <= 0;
      return a.cells * 4 < a.full * 3 ? joins(i) <= 2 : joins(i) < 0;
    }
    return false;
  }

 private:
  struct Line {
    Span words;
    int cells = 0;
    int indent = 0;
    int gap = 0;         // blank lines before it
    int full = 0;        // cells of a full line near it
    bool stops = false;  // ends a sentence
    bool follows = false;
    bool woven = false;
    int upright = 0;
    int usual_gap = 0;  // blank lines between the lines of its text
  };

  std::string_view view(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  // Cells as a newspaper sets them: quotation marks, dashes and dots are as wide as a hanzi, and the blanks
  // of a line that was driven out to its measure are none.
  int cells_in(Span span) const {
    int cells = 0;
    int blanks = 0;
    int letters = 0;
    const std::string_view words = view(span);
    for (size_t i = 0; i < words.size();) {
      const char32_t c = next_code_point(words, i);
      if (is_space(c)) {
        ++blanks;
        continue;
      }
      ++letters;
      cells += c == 0x2E3A ? 4 : (c >= 0x2014 && c <= 0x2026 && !spaced_) ? 2 : cells_of(c);
    }
    return blanks * 3 > letters * 2 ? cells : cells + blanks;
  }

  // What only the first line of a story or of its byline has.
  bool begins_story(Span span) const {
    std::string_view words = view(span);
    // A line driven out to its measure has blanks between its letters: 本 报 讯.
    std::string close;
    if (words.size() > 12 && words[3] == ' ' && words.substr(0, 3) == "本") {
      for (char c : words.substr(0, 40)) {
        if (c != ' ') close.push_back(c);
      }
      words = close;
    }
    for (std::string_view start : {std::string_view("本报讯"), std::string_view("■"), std::string_view("□"),
                                   std::string_view("▶"), std::string_view("◎"), std::string_view("●"),
                                   std::string_view("本报记者"), std::string_view("新华社")}) {
      if (words.substr(0, start.size()) == start)
        return !(start[0] == '\xE6' && words.size() > 60 && start != "本报讯");
    }
    return false;
  }

  bool begins_byline(Span span) const {
    const std::string_view words = view(span);
    for (std::string_view mark : {std::string_view("■"), std::string_view("□"), std::string_view("▶"),
                                  std::string_view("◎"), std::string_view("●")}) {
      if (words.substr(0, mark.size()) == mark) return words.find("记者") != std::string_view::npos;
    }
    // An OCR engine takes such a mark for a letter or a hanzi.
    for (std::string_view title : {std::string_view(" 本报记者"), std::string_view(" 记者 ")}) {
      const size_t post = words.substr(0, 20).find(title);
      if (post != std::string_view::npos && post <= 3) return true;
    }
    return false;
  }

  // Names in brackets, parted from the words before by a blank.
  bool ends_in_names(Span span) const {
    const std::string_view words = view(span);
    const bool half = words.ends_with(")");
    const std::string_view opens = half ? "(" : "（";
    const size_t open = words.rfind(opens);
    if (!(half || words.ends_with("）")) || open == std::string_view::npos || open == 0 ||
        words[open - 1] != ' ')
      return false;
    const auto bracket = static_cast<uint32_t>(opens.size());
    return is_names({span.begin + static_cast<uint32_t>(open) + bracket, span.end - bracket});
  }

  // Behind a text or on lines of their own, names of which one is cut: "…。 林知", "远 夏雨".
  bool name_runs_over(size_t i) const {
    constexpr size_t kName = 9;  // bytes of three hanzi
    const Span span = lines_[i].words;
    if (!is_short(i) || !is_names(span)) return false;
    const std::string_view below = view(span);
    const std::string_view above = view(lines_[i - 1].words);
    const size_t word = above.rfind(' ') + 1;  // the last of it
    if (above.size() - word + std::min(below.find(' '), below.size()) != kName) return false;
    const Line& line = lines_[i - 1];
    return is_names({line.words.begin + static_cast<uint32_t>(word), line.words.end}) &&
           (word == 0 || line.stops || is_names(line.words));
  }

  // The rest of a line of names: words of up to three hanzi, four beside others, more around the dot of a
  // name from another script.
  bool is_names(Span span) const {
    const std::string_view words = view(span);
    int word = 0;
    int most = 0;
    bool alone = true;
    for (size_t i = 0; i < words.size();) {
      const char32_t c = next_code_point(words, i);
      const bool parts = is_space(c) || c == '/' || c == U'、' || c == U'（' || c == U'）' || c == U'·';
      if (!parts && !is_hanzi(c)) return false;
      alone = alone && !parts;
      word = parts ? 0 : word + 1;
      most = std::max(most, word);
    }
    return most <= (alone ? 3 : 4) && words.size() <= 24;
  }

  bool begins_source(Span span) const { return view(span).starts_with("图片来源"); }

  bool begins_credit(Span span) const {
    const std::string_view words = view(span);
    for (std::string_view start :
         {std::string_view("图片"), std::string_view("图⽚"), std::string_view("资料图")}) {
      if (words.substr(0, start.size()) == start) return true;
    }
    static constexpr std::string_view kTaken = "摄";
    return words.size() < 40 && words.size() > 3 && words.substr(words.size() - kTaken.size()) == kTaken;
  }

  double joins(size_t i) const { return goes_on(view(lines_[i - 1].words), view(lines_[i].words)); }

  // Two hanzi short: the first line of a paragraph whose indent the tool dropped.
  bool is_first_like(size_t i) const {
    return lines_[i].cells <= lines_[i].full - 3 && lines_[i].cells >= lines_[i].full - 5;
  }

  bool ends_sentence(Span span) const {
    static constexpr std::array<std::string_view, 9> kStops = {"。", "！", "？", "…", ".",
                                                               "!",  "?",  "．", "。"};
    static constexpr std::array<std::string_view, 7> kClosing = {"”", "’", "）", ")", "」", "』", "\""};
    std::string_view words = view(span);
    // "…作出贡献。 仇玥": the name behind the full stop does not open the sentence again.
    const size_t blank = words.find_last_of(' ');
    if (blank != std::string_view::npos && words.size() - blank <= 13 && words.size() - blank > 6 &&
        !spaced_) {
      words = words.substr(0, blank);
      const size_t earlier = words.find_last_of(' ');
      if (earlier != std::string_view::npos && words.size() - earlier <= 13 && words.size() - earlier > 6)
        words = words.substr(0, earlier);
      while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    }
    for (bool more = true; more;) {
      more = false;
      for (std::string_view mark : kClosing) {
        if (words.size() > mark.size() && words.substr(words.size() - mark.size()) == mark) {
          words.remove_suffix(mark.size());
          more = true;
        }
      }
    }
    return std::any_of(kStops.begin(), kStops.end(), [&](std::string_view stop) {
      return words.size() >= stop.size() && words.substr(words.size() - stop.size()) == stop;
    });
  }

  // Calls take(i) for each line i when count(k, 1) has counted all lines within `near` of it, and count(k,
  // -1) has taken those farther off out again.
  template <class Count, class Take>
  void each_with_near(size_t near, const Count& count, const Take& take) const {
    for (size_t k = 0; k < std::min(lines_.size(), near); ++k) count(k, 1);
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i + near < lines_.size()) count(i + near, 1);
      if (i > near) count(i - near - 1, -1);
      take(i);
    }
  }

  // The full width near each line: the width that the most lines come up to, within two cells.
  void measure_widths() {
    constexpr size_t kNear = 14;
    std::array<int, kMaxCells + 3> widths{};
    const auto count = [&](size_t k, int by) {
      if (lines_[k].cells <= kMaxCells) widths[static_cast<size_t>(lines_[k].cells)] += by;
    };
    each_with_near(kNear, count, [&](size_t i) {
      int best = 0;
      for (int w = 10; w <= kMaxCells; ++w) {
        const auto at = static_cast<size_t>(w);
        const int here = 2 * widths[at] + widths[at - 1] + widths[at + 1];
        if (here > best) {
          best = here;
          lines_[i].full = w;
        }
      }
      if (lines_[i].cells > lines_[i].full + 2) lines_[i].full = lines_[i].cells;
    });
  }

  // How many blank lines stand between two lines of a text: some tools write one where the lines are set far
  // apart, so that each text of a page has its own habit. Where too few lines near tell, the page's.
  void measure_gaps() {
    constexpr size_t kNear = 8;
    constexpr int kLeast = 5;
    using Gaps = std::array<int, 4>;
    const auto add = [&](Gaps& gaps, size_t i, int by) {
      if (i > 0 && !is_short(i) && !is_short(i - 1))
        gaps[static_cast<size_t>(std::min(lines_[i].gap, 3))] += by;
    };
    const auto most = [](const Gaps& gaps) {
      return std::max_element(gaps.begin(), gaps.end()) - gaps.begin();
    };
    Gaps page{};
    for (size_t i = 0; i < lines_.size(); ++i) add(page, i, 1);
    Gaps near{};
    const auto count = [&](size_t k, int by) { add(near, k, by); };
    each_with_near(kNear, count, [&](size_t i) {
      const bool tells = near[static_cast<size_t>(most(near))] >= kLeast;
      lines_[i].usual_gap = static_cast<int>(most(tells ? near : page));
    });
  }

  std::string_view text_;
  bool spaced_ = false;  // a script with blanks between words
  std::vector<Line> lines_;
  bool indents_ = false;  // first lines are set in, and the tool does not show it
};

// A blank line before and behind each line of editors: whatever it stands in does not go on with it.
std::vector<SourceLine> editors_apart(const Source& source, const std::vector<SourceLine>& lines) {
  constexpr std::ptrdiff_t kMost = 24;  // a page has a few; a dump of them alone is no page
  const auto names = [&](const SourceLine& line) {
    const Span s = line.words;
    return names_editors(std::string_view(source.text).substr(s.begin, s.end - s.begin));
  };
  const auto count = std::count_if(lines.begin(), lines.end(), names);
  if (count == 0 || (count > kMost && count * 200 > static_cast<std::ptrdiff_t>(lines.size()))) return lines;
  std::vector<SourceLine> out;
  bool before = false;
  for (const SourceLine& line : lines) {
    const bool editors = names(line);
    if ((editors || before) && !line.blank() && !out.empty() && !out.back().blank()) out.emplace_back();
    out.push_back(line);
    before = editors;
  }
  return out;
}

// Marked names at the end of a line in the middle of a text are another column's, and part nothing: they go
// behind the block. Behind a head or the last words of a text they are its own, and stay, but where columns
// were read into each other (`tangled`).
std::vector<SourceLine> names_apart(const Source& source, const std::vector<SourceLine>& lines,
                                    bool tangled) {
  const std::string_view text = source.text;
  std::vector<SourceLine> out;
  std::vector<SourceLine> later;
  const auto lay = [&] {
    for (const SourceLine& names : later) {
      out.emplace_back();
      out.push_back(names);
    }
    later.clear();
  };
  const auto stops = [&](Span span) { return ends_sentence(text.substr(span.begin, span.end - span.begin)); };
  bool open = false;  // does a text go on from the line above?
  for (const SourceLine& line : lines) {
    if (line.blank()) lay();
    out.push_back(line);
    const Span all = line.words;
    const bool goes_on = open || tangled;
    open = !line.blank() && !stops(all);
    if (!goes_on || all.end - all.begin > kLongestNamed) continue;
    for (uint32_t at = all.begin + 1; at < all.end; ++at) {
      const std::string_view names = text.substr(at, all.end - at);
      if (text[at - 1] != ' ' || !is_marked(names) || !names_reporters(names)) continue;
      uint32_t end = at - 1;
      while (text[end - 1] == ' ') --end;
      if (!tangled && stops({all.begin, end})) break;
      SourceLine rest = line_at(text, {all.begin, end});
      rest.indent = line.indent;
      rest.follows = line.follows;
      rest.woven = line.woven;
      rest.upright = line.upright;
      out.back() = rest;
      later.push_back(line_at(text, {at, all.end}));
      break;
    }
  }
  lay();
  return out;
}

class PrintedReader : public Reader {
 public:
  const char* format() const override { return "printed"; }

  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    // Printed lines are many, and most are as wide as a few others.
    std::array<int, kMaxCells + 1> widths{};
    int count = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) continue;
      ++count;
      if (line.cells <= kMaxCells) ++widths[static_cast<size_t>(line.cells)];
    }
    if (count < 12) return 0;
    int most = 0;
    for (size_t w = 12; w + kSlack < widths.size(); ++w) {
      most = std::max(most, widths[w] + widths[w + 1] + widths[w + 2]);
    }
    const double share = static_cast<double>(most) / count;
    if (share <= 0.35) return 0;
    return is_spaced(source.text) ? 0.5 : 0.5 + share / 2;  // printed_en.cpp knows English lines better
  }

  Reading read(const Source& source, const std::vector<SourceLine>& lines_given) const override {
    Reading reading;
    const std::vector<SourceLine> whole = editors_apart(source, parted_lines(source, lines_given));
    // An OCR engine sees no two heads in one block, nor what stands beside a picture's words.
    const bool ocr = is_ocr_zh(source);
    const WovenCaptions captions = ocr ? WovenCaptions() : woven_captions(source, whole, goes_on);
    const std::vector<SourceLine> as_given = captions_off(source, whole, captions);
    const WovenHeads heads = ocr ? WovenHeads() : woven_heads(source, as_given, goes_on);
    const std::vector<SourceLine> untangled =
        captions_laid(source, untangled_lines(source, as_given, reading.tangled), captions);
    std::vector<SourceLine> laid = heads_laid(source, untangled, heads);
    mark_uprights(source.text, laid);
    const std::vector<SourceLine> lines =
        names_apart(source, heads_above(source, part_knots(source, std::move(laid))), reading.tangled);
    reading.printed = true;
    Column column(source);
    int blank = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) {
        ++blank;
        continue;
      }
      column.add(line, blank);
      blank = 0;
    }
    column.measure();
    for (size_t i = 0; i < column.size(); ++i) {
      if (column.parted(i)) {
        Fragment fragment;
        fragment.blank_before = column.gap(i);
        fragment.woven = column.woven(i);
        fragment.heading = column.upright(i) ? 1 : 0;
        fragment.measure = static_cast<float>(column.full(i));
        if (!reading.fragments.empty()) reading.fragments.back().blank_after = column.gap(i);
        reading.fragments.push_back(fragment);
      }
      Fragment& fragment = reading.fragments.back();
      fragment.lines.push_back(column.words(i));
      fragment.ends_full = !column.is_short(i);
    }
    if (!reading.fragments.empty()) reading.fragments.back().blank_after = blank;
    return reading;
  }
};

}  // namespace

const Reader& printed_reader() {
  static const PrintedReader reader;
  return reader;
}

}  // namespace broadsheet
