#include <algorithm>
#include <cmath>
#include <limits>

#include "text/utf8.h"
#include "view/shape.h"
#include "view/typeset.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostRuns = 60000;
// A line that would be stretched further, beside a long word or address, is left ragged: a quarter em between
// hanzi, a blank two and a half times as wide.
constexpr float kMostStretch = 2.5f;

// What a line costs, in Knuth and Plass's units: 100 r^3 for glue stretched r times its measure.
struct Costs {
  bool justify;
  bool balance;
  float measure;
  float em;

  double of(float natural, float stretch, float shrink, bool last, bool first) const {
    double slack = measure - natural;
    if (slack < -static_cast<double>(shrink) - 0.01)
      return 1e9 - slack;  // does not fit: only if nothing else does
    if (last && !balance) {
      double stub = natural < 2.2 * em && !first ? 400 : 0;  // a last line of one or two hanzi
      if (slack >= 0) return stub;
    }
    double r;
    if (slack >= 0)
      r = justify && !balance ? slack / std::max(stretch, 0.02f * measure) : 3.5 * slack / measure;
    else
      r = 1.3 * slack / std::min(-0.01f, -shrink);
    return 100 * r * r * (justify ? r : 1);
  }
};

struct Chosen {
  std::vector<std::pair<uint32_t, uint32_t>> lines;  // items [begin, end)
};

uint32_t last_code(std::string_view text, uint32_t end) {
  size_t at = end - 1;
  while (at > 0 && is_trail_byte(text[at])) --at;
  return decode(text, at);
}

// What it costs to end a line of a head at this byte. Words stay whole; a single hanzi after the break is
// mostly the tail of a compound that the dictionary does not know (试验|台), unless it is one that leads (把
// 将 在).
double word_cost(std::string_view text, const std::vector<uint32_t>& words, uint32_t byte) {
  static constexpr std::string_view kLeading = "把被将和与及在从向对为让给以由到";
  if (byte > 0 && byte < text.size() && text[byte - 1] == ' ' && static_cast<uint8_t>(text[byte]) >= 0x80)
    return -280;  // a blank between hanzi in a head is where its printed line ended
  if (byte >= 3 && byte < text.size() && is_closing(last_code(text, byte)))
    return -250;  // 云麓高新区：｜一张表
  if (words.empty()) return 0;
  auto next = std::lower_bound(words.begin(), words.end(), byte);
  if (next == words.end() || *next != byte) return 900;
  auto word = [&](std::vector<uint32_t>::const_iterator at) {
    return at + 1 == words.end() ? std::string_view() : text.substr(*at, *(at + 1) - *at);
  };
  double cost = 0;
  std::string_view after = word(next), before = next == words.begin() ? std::string_view() : word(next - 1);
  if (after.size() == 3 && kLeading.find(after) == std::string_view::npos) cost += 350;
  if (before.size() == 3 && kLeading.find(before) != std::string_view::npos) cost += 350;
  return cost;
}

Chosen choose(const Shaped& shaped, std::string_view text, const TextStyle& style, float measure,
              const std::vector<uint32_t>& words) {
  const std::vector<Item>& items = shaped.items;
  size_t n = items.size();
  std::vector<float> width(n + 1), stretch(n + 1), shrink(n + 1);
  for (size_t i = 0; i < n; ++i) {
    width[i + 1] = width[i] + items[i].width + items[i].gap;
    stretch[i + 1] = stretch[i] + items[i].stretch;
    shrink[i + 1] = shrink[i] + items[i].shrink;
  }
  Costs costs{style.justify, style.balance, measure, style.size};
  std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
  std::vector<uint32_t> from(n + 1, 0);
  std::vector<uint32_t> starts{
      0};  // where a line may begin, ascending; those too far back fall off the front
  size_t low = 0;
  best[0] = 0;
  for (size_t end = 1; end <= n; ++end) {
    const Item& tail = items[end - 1];
    bool last = end == n;
    if (!last && tail.after == Break::kNone) continue;
    double penalty = tail.after == Break::kDiscouraged && !last ? 50000 : 0;
    if (style.balance && !last) penalty += word_cost(text, words, tail.end);
    bool forced_end = last || tail.after == Break::kForced;
    for (size_t k = starts.size(); k-- > low;) {
      uint32_t begin = starts[k];
      float natural = width[end] - width[begin] - tail.gap - tail.tail;
      natural += begin == 0 ? style.indent : style.hang - items[begin].lead;
      float can_shrink = style.justify ? shrink[end - 1] - shrink[begin] : 0;
      double cost = costs.of(natural, stretch[end - 1] - stretch[begin], can_shrink, forced_end, begin == 0);
      double total = best[begin] + cost + penalty + (style.balance ? 600 : 1);
      if (total < best[end]) {
        best[end] = total;
        from[end] = begin;
      }
      if (natural - can_shrink > measure * 1.02f + style.size) {
        low = std::max(low, k + (k + 1 < starts.size() ? 1 : 0));
        break;
      }
    }
    if (tail.after == Break::kForced && !last) {
      starts.assign(1, static_cast<uint32_t>(end));
      low = 0;
    } else {
      starts.push_back(static_cast<uint32_t>(end));
    }
  }
  Chosen chosen;
  for (size_t end = n; end > 0; end = from[end])
    chosen.lines.emplace_back(from[end], static_cast<uint32_t>(end));
  std::reverse(chosen.lines.begin(), chosen.lines.end());
  return chosen;
}

// Places the items of one line; stretches or shrinks its gaps to the measure where the style asks.
void place(const Shaped& shaped, uint32_t begin, uint32_t end, bool last, float room, Layout& out) {
  const TextStyle& style = out.style;
  Line line;
  line.first = static_cast<uint32_t>(out.glyphs.size());
  line.begin = shaped.items[begin].begin;
  line.end = shaped.items[end - 1].end;
  bool opening = out.lines.empty();
  float x = opening ? style.indent : style.hang;
  float natural = x, stretch = 0, shrink = 0;
  for (uint32_t i = begin; i < end; ++i) {
    const Item& item = shaped.items[i];
    natural += item.width;
    if (i == begin && !opening) natural -= item.lead;
    if (i + 1 == end) {
      natural -= item.tail;
    } else {
      natural += item.gap;
      stretch += item.stretch;
      shrink += item.shrink;
    }
  }
  float slack = room - natural;
  float ratio = 0;
  if (style.justify && slack < 0 && shrink > 0) ratio = std::max(-1.0f, slack / shrink);
  if (style.justify && slack > 0 && !last && stretch > 0) ratio = slack / stretch;
  if (ratio > kMostStretch) ratio = 0;
  if (style.centre) x += std::max(0.0f, slack / 2);
  for (uint32_t i = begin; i < end; ++i) {
    const Item& item = shaped.items[i];
    float lead = i == begin && !opening ? item.lead : 0;
    float gap = 0;
    if (i + 1 < end)
      gap = item.gap + (ratio >= 0 ? ratio * item.stretch : ratio * item.shrink);
    else
      gap = -item.tail;
    for (uint32_t g = 0; g < item.count; ++g) {
      Glyph glyph = shaped.glyphs[item.first + g];
      glyph.x += x;
      glyph.shift -= lead;
      if (g == 0) glyph.advance -= lead;
      if (g > 0) glyph.x -= lead;
      if (g + 1 == item.count) glyph.advance = item.width - lead + gap - (glyph.x - x);
      out.glyphs.push_back(glyph);
    }
    x += item.width - lead + gap;
  }
  line.count = static_cast<uint32_t>(out.glyphs.size()) - line.first;
  line.width = x;
  out.lines.push_back(line);
}

// Ends the last line kept with an ellipsis, taking away what has no room beside it.
void cut_line(Typesetter& setter, std::string_view text, bool chinese, Layout& out) {
  Line& line = out.lines.back();
  float em = out.style.size;
  float dot = chinese ? em : setter.measure_run(out.style.face, em, ".").back();
  int dots = chinese ? 2 : 3;
  float need = dot * static_cast<float>(dots);
  while (line.count > 1) {
    const Glyph& glyph = out.glyphs.back();
    bool fits = glyph.x + glyph.advance + need <= out.measure + 0.5f;
    // After a hanzi, or after the last letter of a word; never after a mark.
    size_t after = glyph.offset;
    decode(text, after);
    bool whole = chinese || after >= text.size() || !is_latin_letter(decode(text, after));
    bool mark =
        is_closing(glyph.code) || is_opening(glyph.code) || (!chinese && !is_latin_letter(glyph.code));
    if (fits && whole && !mark) break;
    out.glyphs.pop_back();
    --line.count;
  }
  // The blank behind the last word goes, the letter keeps its width.
  Glyph& kept = out.glyphs.back();
  size_t after = kept.offset;
  decode(text, after);
  std::string_view letter = text.substr(kept.offset, after - kept.offset);
  kept.advance = std::min(kept.advance, setter.measure_run(out.style.face, em, letter).back());
  float x = kept.x + kept.advance;
  for (int i = 0; i < dots; ++i) {
    out.glyphs.push_back({chinese ? 0x2026u : '.', line.end, x, dot, 0});
    x += dot;
    ++line.count;
  }
  line.width = x;
  out.cut = true;
}

}  // namespace

const std::vector<float>& Typesetter::measure_run(Face face, float size, std::string_view run) {
  std::string key;
  key.reserve(run.size() + 3);
  key.push_back(static_cast<char>(face));
  key.push_back(static_cast<char>(static_cast<int>(size) & 0xff));
  key.push_back(static_cast<char>(static_cast<int>(size) >> 8));
  key.append(run);
  auto found = runs_.find(key);
  if (found != runs_.end()) return found->second;
  if (runs_.size() > kMostRuns) runs_.clear();
  std::vector<float> ends;
  host_.measure(face, size, run, ends);
  if (ends.empty()) ends.push_back(0);
  return runs_.emplace(std::move(key), std::move(ends)).first->second;
}

float note_size(float size) {
  return std::max(8.0f, std::round(size * 0.64f));
}
float note_rise(float size) {
  return std::round(size * 0.34f);
}

Face face_of(Face face, bool strong, bool lean) {
  if (face == Face::kSerif) return strong ? Face::kSerifBold : lean ? Face::kSerifItalic : face;
  if (face == Face::kSans) return strong ? Face::kSansBold : lean ? Face::kSansItalic : face;
  return face;
}

Layout Typesetter::set(std::string_view text, const TextStyle& style, float measure,
                       const std::vector<Emphasis>& set_apart) {
  Layout out;
  out.style = style;
  out.measure = std::max(measure, style.size);
  Shaped shaped = shape(*this, text, style, out.measure, set_apart);
  if (shaped.items.empty()) return out;
  // Justified Latin without hyphens shows rivers: it is set ragged.
  if (!shaped.chinese) out.style.justify = false;
  if (!shaped.chinese) out.style.indent = std::min(style.indent, std::round(1.4f * style.size));
  words_.clear();
  if (style.balance && shaped.chinese) host_.word_bounds(text, words_);
  Chosen chosen = choose(shaped, text, out.style, out.measure, words_);
  size_t most = style.max_lines > 0 ? static_cast<size_t>(style.max_lines) : chosen.lines.size();
  out.glyphs.reserve(shaped.glyphs.size() + 4);
  for (size_t i = 0; i < chosen.lines.size() && i < most; ++i) {
    auto [begin, end] = chosen.lines[i];
    bool last = i + 1 == chosen.lines.size() || shaped.items[end - 1].after == Break::kForced;
    place(shaped, begin, end, last, out.measure, out);
  }
  if (most < chosen.lines.size()) cut_line(*this, text, shaped.chinese, out);
  return out;
}

float Typesetter::width(std::string_view text, const TextStyle& style) {
  Shaped shaped = shape(*this, text, style, 1e9f);
  float sum = 0;
  for (size_t i = 0; i < shaped.items.size(); ++i) {
    sum += shaped.items[i].width;
    if (i + 1 < shaped.items.size()) sum += shaped.items[i].gap;
  }
  return sum;
}

float Layout::widest() const {
  float most = 0;
  for (const Line& line : lines) most = std::max(most, line.width);
  return most;
}

void Layout::locate(uint32_t byte, size_t& line, float& x) const {
  line = 0;
  x = 0;
  if (lines.empty()) return;
  while (line + 1 < lines.size() && byte >= lines[line + 1].begin) ++line;
  const Line& row = lines[line];
  x = row.width;
  for (uint32_t g = row.first; g < row.first + row.count; ++g) {
    if (glyphs[g].offset >= byte) {
      x = glyphs[g].x;
      return;
    }
  }
}

uint32_t Layout::byte_at(float x, float y) const {
  if (lines.empty()) return 0;
  float row = std::floor(y / style.line_height);
  size_t line = static_cast<size_t>(std::clamp(row, 0.0f, static_cast<float>(lines.size() - 1)));
  const Line& at = lines[line];
  for (uint32_t g = at.first; g < at.first + at.count; ++g)
    if (x < glyphs[g].x + glyphs[g].advance / 2) return glyphs[g].offset;
  return at.end;
}

}  // namespace broadsheet::view
