#include "read/woven_captions.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "read/ablation.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/every.h"
#include "text/ngram.h"
#include "text/seam_net.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kRows = 12;            // above the photographer's line
constexpr size_t kFar = 4;              // rows from one line to the next, or to the photographer
constexpr size_t kMostLines = 12;       // of a caption
constexpr size_t kMostBlanks = 4;       // of a row that are tried
constexpr size_t kMostParts = 120;      // of all rows
constexpr uint32_t kLongestLine = 400;  // bytes
constexpr size_t kBeam = 24;
constexpr size_t kNeighbours = 2;  // rows above the first line, and parts of rows beside, that are looked at
constexpr double kNarrower = 2.1;  // ems by which a caption's lines may differ, the last aside
constexpr double kWide = 1.7;      // times the measure: more is a story of its own
constexpr double kLongest = 80;    // ems of all of it: the same
constexpr double kScrap = .6;      // of the measure
constexpr double kShort = 2;       // ems by which the last line is plainly short
// Nats, by the pages of ../shared:
constexpr double kMostSeam = 6;
constexpr double kLeastSeam = -4;
constexpr double kMostPair = 2;   // what the words of two lines say for them, at most
constexpr double kLine = .5;      // against each line more
constexpr double kAway = .6;      // against each row between
constexpr double kBlank = 4;      // against blanks inside a line
constexpr double kTorn = 1.5;     // against what would stand by itself without it
constexpr double kTornLine = 3;   // against a line that begins with a mark that begins none
constexpr double kAlone = 2;      // against one line alone
constexpr double kBegins = 2;     // for each that its first words like to begin a text
constexpr double kStops = 1.5;    // for a last line that ends a sentence
constexpr double kEnds = 1;       // for one that is short
constexpr double kOpenEnd = 1.5;  // against one that does neither
constexpr double kLeast = 5;      // of a caption

// A photographer whose name has a dot in it, and may have been cut in two: "埃马纽埃尔· 奥索蒂/摄".
bool names_stranger(std::string_view s) {
  static constexpr std::string_view kTaken = "摄";
  static constexpr size_t kMost = 80;  // bytes
  if (!s.ends_with(kTaken) || s.size() > kMost || s.find("·") == std::string_view::npos) return false;
  s.remove_suffix(kTaken.size());
  if (s.ends_with('/')) s.remove_suffix(1);
  for (size_t at = 0; at < s.size();) {
    const char32_t c = every_code_point(s, at);
    if (c != ' ' && c != U'·' && !every_is_hanzi(c)) return false;
  }
  return true;
}

bool is_credit(std::string_view s) {
  static constexpr std::string_view kOpen[] = {"（", "("};
  static constexpr std::string_view kClose[] = {"）", ")"};
  for (size_t k = 0; k < 2; ++k) {
    if (s.starts_with(kOpen[k]) && s.ends_with(kClose[k]) && s.size() > 8) {
      s.remove_prefix(kOpen[k].size());
      s.remove_suffix(kClose[k].size());
    }
  }
  return names_photographer(s) || s.starts_with("图片来源") || s.starts_with("图⽚来源") || s == "资料图片" ||
         names_stranger(s);
}

// Marks that begin no line: what they begin was printed as the end of another.
bool is_torn_off(std::string_view s) {
  static constexpr std::string_view kMarks[] = {"，", "。", "、", "；", "：", "！",
                                                "？", "”",  "’",  "）", "》", "」"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return s.starts_with(mark); });
}

class Weave {
 public:
  Weave(const Source& source, const std::vector<SourceLine>& lines, const JoinScore& join_score)
      : text_(source.text), lines_(lines), join_score_(join_score) {}

  WovenCaptions run() {
    for (size_t from = 0; from < lines_.size();) {
      size_t end = from;
      while (end < lines_.size() && !lines_[end].blank()) ++end;
      size_t free = from;  // below the caption before
      for (size_t i = from; i < end; ++i) {
        const Span credit = credit_of(lines_[i].words);
        if (is_empty(credit)) continue;
        if (measure_ == 0) measure_ = measure();
        if (take(free, i, end, credit)) free = i + 1;
      }
      from = end + 1;
    }
    return std::move(found_);
  }

 private:
  struct Part {
    std::vector<Span> spans;  // one, or two that a mark parts
    size_t top = 0;           // rows
    size_t bottom = 0;
    bool blank = false;  // in it
    double width = 0;
    Span first() const { return spans.front(); }
    Span last() const { return spans.back(); }
  };
  // Lines of a caption.
  struct Way {
    double score = 0;
    std::vector<size_t> parts;  // from the last
    double letters = 0;         // ems
    double widest = 0;
    double narrowest = 99;
  };
  // What is asked about one photographer.
  struct Search {
    size_t from, at, end;  // rows of the block, and the photographer's
    Span credit;
    std::vector<Part> parts;
  };

  std::string_view words(Span s) const { return std::string_view(text_).substr(s.begin, s.end - s.begin); }
  double measure() const {
    std::vector<Span> words;
    words.reserve(lines_.size());
    for (const SourceLine& line : lines_) words.push_back(line.words);
    return common_width(text_, words);
  }

  static bool is_empty(Span s) { return s.begin >= s.end; }
  Span trimmed(uint32_t begin, uint32_t end) const {
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    return {begin, end};
  }

  // The photographer at either end of the line.
  Span credit_of(Span line) const {
    if (line.end - line.begin > kLongestLine) return {};
    const std::string_view all = words(line);
    if (all.find("摄") == std::string_view::npos && all.find("图") == std::string_view::npos) return {};
    if (is_credit(all)) return line;
    static constexpr std::string_view kStop = "。";
    if (const size_t stop = all.rfind(kStop); stop != std::string_view::npos) {
      const Span part = trimmed(line.begin + static_cast<uint32_t>(stop + kStop.size()), line.end);
      if (names_stranger(words(part))) return part;
    }
    for (const bool right : {true, false}) {
      for (uint32_t i = line.begin; i < line.end; ++i) {
        if (text_[i] != ' ') continue;
        const Span part = right ? trimmed(i, line.end) : trimmed(line.begin, i);
        if (is_credit(words(part))) return part;
      }
    }
    return {};
  }

  // How well one goes on with the other; 0 behind the end of a sentence.
  double seam(Span left, Span right) {
    const std::array<uint32_t, 4> key{left.begin, left.end, right.begin, right.end};
    auto [it, fresh] = seams_.try_emplace(key, 0);
    if (fresh && !ends_sentence(words(left))) {
      double out = join_score_(words(left), words(right));
      if (!without(Step::kSeamNet)) {
        const auto a = lefts_.try_emplace({left.begin, left.end});
        if (a.second) a.first->second = SeamNet::chinese().left_of(letters_of(words(left)));
        const auto b = rights_.try_emplace({right.begin, right.end});
        if (b.second) b.first->second = SeamNet::chinese().right_of(letters_of(words(right)));
        out += SeamNet::chinese().continuation(a.first->second, b.first->second);
      }
      it->second = std::clamp(out, kLeastSeam, kMostSeam);
    }
    return it->second;
  }

  // How much it likes to begin a text.
  double begins(Span span) const {
    const std::u32string letters = letters_of(words(span));
    double out = NgramModel::chinese().beginning(letters);
    const SeamNet& net = SeamNet::chinese();
    if (!without(Step::kSeamNet)) out += net.continuation(net.left_of({}), net.right_of(letters));
    return std::clamp(out, -5.0, 5.0);
  }

  // What speaks against a line by its looks alone.
  double against(const Part& part) const {
    return kBlank * part.blank + kTornLine * is_torn_off(words(part.first()));
  }

  // A row, and what stands before and behind each of its blanks.
  std::vector<Span> parts_of(size_t row) const {
    const Span line = lines_[row].words;
    std::vector<Span> out{line};
    size_t blanks = 0;
    for (uint32_t k = line.begin; k < line.end && blanks < kMostBlanks; ++k) {
      if (text_[k] != ' ' || text_[k - 1] == ' ') continue;
      ++blanks;
      out.push_back(trimmed(line.begin, k));
      out.push_back(trimmed(k, line.end));
    }
    return out;
  }

  Part part_of(Span span, size_t row) const {
    return {{span}, row, row, words(span).find(' ') != std::string_view::npos, width_of(words(span))};
  }

  // Of two rows: a line that was torn at its marks.
  void add_torn(const std::vector<Part>& ends, const std::vector<Part>& begins,
                std::vector<Part>& out) const {
    for (const Part& end : ends) {
      if (!is_torn_off(words(end.first()))) continue;
      for (const Part& begin : begins) {
        Part whole = begin;
        whole.spans.push_back(end.first());
        whole.top = std::min(begin.top, end.top);
        whole.bottom = std::max(begin.top, end.top);
        whole.blank = begin.blank || end.blank;
        whole.width += end.width;
        out.push_back(std::move(whole));
      }
    }
  }

  // What may be a line of the caption, from below.
  void collect(Search& search) const {
    const Span before = trimmed(lines_[search.at].words.begin, search.credit.begin);
    if (!is_empty(before)) search.parts.push_back(part_of(before, search.at));
    std::vector<Part> below;
    for (size_t i = search.at; i-- > search.from && search.at - i <= kRows;) {
      const Span row = lines_[i].words;
      if (row.end - row.begin > kLongestLine || !is_empty(credit_of(row))) return;
      std::vector<Part> here;
      for (const Span& span : parts_of(i)) here.push_back(part_of(span, i));
      search.parts.insert(search.parts.end(), here.begin(), here.end());
      add_torn(here, below, search.parts);
      add_torn(below, here, search.parts);
      if (search.parts.size() > kMostParts) return;
      below = std::move(here);
    }
  }

  // Beam search from the last line upward.
  std::vector<Way> ways(const Search& search) {
    const std::vector<Part>& parts = search.parts;
    std::vector<Way> out;
    std::vector<Way> beam;
    for (size_t p = 0; p < parts.size() && search.at - parts[p].bottom <= kFar; ++p) {
      Way& way = beam.emplace_back();
      way.score = -kAway * static_cast<double>(search.at - parts[p].bottom) - against(parts[p]);
      way.parts = {p};
      way.letters = way.widest = parts[p].width;
    }
    while (!beam.empty()) {
      out.insert(out.end(), beam.begin(), beam.end());
      std::vector<Way> next;
      for (const Way& way : beam) {
        if (way.parts.size() == kMostLines) continue;
        const Part& below = parts[way.parts.back()];
        for (size_t p = 0; p < parts.size(); ++p) {
          const Part& part = parts[p];
          if (part.bottom >= below.top || part.bottom + kFar < below.top) continue;
          // It is as wide as the others, and wider than the last.
          const double widest = std::max(way.widest, part.width);
          const double narrowest = std::min(way.narrowest, part.width);
          if (widest - narrowest > kNarrower) continue;
          Way& more = next.emplace_back(way);
          more.score += std::min(kMostPair, seam(part.last(), below.first())) - kLine - against(part) -
                        kAway * static_cast<double>(below.top - part.bottom - 1);
          // What stands between is another's, and does not go on from the line above it.
          if (part.bottom + 1 < below.top)
            more.score -= std::max(0.0, seam(part.last(), lines_[part.bottom + 1].words));
          more.parts.push_back(p);
          more.letters += part.width;
          more.widest = widest;
          more.narrowest = narrowest;
        }
      }
      sort_stably(next, [](const Way& x, const Way& y) { return x.score > y.score; });
      if (next.size() > kBeam) next.resize(kBeam);
      beam = std::move(next);
    }
    return out;
  }

  bool take(size_t from, size_t at, size_t end, Span credit) {
    seams_.clear();
    lefts_.clear();
    rights_.clear();
    Search search{from, at, end, credit, {}};
    collect(search);
    Way best;
    double most = kLeast;
    for (Way& way : ways(search)) {
      // A text right above its photographer may be long; lines picked out of others may not.
      const size_t rows = at - search.parts[way.parts.back()].top;
      if (way.letters > kLongest && way.widest <= kWide * measure_ && rows > way.parts.size()) continue;
      const double score = way.score + around(way, search);
      if (score <= most) continue;
      most = score;
      best = std::move(way);
    }
    if (best.parts.empty() || best.widest > kWide * measure_ || best.letters > kLongest ||
        !is_woven(best, search))
      return false;
    std::vector<Span>& caption = found_.emplace_back();
    for (size_t k = best.parts.size(); k-- > 0;) {
      const std::vector<Span>& spans = search.parts[best.parts[k]].spans;
      caption.insert(caption.end(), spans.begin(), spans.end());
    }
    caption.push_back(credit);
    return true;
  }

  // What of a row is neither the caption's nor the photographer's.
  std::vector<Span> rest_of(size_t row, const Way& way, const Search& search) const {
    std::vector<Span> out;
    Span line = lines_[row].words;
    while (!is_empty(line)) {
      Span next{line.end, line.end};
      const auto look = [&](Span span) {
        if (span.begin >= line.begin && span.begin < next.begin) next = span;
      };
      for (size_t p : way.parts) {
        for (const Span& span : search.parts[p].spans) look(span);
      }
      look(search.credit);
      const Span own = trimmed(line.begin, next.begin);
      if (!is_empty(own)) out.push_back(own);
      line = trimmed(next.end, line.end);
    }
    return out;
  }

  // What the words around say: nothing above goes on in the first line, and the text beside does without it.
  double around(const Way& way, const Search& search) {
    const Part& first = search.parts[way.parts.back()];
    const Part& last = search.parts[way.parts.front()];
    std::vector<Span> above;
    const Span left = trimmed(lines_[first.top].words.begin, first.first().begin);
    if (!is_empty(left)) above.push_back(left);
    for (size_t r = first.top; r-- > search.from && first.top - r <= kNeighbours;) {
      const std::vector<Span> parts = parts_of(r);
      above.insert(above.end(), parts.begin(), parts.end());
    }
    double score = kBegins * begins(first.first());
    std::vector<Span> beside;
    for (size_t r = first.top; r < search.end && beside.size() < kNeighbours; ++r) {
      const std::vector<Span> rest = rest_of(r, way, search);
      beside.insert(beside.end(), rest.begin(), rest.end());
    }
    if (!above.empty()) {
      double into = kLeastSeam;
      double over = beside.empty() ? 0 : kLeastSeam;
      for (Span span : above) {
        into = std::max(into, seam(span, first.first()));
        for (Span next : beside) {
          if (span.end <= next.begin) over = std::max(over, seam(span, next));
        }
      }
      score += over - into;
    }
    for (size_t r = first.top; r < search.at; ++r) {
      for (const Span& span : rest_of(r, way, search)) {
        const bool scrap = !ends_sentence(words(span)) && width_of(words(span)) < kScrap * measure_;
        if (scrap || (span == lines_[r].words && is_torn_off(words(span)))) score -= kTorn;
      }
    }
    if (way.parts.size() == 1) score -= kAlone;
    if (ends_sentence(words(last.last()))) return score + kStops;
    score += way.parts.size() > 1 && last.width < way.widest - kShort ? kEnds : -kOpenEnd;
    // What goes on from its last line is text.
    double on = 0;
    size_t seen = 0;
    for (size_t r = last.bottom; r < search.end && seen < kNeighbours; ++r) {
      for (const Span& span : rest_of(r, way, search)) {
        if (span.begin < last.last().begin) continue;
        ++seen;
        on = std::max(on, seam(last.last(), span));
      }
    }
    return score - on;
  }

  // Does text stand among its lines that stands above or below them, too?
  bool is_woven(const Way& way, const Search& search) const {
    const size_t top = search.parts[way.parts.back()].top;
    if (top == search.from && search.at + 1 == search.end) return false;
    for (size_t r = top; r <= search.at; ++r) {
      if (!rest_of(r, way, search).empty()) return true;
    }
    return false;
  }

  const std::string& text_;
  const std::vector<SourceLine>& lines_;
  const JoinScore& join_score_;
  double measure_ = 0;
  // Of the photographer under way; by where spans begin and end.
  std::map<std::array<uint32_t, 4>, double> seams_;
  std::map<std::pair<uint32_t, uint32_t>, SeamNet::Side> lefts_, rights_;
  WovenCaptions found_;
};

}  // namespace

WovenCaptions woven_captions(const Source& source, const std::vector<SourceLine>& lines,
                             const JoinScore& join_score) {
  if (without(Step::kCaptions) || is_spaced(source.text)) return {};
  return Weave(source, lines, join_score).run();
}

std::vector<SourceLine> captions_off(const Source& source, const std::vector<SourceLine>& lines,
                                     const WovenCaptions& captions) {
  if (captions.empty()) return lines;
  std::map<uint32_t, uint32_t> taken;  // begin -> end
  for (const std::vector<Span>& caption : captions) {
    for (const Span& span : caption) taken[span.begin] = span.end;
  }
  std::vector<SourceLine> out;
  for (const SourceLine& line : lines) {
    auto it = line.blank() ? taken.end() : taken.lower_bound(line.words.begin);
    if (it == taken.end() || it->first >= line.words.end) {
      out.push_back(line);
      continue;
    }
    uint32_t at = line.words.begin;
    const auto leave = [&](uint32_t end) {
      uint32_t begin = at;
      while (begin < end && source.text[begin] == ' ') ++begin;
      while (end > begin && source.text[end - 1] == ' ') --end;
      if (begin < end) out.push_back(line_at(source.text, {begin, end}));
    };
    for (; it != taken.end() && it->first < line.words.end; ++it) {
      leave(it->first);
      at = it->second;
    }
    leave(line.words.end);
  }
  return out;
}

std::vector<SourceLine> captions_laid(const Source& source, const std::vector<SourceLine>& lines,
                                      const WovenCaptions& captions) {
  if (captions.empty()) return lines;
  // The line of the dump before each, by where it begins.
  std::vector<uint32_t> begins;
  for (const SourceLine& line : lines) {
    if (!line.blank()) begins.push_back(line.words.begin);
  }
  sort_stably(begins);
  std::map<uint32_t, std::vector<size_t>> behind;
  std::vector<size_t> first;
  for (size_t c = 0; c < captions.size(); ++c) {
    uint32_t top = captions[c].front().begin;
    for (const Span& span : captions[c]) top = std::min(top, span.begin);
    const auto it = std::lower_bound(begins.begin(), begins.end(), top);
    if (it == begins.begin())
      first.push_back(c);
    else
      behind[*(it - 1)].push_back(c);
  }
  std::vector<SourceLine> out;
  std::vector<size_t> waiting = std::move(first);
  const auto lay = [&] {
    for (size_t c : waiting) {
      out.emplace_back();
      for (size_t k = 0; k < captions[c].size(); ++k) {
        const bool credit =
            is_credit(std::string_view(source.text)
                          .substr(captions[c][k].begin, captions[c][k].end - captions[c][k].begin));
        if (credit) out.emplace_back();
        out.push_back(line_at(source.text, captions[c][k]));
        out.back().follows = k > 0 && !credit;
      }
      out.emplace_back();
    }
    waiting.clear();
  };
  lay();
  for (const SourceLine& line : lines) {
    if (line.blank()) lay();
    out.push_back(line);
    const auto it = line.blank() ? behind.end() : behind.find(line.words.begin);
    if (it != behind.end()) waiting.insert(waiting.end(), it->second.begin(), it->second.end());
  }
  lay();
  return out;
}

}  // namespace broadsheet
