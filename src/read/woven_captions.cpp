#include "read/woven_captions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/ablation.h"
#include "read/line_names.h"
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
constexpr double kTop = 4;        // against one with which the block begins, as texts do
constexpr double kLeast = 5;      // of a caption

// A photographer whose name has a dot in it, and may have been cut in two: "埃马纽埃尔· 奥索蒂/摄".
bool names_stranger(std::string_view s) {
  static constexpr std::string_view kTaken = "摄";
  static constexpr size_t kMost = 80;  // bytes
  if (!s.ends_with(kTaken) || s.size() > kMost || s.find("·") == std::string_view::npos) return false;
  for (size_t at = 0; at < s.size();) {
    const char32_t c = every_code_point(s, at);
    if (c != ' ' && c != U'·' && c != '/' && !every_is_hanzi(c)) return false;
  }
  return true;
}

bool is_credit(std::string_view s) {
  static constexpr std::string_view kOpen = "（", kClose = "）";
  if (s.starts_with('(') && s.ends_with(')')) s = s.substr(1, s.size() - 2);
  if (s.starts_with(kOpen) && s.ends_with(kClose)) {
    s.remove_prefix(kOpen.size());
    s.remove_suffix(kClose.size());
  }
  return names_photographer(s) || s.starts_with("图片来源") || s.starts_with("图⽚来源") ||
         s.ends_with("资料图片") || names_stranger(s);
}

// Begins with a mark that begins no line: it was printed as the end of another.
bool is_torn_off(std::string_view s) {
  size_t at = 0;
  return std::u32string_view(U"，。、；：！？”’）》」").find(every_code_point(s, at)) !=
         std::u32string_view::npos;
}

class Weave {
 public:
  Weave(const Source& source, const std::vector<SourceLine>& lines, const JoinScore& join_score)
      : text_(source.text), lines_(lines), join_score_(join_score) {}

  WovenCaptions run() {
    for (size_t from = 0; from < lines_.size();) {
      size_t end = from;
      while (end < lines_.size() && !lines_[end].blank()) ++end;
      size_t free = from;  // below the photographer before
      for (size_t i = from; i < end; ++i) {
        const Span credit = credit_of(lines_[i].words);
        if (is_empty(credit)) continue;
        if (measure_ == 0) measure_ = measure();
        take({free, i, end, credit, {}});
        free = i + 1;
      }
      from = end + 1;
    }
    return std::move(found_);
  }

 private:
  struct Part {
    std::array<Span, 2> spans;  // two where a mark parts them, else twice the same
    size_t top = 0;             // rows
    size_t bottom = 0;
    bool blank = false;  // in it
    double width = 0;
  };
  // Lines of a caption.
  struct Way {
    double score = -1e9;
    double letters = 0;  // ems
    double widest = 0;
    double narrowest = 99;
    std::array<uint8_t, kMostLines> parts{};  // from the last
    uint8_t count = 0;
  };
  // What is asked about one photographer.
  struct Search {
    size_t from, at, end;  // rows of the block, and the photographer's
    Span credit;
    std::vector<Part> parts;

    const Part& first(const Way& way) const { return parts[way.parts[way.count - 1U]]; }
    const Part& last(const Way& way) const { return parts[way.parts[0]]; }
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

  template <class Look>
  const SeamNet::Side& side(std::unordered_map<uint64_t, SeamNet::Side>& known, Span span, Look look) {
    const auto [it, fresh] = known.try_emplace(uint64_t{span.begin} << 32 | span.end);
    if (fresh) it->second = look(letters_of(words(span)));
    return it->second;
  }

  // How well one goes on with the other; 0 behind the end of a sentence.
  double seam(Span left, Span right) {
    if (ends_sentence(words(left))) return 0;
    double out = join_score_(words(left), words(right));
    const SeamNet& net = SeamNet::chinese();
    if (!without(Step::kSeamNet))
      out += net.continuation(
          side(lefts_, left, [&](const std::u32string& letters) { return net.left_of(letters); }),
          side(rights_, right, [&](const std::u32string& letters) { return net.right_of(letters); }));
    return std::clamp(out, kLeastSeam, kMostSeam);
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
    return kBlank * part.blank + kTornLine * is_torn_off(words(part.spans[0]));
  }

  // A row, and what stands before and behind each of its blanks.
  std::vector<Span> parts_of(size_t row) const {
    const Span line = lines_[row].words;
    std::vector<Span> out{line};
    for (uint32_t k = line.begin; k < line.end && out.size() < 2 * kMostBlanks; ++k) {
      if (text_[k] != ' ' || text_[k - 1] == ' ') continue;
      out.push_back(trimmed(line.begin, k));
      out.push_back(trimmed(k, line.end));
    }
    return out;
  }

  void add(std::vector<Part>& parts, Span span, size_t row) const {
    parts.push_back(
        {{span, span}, row, row, words(span).find(' ') != std::string_view::npos, width_of(words(span))});
  }

  // Of parts [begin, end) and [end, parts.size()), each a row's: a line that was torn at its marks.
  void add_torn(std::vector<Part>& parts, size_t begin, size_t end) const {
    const size_t size = parts.size();
    for (size_t a = begin; a < size; ++a) {
      if (!is_torn_off(words(parts[a].spans[0]))) continue;
      for (size_t b = a < end ? end : begin; b < (a < end ? size : end); ++b) {
        Part whole = parts[b];
        whole.spans[1] = parts[a].spans[0];
        whole.top = std::min(whole.top, parts[a].top);
        whole.bottom = std::max(whole.bottom, parts[a].bottom);
        whole.blank = whole.blank || parts[a].blank;
        whole.width += parts[a].width;
        parts.push_back(whole);
      }
    }
  }

  // What may be a line of the caption, from below.
  void collect(Search& search) const {
    std::vector<Part>& parts = search.parts;
    const Span before = trimmed(lines_[search.at].words.begin, search.credit.begin);
    if (!is_empty(before)) add(parts, before, search.at);
    std::vector<Part> rows;  // this and the one below it
    size_t below = 0;        // parts of that
    for (size_t i = search.at; i-- > search.from && search.at - i <= kRows && parts.size() <= kMostParts;) {
      const Span row = lines_[i].words;
      if (row.end - row.begin > kLongestLine) return;
      for (const Span& span : parts_of(i)) add(rows, span, i);
      const size_t here = rows.size() - below;
      add_torn(rows, 0, below);
      parts.insert(parts.end(), rows.begin() + static_cast<std::ptrdiff_t>(below), rows.end());
      rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(below));
      rows.resize(here);
      below = here;
    }
  }

  // Beam search from the last line upward.
  std::vector<Way> ways(const Search& search) {
    const std::vector<Part>& parts = search.parts;
    std::vector<Way> out;
    for (size_t p = 0; p < parts.size() && search.at - parts[p].bottom <= kFar; ++p) {
      Way way;
      way.score = -kAway * static_cast<double>(search.at - parts[p].bottom) - against(parts[p]);
      way.parts[0] = static_cast<uint8_t>(p);
      way.count = 1;
      way.letters = way.widest = parts[p].width;
      out.push_back(way);
    }
    size_t begin = 0;  // of those with the most lines
    for (size_t lines = 1; lines < kMostLines; ++lines) {
      std::vector<Way> next;
      for (size_t w = begin; w < out.size(); ++w) {
        const Part& below = search.first(out[w]);
        for (size_t p = 0; p < parts.size(); ++p) {
          const Part& part = parts[p];
          if (part.bottom >= below.top || part.bottom + kFar < below.top) continue;
          Way more = out[w];
          // It is as wide as the others, and wider than the last.
          more.widest = std::max(more.widest, part.width);
          more.narrowest = std::min(more.narrowest, part.width);
          if (more.widest - more.narrowest > kNarrower) continue;
          more.score += std::min(kMostPair, seam(part.spans[1], below.spans[0])) - kLine - against(part) -
                        kAway * static_cast<double>(below.top - part.bottom - 1);
          // What stands between is another's, and does not go on from the line above it.
          if (part.bottom + 1 < below.top)
            more.score -= std::max(0.0, seam(part.spans[1], lines_[part.bottom + 1].words));
          more.parts[more.count++] = static_cast<uint8_t>(p);
          more.letters += part.width;
          next.push_back(more);
        }
      }
      const std::vector<uint32_t> order = best_first(next);
      begin = out.size();
      for (size_t k = 0; k < std::min(kBeam, order.size()); ++k) out.push_back(next[order[k]]);
    }
    return out;
  }

  void take(Search search) {
    lefts_.clear();
    rights_.clear();
    collect(search);
    Way best;
    double most = kLeast;
    for (const Way& way : ways(search)) {
      // A text right above its photographer may be long; lines picked out of others may not.
      const size_t rows = search.at - search.first(way).top;
      if (way.letters > kLongest && way.widest <= kWide * measure_ && rows > way.count) continue;
      const double score = way.score + around(way, search);
      if (score <= most) continue;
      most = score;
      best = way;
    }
    if (best.count == 0 || best.widest > kWide * measure_ || best.letters > kLongest) return;
    // Does text stand among its lines that stands above or below them, too?
    const size_t top = search.first(best).top;
    const std::vector<Span> among = rest_of(top, search.at + 1, best, search);
    if (among.empty() || (top == search.from && search.at + 1 == search.end)) return;
    WovenCaption& caption = found_.emplace_back();
    caption.beside = among[0].begin;
    for (size_t k = best.count; k-- > 0;) {
      const auto& spans = search.parts[best.parts[k]].spans;
      caption.lines.push_back(spans[0]);
      if (!(spans[1] == spans[0])) caption.lines.push_back(spans[1]);
    }
    caption.lines.push_back(search.credit);
  }

  // What of rows [row, end) is neither the caption's nor the photographer's.
  std::vector<Span> rest_of(size_t row, size_t end, const Way& way, const Search& search) const {
    std::vector<Span> out;
    for (; row < end; ++row) {
      Span line = lines_[row].words;
      while (!is_empty(line)) {
        Span next{line.end, line.end};
        const auto look = [&](Span span) {
          if (span.begin >= line.begin && span.begin < next.begin) next = span;
        };
        for (size_t k = 0; k < way.count; ++k) {
          for (const Span& span : search.parts[way.parts[k]].spans) look(span);
        }
        look(search.credit);
        const Span own = trimmed(line.begin, next.begin);
        if (!is_empty(own)) out.push_back(own);
        line = trimmed(next.end, line.end);
      }
    }
    return out;
  }

  // What the words around say: nothing above goes on in the first line, and the text beside does without it.
  double around(const Way& way, const Search& search) {
    const Part& first = search.first(way);
    const Part& last = search.last(way);
    std::vector<Span> above;
    const Span left = trimmed(lines_[first.top].words.begin, first.spans[0].begin);
    if (!is_empty(left)) above.push_back(left);
    for (size_t r = first.top; r-- > search.from && first.top - r <= kNeighbours;) {
      const std::vector<Span> parts = parts_of(r);
      above.insert(above.end(), parts.begin(), parts.end());
    }
    const std::vector<Span> rest =
        rest_of(first.top, std::min(search.end, search.at + 1 + kNeighbours), way, search);
    double score = kBegins * begins(first.spans[0]);
    if (!above.empty()) {
      double into = kLeastSeam;
      double over = rest.empty() ? 0 : kLeastSeam;
      for (Span span : above) {
        into = std::max(into, seam(span, first.spans[0]));
        for (size_t k = 0; k < std::min(rest.size(), kNeighbours); ++k) {
          if (span.end <= rest[k].begin) over = std::max(over, seam(span, rest[k]));
        }
      }
      score += over - into;
    } else {
      score -= kTop;
    }
    for (const Span& span : rest) {
      if (span.begin > search.credit.begin) break;
      const bool scrap = !ends_sentence(words(span)) && width_of(words(span)) < kScrap * measure_;
      if (scrap || is_torn_off(words(span))) score -= kTorn;
    }
    if (way.count == 1) score -= kAlone;
    if (ends_sentence(words(last.spans[1]))) return score + kStops;
    score += way.count > 1 && last.width < way.widest - kShort ? kEnds : -kOpenEnd;
    // What goes on from its last line is text.
    double on = 0;
    size_t seen = 0;
    for (const Span& span : rest) {
      if (span.begin < last.spans[1].begin || seen++ == kNeighbours) continue;
      on = std::max(on, seam(last.spans[1], span));
    }
    return score - on;
  }

  const std::string& text_;
  const std::vector<SourceLine>& lines_;
  const JoinScore& join_score_;
  double measure_ = 0;
  // What the net sees of the words around the photographer under way, by where they begin and end.
  std::unordered_map<uint64_t, SeamNet::Side> lefts_, rights_;
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
  std::vector<Span> taken;
  for (const WovenCaption& caption : captions)
    taken.insert(taken.end(), caption.lines.begin(), caption.lines.end());
  sort_stably(taken, [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<SourceLine> out;
  size_t next = 0;
  for (const SourceLine& line : lines) {
    const Span whole = line.words;
    if (line.blank() || next == taken.size() || taken[next].begin >= whole.end) {
      out.push_back(line);
      continue;
    }
    uint32_t at = whole.begin;
    while (at < whole.end) {
      const bool more = next < taken.size() && taken[next].begin < whole.end;
      uint32_t end = more ? taken[next].begin : whole.end;
      while (at < end && source.text[at] == ' ') ++at;
      const uint32_t then = more ? taken[next++].end : whole.end;
      while (end > at && source.text[end - 1] == ' ') --end;
      if (at < end) out.push_back(line_at(source.text, {at, end}));
      at = then;
    }
  }
  return out;
}

std::vector<SourceLine> captions_laid(const Source& source, const std::vector<SourceLine>& lines,
                                      const WovenCaptions& captions) {
  if (captions.empty()) return lines;
  std::vector<SourceLine> out;
  std::vector<size_t> behind;  // captions to be laid where the block ends
  const auto lay = [&] {
    for (size_t c : behind) {
      out.emplace_back();
      const std::vector<Span>& own = captions[c].lines;
      for (size_t k = 0; k < own.size(); ++k) {
        const bool credit = k + 1 == own.size();
        if (credit) out.emplace_back();
        out.push_back(line_at(source.text, own[k]));
        out.back().follows = k > 0 && !credit;
      }
      out.emplace_back();
    }
    behind.clear();
  };
  for (const SourceLine& line : lines) {
    if (line.blank()) lay();
    out.push_back(line);
    if (line.blank()) continue;
    // Each stands beside another line.
    size_t c = 0;
    for (size_t end = captions.size(); c < end;) {
      const size_t middle = (c + end) / 2;
      if (captions[middle].beside < line.words.begin)
        c = middle + 1;
      else
        end = middle;
    }
    for (; c < captions.size() && captions[c].beside < line.words.end; ++c) behind.push_back(c);
  }
  lay();
  return out;
}

}  // namespace broadsheet
