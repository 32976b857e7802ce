#include "read/woven_heads.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/ablation.h"
#include "read/brackets.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/page_words.h"
#include "text/seam_net.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kMostLines = 24;       // of a block, into which heads may reach
constexpr size_t kTextBetween = 5;      // lines of text between two lines of heads, at most
constexpr size_t kMostWords = 40;       // of one block's heads
constexpr uint32_t kLongestLine = 600;  // bytes
constexpr uint32_t kLongestWord = 90;
constexpr double kNarrower = 2.6;  // ems by which a line of text may miss the measure
constexpr double kWider = 1.6;
constexpr double kMuchWider = 3;  // the same where the next line goes on with it
constexpr double kName = 3;       // ems of a name, at most
constexpr size_t kListRows = 5;
constexpr double kScrap = 4;  // ems of words that are no head by themselves
constexpr double kStub = 6;   // … if nothing stands below them
// Nats. The first six are a logistic regression over lines of heads of ../shared/pages and of pages of ours,
// true pairs against others, equally many; a page's words were those of its text alone.
constexpr double kNgrams = 1.1;
constexpr double kNet = .65;
constexpr double kKnown = 1.9;       // three characters across the cut stand elsewhere on the page
constexpr double kKnownTwice = 2.2;  // both threes do
constexpr double kBrackets = .5;
constexpr double kPrior = -.4;
constexpr double kClosed = 2;      // against more behind a closing bracket or a sentence's end
constexpr double kInBrackets = 3;  // for the next word where a bracket is open
constexpr double kAway = .25;      // against each line between
constexpr double kGrows = .7;      // against a line wider than the one above
constexpr double kLeast = -1;      // of any join
constexpr double kPlain = 3;       // from which a line may be wider than all above it
constexpr double kWoven = 2.5;     // of one join across other words, without which nothing is taken apart
constexpr double kFresh = 1.5;     // against a head that begins below the first line
constexpr size_t kBeam = 48;
constexpr double kNever = -99;
constexpr double kScrapLeast = -3;
constexpr double kStubLeast = -2.5;

constexpr bool is_within(double width, double least, double most) {
  return width >= least && width <= most;
}

bool has_comma(std::string_view text) {
  return has_clause(text) || text.find(',') != std::string_view::npos;
}

// The head of a picture's story, whole by itself.
bool is_title(std::string_view word) {
  return word == "图片报道";
}

// What no head begins or goes on with.
bool stands_apart(std::string_view word) {
  for (std::string_view start : {"责任编辑", "本报电"}) {
    if (word.starts_with(start)) return true;
  }
  for (std::string_view end : {"电）", "摄", "版", "文", "文/图"}) {
    if (word.ends_with(end)) return true;
  }
  return begins_report(word) || is_marked(word) || word.find("星期") != std::string_view::npos ||
         word.find_first_not_of("0123456789.,%+-/:") == std::string_view::npos;
}

class Weave {
 public:
  Weave(const Source& source, const std::vector<SourceLine>& lines, const JoinScore& join_score)
      : text_(source.text), lines_(lines), join_score_(join_score) {
    std::vector<Span> words;
    words.reserve(lines_.size());
    for (const SourceLine& line : lines_) words.push_back(line.words);
    measure_ = common_width(text_, words);
  }

  WovenHeads run() {
    for (size_t i = 0; i < lines_.size();) {
      size_t end = i;
      while (end < lines_.size() && !lines_[end].blank()) ++end;
      if (end > i) take_apart(i, end);
      i = end + 1;
    }
    return std::move(heads_);
  }

 private:
  struct Word {
    Span span;
    size_t line = 0;
    size_t place = 0;       // in its line
    double width = 0;       // ems
    bool top = false;       // no text stands above it, nor beside it
    bool head_row = false;  // nothing in its line is text
    bool title = false;
    int before = -1;  // index of the word that it goes on from
    int next = -1;
    SeamNet::Side left, right;
  };

  std::string_view words(Span s) const { return std::string_view(text_).substr(s.begin, s.end - s.begin); }
  bool fits(double width) const { return is_within(width, measure_ - kNarrower, measure_ + kWider); }

  std::vector<Span> words_of(size_t i) const {
    std::vector<Span> out;
    const Span line = lines_[i].words;
    for (uint32_t at = line.begin; at < line.end;) {
      const auto length = std::min<size_t>(words({at, line.end}).find(' '), line.end - at);
      const uint32_t end = at + static_cast<uint32_t>(length);
      if (end > at) out.push_back({at, end});
      at = end + 1;
    }
    return out;
  }

  // A full line by itself, and text below it.
  bool is_running(size_t i, size_t to) const {
    const std::string_view line = words(lines_[i].words);
    if (i + 1 >= to || line.find(' ') != std::string_view::npos ||
        !is_within(width_of(line), measure_ - kNarrower, measure_ + kMuchWider))
      return false;
    const std::string_view next = words(lines_[i + 1].words);
    return fits(width_of(next)) || has_comma(next);
  }

  // Is the line nothing but words of heads?
  bool is_head_row(const std::vector<Span>& parts, bool top) const {
    bool narrow = top;
    for (const Span& part : parts) {
      const std::string_view word = words(part);
      if (has_comma(word) || (stands_apart(word) && !is_title(word))) return false;
      narrow = narrow || !fits(width_of(word));
    }
    return narrow && !words(parts.back()).ends_with("、");
  }

  // The words among the block's first lines that may be a head's.
  std::vector<Word> collect(size_t from, size_t to) const {
    std::vector<Word> out;
    bool top = true;
    size_t last = from;
    for (size_t i = from; i < to && i - from < kMostLines && i - last <= kTextBetween; ++i) {
      const Span line = lines_[i].words;
      if (line.end - line.begin > kLongestLine || names_reporters(words(line)) ||
          names_photographer(words(line)))
        continue;
      const std::vector<Span> parts = words_of(i);
      const bool head_row = is_head_row(parts, top);
      top = top && head_row && !is_running(i, to);
      for (size_t k = 0; k < parts.size(); ++k) {
        const std::string_view word = words(parts[k]);
        const double width = width_of(word);
        const bool title = is_title(word);
        if (is_marked(word)) break;  // names are behind it
        if (word.size() > kLongestWord || has_comma(word) || (!title && stands_apart(word))) continue;
        if (!top &&
            (title || width < 2 || fits(width) || (!head_row && (fits(width + 2) || word.starts_with("（")))))
          continue;
        if (out.size() == kMostWords) return out;
        Word& one = out.emplace_back();
        one.span = parts[k];
        one.line = i;
        one.place = k;
        one.width = width;
        one.top = top;
        one.head_row = head_row;
        one.title = title;
        last = i;
      }
    }
    return out;
  }

  double odds(const Word& a, const Word& b) const {
    const std::string_view left = words(a.span);
    const std::string_view right = words(b.span);
    const int known = page_words_->known(left, right);
    double score = kPrior + kNgrams * std::clamp(join_score_(left, right), -3.0, 5.0) + kKnown * (known > 0) +
                   kKnownTwice * (known > 1);
    if (!without(Step::kSeamNet))
      score += kNet * std::clamp(SeamNet::chinese().continuation(a.left, b.right), -6.0, 6.0);
    const BracketsAcross marks = brackets_across(left, right);
    score += kBrackets * (marks.closed - marks.open - marks.alone);
    if (left.ends_with("）") || ends_sentence(left)) score -= kClosed;
    if (a.line == b.line) return score + (marks.closed + marks.open > 0 ? kInBrackets : 0);
    if (b.width > a.width + 1.1) score -= kGrows;
    return score - kAway * static_cast<double>(b.line - a.line - 1);
  }

  static void join(std::vector<Word>& found, size_t from, size_t to) {
    found[from].next = static_cast<int>(to);
    found[to].before = static_cast<int>(from);
  }

  // One way to read the words so far.
  struct Way {
    double score = 0;
    std::vector<int> before;     // of each word: the one that it goes on from; -1 for none
    std::vector<size_t> ends;    // the last words of the heads
    std::vector<double> widest;  // line of each head
  };

  // Joins words to heads: beam search over the words in the order of the dump.
  void join_all(std::vector<Word>& found) const {
    for (Word& word : found) {
      const std::u32string letters = letters_of(words(word.span));
      word.left = SeamNet::chinese().left_of(letters);
      word.right = SeamNet::chinese().right_of(letters);
    }
    std::vector<Way> beam(1);
    for (size_t b = 0; b < found.size(); ++b) {
      const Word& word = found[b];
      std::vector<double> to_word(b);
      for (size_t a = 0; a < b; ++a) {
        const bool apart = found[a].line == word.line ? word.place != found[a].place + 1
                                                      : word.line - found[a].line > kTextBetween + 1;
        to_word[a] = apart || word.title || found[a].title ? kNever : odds(found[a], word);
      }
      std::vector<Way> next;
      for (const Way& way : beam) {
        Way& alone = next.emplace_back(way);
        alone.before.push_back(-1);
        if (word.head_row) {
          if (word.line > found[0].line) alone.score -= kFresh;
          alone.ends.push_back(b);
          alone.widest.push_back(word.width);
        }
        for (size_t h = 0; h < way.ends.size(); ++h) {
          const size_t a = way.ends[h];
          const double score = to_word[a];
          if (score <= kLeast - (word.head_row ? kFresh : 0)) continue;
          if (found[a].line != word.line && score < kPlain && word.width > way.widest[h] + kWider) continue;
          Way& joined = next.emplace_back(way);
          joined.score += score;
          joined.before.push_back(static_cast<int>(a));
          joined.ends[h] = b;
          joined.widest[h] = std::max(joined.widest[h], word.width);
        }
      }
      sort_stably(next, [](const Way& x, const Way& y) { return x.score > y.score; });
      if (next.size() > kBeam) next.resize(kBeam);
      beam = std::move(next);
    }
    for (size_t b = 0; b < found.size(); ++b) {
      if (beam[0].before[b] >= 0) join(found, static_cast<size_t>(beam[0].before[b]), b);
    }
    take_scraps(found);
  }

  // A few letters beside others and with nothing below them are the others' last, or their first.
  void take_scraps(std::vector<Word>& found) const {
    for (size_t k = 1; k < found.size(); ++k) {
      const Word& word = found[k];
      const Word& left = found[k - 1];
      if (word.before >= 0 || word.title || left.title || left.line != word.line ||
          word.place != left.place + 1)
        continue;
      const double score = odds(left, word);
      const bool scrap = word.next < 0 && word.width <= kScrap && score > kScrapLeast;
      const bool stub = left.next < 0 && left.before < 0 && left.width < kStub && score > kStubLeast;
      if (!scrap && !stub) continue;
      if (left.next >= 0) join(found, k, static_cast<size_t>(left.next));
      join(found, k - 1, k);
    }
  }

  // Does other text stand between the two in the dump?
  static bool is_across(const std::vector<Word>& found, size_t from, size_t to) {
    return to != from + 1 || found[to].line > found[from].line + 1 ||
           (found[to].line != found[from].line && found[to].place > 0);
  }

  // Names in rows, row by row as many words: a list.
  static bool is_list(const std::vector<Word>& found) {
    size_t narrow = 0;
    size_t rows = 0;
    size_t alike = 0;
    size_t count = 0;  // of words in the row before
    for (size_t k = 0; k < found.size(); ++rows) {
      size_t end = k;
      for (; end < found.size() && found[end].line == found[k].line; ++end)
        narrow += found[end].width <= kName;
      alike += rows > 0 && end - k == count && count > 1;
      count = end - k;
      k = end;
    }
    return 2 * narrow > found.size() || (rows >= kListRows && alike + 2 >= rows);
  }

  void take_apart(size_t from, size_t to) {
    std::vector<Word> found = collect(from, to);
    if (found.size() < 3 || found.back().line == found.front().line || is_list(found)) return;
    if (!page_words_) page_words_.emplace(text_);  // every second page has no such block
    join_all(found);
    bool woven = false;
    WovenHeads heads;
    for (size_t k = 0; k < found.size(); ++k) {
      if (found[k].before >= 0 || !found[k].head_row) continue;
      bool across = found[k].top;
      std::vector<Span> head{found[k].span};
      for (size_t a = k; found[a].next >= 0;) {
        const auto b = static_cast<size_t>(found[a].next);
        if (is_across(found, a, b)) {
          across = true;
          woven = woven || odds(found[a], found[b]) > kWoven;
        }
        head.push_back(found[b].span);
        a = b;
      }
      if (across) heads.push_back(std::move(head));
    }
    if (woven) heads_.insert(heads_.end(), heads.begin(), heads.end());
  }

  const std::string& text_;
  const std::vector<SourceLine>& lines_;
  std::optional<PageWords> page_words_;
  const JoinScore& join_score_;
  double measure_ = 0;
  WovenHeads heads_;
};

}  // namespace

WovenHeads woven_heads(const Source& source, const std::vector<SourceLine>& lines,
                       const JoinScore& join_score) {
  if (without(Step::kWovenHeads) || is_spaced(source.text)) return {};
  return Weave(source, lines, join_score).run();
}

std::vector<SourceLine> heads_laid(const Source& source, const std::vector<SourceLine>& lines,
                                   const WovenHeads& heads) {
  if (heads.empty()) return lines;
  const std::string& text = source.text;
  struct Taken {
    Span span;
    size_t head;
  };
  std::map<uint32_t, Taken> taken;  // by where they begin
  for (size_t h = 0; h < heads.size(); ++h) {
    for (const Span& span : heads[h]) taken[span.begin] = {span, h};
  }
  std::vector<SourceLine> out;
  std::vector<size_t> behind;  // heads to be laid where the block ends
  const auto lay = [&](size_t h) {
    out.resize(out.size() + 2);
    const size_t first = out.size();
    for (const Span& word : heads[h]) {
      // Words of one line, which may have been parted since.
      Span one = word;
      const bool beside =
          out.size() > first && text.find_first_not_of(' ', out.back().words.end) == word.begin;
      if (beside) {
        one.begin = out.back().words.begin;
        out.pop_back();
      }
      out.push_back(line_at(text, one));
      out.back().woven = true;
      out.back().follows = out.size() > first + 1;
    }
    out.resize(out.size() + 2);
  };
  const auto lay_all = [&] {
    for (size_t h : behind) lay(h);
    behind.clear();
  };
  for (const SourceLine& line : lines) {
    if (line.blank()) lay_all();
    auto it = taken.lower_bound(line.words.begin);
    if (line.blank() || it == taken.end() || it->first >= line.words.end) {
      out.push_back(line);
      continue;
    }
    const size_t before = out.size();
    uint32_t at = line.words.begin;
    const auto leave = [&](uint32_t end) {
      while (at < end && text[at] == ' ') ++at;
      while (end > at && text[end - 1] == ' ') --end;
      if (at < end) out.push_back(line_at(text, {at, end}));
    };
    std::vector<size_t> ended;
    for (; it != taken.end() && it->first < line.words.end; ++it) {
      const auto& [span, h] = it->second;
      leave(span.begin);
      at = span.end;
      if (span == heads[h].back()) ended.push_back(h);
    }
    leave(line.words.end);
    // Beside a line of text it would part that from the next.
    const bool beside = out.size() > before;
    behind.insert(behind.end(), ended.begin(), ended.end());
    if (!beside) lay_all();
  }
  lay_all();
  return out;
}

}  // namespace broadsheet
