#include "view/shape.h"

#include <algorithm>

namespace broadsheet::view {

namespace {

constexpr float kQuarter = 0.25f;
constexpr float kHalf = 0.5f;
constexpr float kThird = 0.34f;  // a blank that was set between hanzi

bool is_space(uint32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xa0 || code == 0x2009 ||
         code == 0x3000 || code == 0x2028 || code == 0x2029 || code == 0x200b;
}

// Marks that Chinese and Latin share; in Chinese they fill a cell.
bool is_shared(uint32_t code) {
  return code == 0x2018 || code == 0x2019 || code == 0x201c || code == 0x201d || code == 0x2026 ||
         code == 0x2014 || code == 0xb7;
}

// Bytes of a note's number at `at`, [1], 〔12〕, [^1], ^1, ^1^ or ①; 0 where none stands there. 〔2020〕 is
// the number of a document, and the ① that counts points stands behind a mark and before words.
size_t note_at(std::string_view text, size_t at, uint32_t before) {
  const size_t begin = at;
  const uint32_t open = decode(text, at);
  const bool ringed = open >= 0x2460 && open <= 0x2473;
  const uint32_t close = open == '['      ? ']'
                         : open == 0xff3b ? 0xff3d
                         : open == 0x3014 ? 0x3015
                         : open == '^'    ? '^'
                                          : 0;
  if (close == 0 && !ringed) return 0;
  size_t peek = at;
  const uint32_t next = at < text.size() ? decode(text, peek) : '.';
  if (ringed) {
    const bool counts = is_opening(before) || !may_end_line(before) ||
                        (is_closing(before) && before != 0x201d && before != 0x300b);
    return !counts && !may_begin_line(next) ? at - begin : 0;
  }
  if (open == '[' && next == '^') ++at;
  size_t digits = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at, ++digits;
  if (digits < 1 || digits > 2) return 0;
  const size_t end = at;
  if (at < text.size() && decode(text, at) == close) return at - begin;
  return close == '^' ? end - begin : 0;
}

enum class Kind { kHanzi, kOpening, kClosing, kMiddle, kDash, kLatin, kOther };

struct Unit {
  Kind kind;
  uint32_t code;
};

struct Shaper {
  Typesetter& setter;
  std::string_view text;
  const TextStyle& style;
  float longest;
  const std::vector<Emphasis>& set_apart;
  Shaped out;
  std::vector<Unit> kinds;  // one an item: its last character, and its first
  std::vector<uint32_t> firsts;
  size_t passed = 0;  // of `set_apart`
  bool strong = false, lean = false;

  Face face() const { return face_of(style.face, strong, lean); }
  // How the byte is set; where that changes, the word before it ends.
  template <typename Flush>
  void turn(size_t byte, Flush flush) {
    while (passed < set_apart.size() && byte >= set_apart[passed].end) ++passed;
    const bool inside = passed < set_apart.size() && byte >= set_apart[passed].begin;
    const bool now_strong = inside && set_apart[passed].strong, now_lean = inside && set_apart[passed].lean;
    if (now_strong == strong && now_lean == lean) return;
    flush(byte);
    strong = now_strong;
    lean = now_lean;
  }

  Kind kind_of(uint32_t code, uint32_t before, uint32_t next) const {
    if (is_shared(code)) {
      if (code == 0xb7 && is_space(before) && is_space(next)) return Kind::kMiddle;  // of meta lines
      bool inside_word = code == 0x2019 && is_latin_letter(before) && is_latin_letter(next);
      if (!out.chinese || inside_word) return Kind::kLatin;
      if (code == 0xb7) return Kind::kMiddle;
      if (code == 0x2026 || code == 0x2014) return Kind::kDash;
    }
    if (is_opening(code)) return Kind::kOpening;
    if (is_closing(code)) return Kind::kClosing;
    if (code == 0x30fb) return Kind::kMiddle;
    if (is_hanzi(code)) return Kind::kHanzi;
    if (code >= 0x2190 && code <= 0x2bff) return Kind::kOther;  // arrows, boxes, ■ ▶
    if (code >= 0x1f000) return Kind::kOther;
    return Kind::kLatin;
  }

  Item& add(uint32_t begin, uint32_t end, Kind kind, uint32_t first_code, uint32_t last_code) {
    Item item;
    item.begin = begin;
    item.end = end;
    item.first = static_cast<uint32_t>(out.glyphs.size());
    out.items.push_back(item);
    kinds.push_back({kind, last_code});
    firsts.push_back(first_code);
    return out.items.back();
  }

  void add_cell(uint32_t begin, uint32_t end, Kind kind, uint32_t code) {
    Item& item = add(begin, end, kind, code, code);
    float em = style.size;
    Glyph glyph{code, begin, 0, em, 0, strong, lean && kind == Kind::kHanzi};
    if (kind == Kind::kOther || is_shared(code)) {
      std::string_view one = text.substr(begin, end - begin);
      float ink = setter.measure_run(face(), style.size, one).back();
      if (kind == Kind::kOther) {
        glyph.advance = ink;
      } else if (ink < 0.8f * em) {  // the font's mark is a Latin one: put it where a Chinese one stands
        float room = em - ink;
        if (kind == Kind::kOpening) glyph.shift = room - 0.06f * em;
        if (kind == Kind::kClosing) glyph.shift = 0.06f * em;
        if (kind == Kind::kMiddle || kind == Kind::kDash) glyph.shift = room / 2;
      }
    }
    item.width = glyph.advance;
    if (kind == Kind::kOpening) item.lead = kHalf * em;
    if (kind == Kind::kClosing) item.tail = kHalf * em;
    if (kind == Kind::kMiddle) item.lead = item.tail = kQuarter * em;
    item.count = 1;
    out.glyphs.push_back(glyph);
  }

  // A full-cell quotation mark in Latin text is pulled to the width that it has in a Latin face.
  float narrowed(uint32_t code, float advance, float& shift) const {
    float em = style.size;
    if (advance < 0.8f * em) return advance;
    float want = code == 0x201c || code == 0x201d ? 0.44f : code == 0x2018 || code == 0x2019 ? 0.26f : 0;
    if (want == 0) return advance;
    if (code == 0x201c || code == 0x2018) shift = -(advance - want * em) + 0.02f * em;
    return want * em;
  }

  void add_word(uint32_t begin, uint32_t end) {
    std::string_view run = text.substr(begin, end - begin);
    const std::vector<float>& ends = setter.measure_run(face(), style.size, run);
    size_t at = 0;
    float x = 0, start = 0;
    size_t index = 0;
    uint32_t first_code = 0, code = 0;
    Item* item = nullptr;
    while (at < run.size()) {
      uint32_t offset = begin + static_cast<uint32_t>(at);
      code = decode(run, at);
      float stop = index < ends.size() ? ends[index] : start;
      ++index;
      float shift = 0;
      float advance = narrowed(code, stop - start, shift);
      start = stop;
      if (item && x + advance > longest) {  // wider than the line: goes on in the next
        item->width = x;
        item->end = offset;
        item->after = Break::kAllowed;
        item = nullptr;
        x = 0;
      }
      if (!item) {
        item = &add(offset, end, Kind::kLatin, code, code);
        first_code = code;
      }
      out.glyphs.push_back({code, offset, x, advance, shift, strong, lean});
      ++item->count;
      x += advance;
    }
    if (item) item->width = x;
    if (!kinds.empty()) kinds.back().code = code;
    (void)first_code;
  }

  void add_note(uint32_t begin, uint32_t end) {
    std::string_view run = text.substr(begin, end - begin);
    const std::vector<float>& ends = setter.measure_run(face(), note_size(style.size), run);
    Item& item = add(begin, end, Kind::kLatin, '[', ']');
    float x = 0, was = 0;
    for (size_t at = 0, index = 0; at < run.size() && index < ends.size(); ++index) {
      uint32_t offset = begin + static_cast<uint32_t>(at);
      uint32_t code = decode(run, at);
      const float wide = code == '^' ? 0 : ends[index] - was;
      out.glyphs.push_back({code == '^' ? 0 : code, offset, x, wide, 0, strong, false, true});
      was = ends[index];
      x += wide;
      ++item.count;
    }
    item.width = x;
  }

  // The gap after item `i`, and the halves that adjoining punctuation gives up.
  void space(size_t i, int blanks, bool wide) {
    Item& item = out.items[i];
    float em = style.size;
    if (i + 1 >= out.items.size()) return;
    Item& next = out.items[i + 1];
    Kind a = kinds[i].kind, b = kinds[i + 1].kind;
    bool cells = a != Kind::kLatin && b != Kind::kLatin;
    if (blanks > 0 && !cells && (a == Kind::kLatin && b == Kind::kLatin)) {
      item.gap = std::max(kQuarter * em, setter.measure_run(style.face, style.size, " ").back());
      item.stretch = item.gap * 0.6f;
      item.shrink = item.gap * 0.2f;
      if (wide) item.gap = em;
      return;
    }
    if (!wide && blanks > 0 && !cells && (a == Kind::kOther || b == Kind::kOther)) {
      item.gap = kThird * em;
      return;
    }
    if (!wide && blanks > 0 && (a == Kind::kMiddle || b == Kind::kMiddle)) {
      item.gap = 0.08f * em;  // the dot's own cell is air enough
      item.stretch = 0.05f * em;
      return;
    }
    if (wide || (blanks > 0 && cells)) {  // a blank that the writer set between hanzi stays
      item.gap = wide ? em * static_cast<float>(blanks) : kThird * em;
      item.stretch = 0.1f * em;
      item.shrink = 0.2f * em;
      return;
    }
    if (a == Kind::kClosing && (b == Kind::kClosing || b == Kind::kMiddle || b == Kind::kOpening)) {
      item.width -= item.tail;
      item.tail = 0;
    } else if (b == Kind::kOpening && (a == Kind::kOpening || a == Kind::kMiddle)) {
      next.width -= next.lead;
      for (uint32_t g = 0; g < next.count; ++g) out.glyphs[next.first + g].shift -= next.lead;
      next.lead = 0;
    }
    if ((a == Kind::kLatin) != (b == Kind::kLatin)) {
      bool letter = a == Kind::kLatin ? is_joining(kinds[i].code) : is_joining(firsts[i + 1]);
      Kind other = a == Kind::kLatin ? b : a;
      if ((letter || blanks > 0) && other == Kind::kHanzi) {
        item.gap = style.quarter * em;
        item.shrink = style.quarter * kHalf * em;
        item.stretch = 0.15f * em;
      } else {
        item.stretch = 0.06f * em;
      }
    } else if (cells) {
      item.stretch = a == Kind::kDash && b == Kind::kDash ? 0 : 0.1f * em;
    }
    if (a == Kind::kClosing) item.shrink += item.tail * kHalf;
    if (b == Kind::kOpening) item.shrink += next.lead * kHalf;
  }

  // What wants a quarter em towards hanzi: letters, digits and the signs that belong to them.
  static bool is_joining(uint32_t code) {
    return is_latin_letter(code) || code == '%' || code == '+' || code == '$' || code == '&' || code == '#' ||
           code == '@' || code == 0xb0 || code == 0x2103;
  }

  void run() {
    size_t hanzi = 0, letters = 0;
    for (size_t at = 0; at < text.size();) {
      uint32_t code = decode(text, at);
      if (is_hanzi(code))
        ++hanzi;
      else if (is_latin_letter(code))
        ++letters;
    }
    out.chinese = hanzi * 4 > letters;
    out.items.reserve(hanzi + letters / 4 + 8);
    out.glyphs.reserve(hanzi + letters + 16);
    std::vector<Break> breaks = find_breaks(text);
    uint32_t before = 0;
    std::vector<std::pair<int, bool>> blanks;  // after each item
    size_t word = std::string_view::npos;
    auto flush = [&](size_t end) {
      if (word == std::string_view::npos) return;
      add_word(static_cast<uint32_t>(word), static_cast<uint32_t>(end));
      blanks.resize(out.items.size());
      out.items.back().after = breaks[end - 1];
      word = std::string_view::npos;
    };
    for (size_t at = 0; at < text.size();) {
      size_t begin = at;
      uint32_t code = decode(text, at);
      if (!set_apart.empty()) turn(begin, flush);
      if (size_t note = before == 0 || is_space(before) ? 0 : note_at(text, begin, before)) {
        flush(begin);
        out.items.back().after = Break::kNone;
        at = begin + note;
        add_note(static_cast<uint32_t>(begin), static_cast<uint32_t>(at));
        blanks.resize(out.items.size());
        out.items.back().after = breaks[at - 1];
        before = ']';
        continue;
      }
      if (is_space(code)) {
        flush(begin);
        if (!out.items.empty()) {
          blanks.resize(out.items.size());
          ++blanks.back().first;
          if (code == 0x3000) blanks.back().second = true;
          Break here = breaks[at - 1];
          out.items.back().after = code == 0xa0 ? Break::kNone : here;
          out.items.back().end = static_cast<uint32_t>(at);
        }
        before = code;
        continue;
      }
      size_t peek = at;
      uint32_t next = peek < text.size() ? decode(text, peek) : 0;
      Kind kind = kind_of(code, before, next);
      before = code;
      if (kind == Kind::kLatin) {
        if (word == std::string_view::npos) word = begin;
        if (breaks[at - 1] != Break::kNone) flush(at);
        continue;
      }
      flush(begin);
      add_cell(static_cast<uint32_t>(begin), static_cast<uint32_t>(at), kind, code);
      blanks.resize(out.items.size());
      out.items.back().after = breaks[at - 1];
    }
    flush(text.size());
    blanks.resize(out.items.size());
    for (size_t i = 0; i < out.items.size(); ++i) {
      space(i, blanks[i].first, blanks[i].second);
      out.items[i].gap += style.tracking;
    }
  }
};

}  // namespace

Shaped shape(Typesetter& setter, std::string_view text, const TextStyle& style, float longest,
             const std::vector<Emphasis>& set_apart) {
  Shaper shaper{setter, text, style, longest, set_apart, {}, {}, {}};
  shaper.run();
  return std::move(shaper.out);
}

}  // namespace broadsheet::view
