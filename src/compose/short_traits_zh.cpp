#include "compose/short_traits_zh.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "compose/marks_zh.h"
#include "compose/region.h"
#include "compose/stitch.h"
#include "read/measure.h"
#include "text/fold.h"
#include "text/seam_net.h"

namespace broadsheet {

namespace {

constexpr double kSame = .8;    // ems by which lines of one width may differ
constexpr double kSetIn = 2;    // ems of an indent
constexpr double kWide = 1.15;  // of the columns' measure: from there on a line is wider
constexpr double kLongest = 60;
constexpr double kMostOdds = 10;
constexpr double kMost = 127;  // of any trait: as many units are 16 bits

// Dashes and dots are as wide as a hanzi in a newspaper.
double set_em(char32_t c) {
  return c == 0x2E3A ? 2 : c >= 0x2014 && c <= 0x2026 ? 1 : em_of(c);
}

bool has(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

bool has_any(std::u32string_view text, std::u32string_view set) {
  return text.find_first_of(set) != text.npos;
}

class Viewer {
 public:
  Viewer(const HeadRuns& runs, const ShortLines& lines)
      : sheet_(runs.sheet),
        pieces_(runs.sheet.pieces),
        facts_(runs.facts),
        lines_(lines),
        looks_(runs),
        blocks_apart_(runs.blocks_apart),
        column_(static_cast<double>(runs.measure) / 2) {}

  std::vector<ShortPiece> run() {
    std::vector<ShortPiece> out;
    for (size_t i = 0; i < pieces_.size();) {
      if (!looks_.candidate(i)) {
        ++i;
        continue;
      }
      const size_t end = looks_.end_of_run(i);
      const HeadRun run = looks_.run_of(i, end);
      bool goes_on = false;
      for (size_t k = i; k < end; ++k) {
        if (fragment(k).heading > 0) continue;
        traits_ = {};
        count_ = 0;
        neighbours(k);
        words(k);
        lie(k);
        of_run(run, k - i, end - i);
        out.push_back({k, goes_on, traits_});
        goes_on = true;
      }
      i = end;
    }
    return out;
  }

 private:
  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }

  void add(double value) {
    traits_[count_++] = static_cast<int16_t>(std::lround(std::clamp(value, -kMost, kMost) * kTraitUnit));
  }
  void add_nats(double odds, double low, double high) { add(std::clamp(odds, low, high) / 3); }

  bool is_text(size_t i) const { return pieces_[i].role == Role::kParagraph && !facts_[i].is_short; }
  double width(const Span& line) const {
    return printed_width(std::string_view(sheet_.source->text).substr(line.begin, line.end - line.begin),
                         set_em);
  }

  void neighbours(size_t i) {
    const Seams& seams = seams_zh();
    const Piece& piece = pieces_[i];
    const size_t next = looks_.below(i + 1);
    const int before = looks_.above(i);
    has_next_ = next < pieces_.size();
    next_ = has_next_ ? next : i;
    text_next_ = has_next_ && is_text(next);
    has_above_ = before >= 0;
    above_ = has_above_ ? static_cast<size_t>(before) : i;
    text_above_ = has_above_ && is_text(above_);
    const bool lead_next = has_next_ && is_lead_zh(pieces_[next].text);
    add(text_next_ && !lead_next);
    add(lead_next);
    add(has_next_ && pieces_[next].role == Role::kByline);
    add(has_next_ && looks_.candidate(next));
    add(!has_next_);
    add(!has_above_);
    add(text_above_);
    add(text_above_ && !ends_paragraph_zh(pieces_[above_].text));
    add(has_above_ && looks_.candidate(above_));
    add(has_above_ && (pieces_[above_].role == Role::kSignature || pieces_[above_].closes));
    add(has_above_ && pieces_[above_].role == Role::kByline);
    add_nats(text_above_ ? seams.continuation(pieces_[above_], piece) : 0, -4, 6);
    add_nats(text_next_ ? seams.continuation(piece, pieces_[next]) : 0, -4, 6);
    const Seams::Edge begin = seams.begin_of(piece);
    add_nats(seams.open_start(begin), -6, 6);
    begin_ = begin.net;
    add_nats(text_next_ ? seams.open_start(pieces_[next]) : 0, -6, 6);
    add(text_next_ ? static_cast<double>(std::min<size_t>(facts_[next].length, 200)) / 100 : 0);
  }

  void words(size_t i) {
    const std::u32string_view text = pieces_[i].text;
    const Facts& facts = facts_[i];
    add(std::min<double>(static_cast<double>(facts.length), kLongest) / 20);
    add(facts.length <= 6);
    add(facts.length >= 13);
    add(facts.length > 24);
    add(facts.commas > 0);
    add(has_any(text, U"、;:"));
    add(has_any(text, U" "));
    add(facts.bracket);
    add(facts.sentence);
    add(has_any(text, U"“"));
    add(text.starts_with(U"——") || text.ends_with(U"——"));
    double letters = 0;
    double small = 0;    // the small words that headlines do without
    double persons = 0;  // he, they, this
    for (const char32_t c : text) {
      letters += is_digit(c) || is_latin(c);
      small += has(U"的了在是着过和与也都就", c);
      persons += has(U"我他她它你们这那", c);
    }
    add(text.empty() ? 0 : letters / static_cast<double>(text.size()));
    add(ends_paragraph_zh(text));
    add(balance_zh(text) != 0);
    add(std::min(small, 4.0) / 2);
    add(std::min(persons, 3.0));
    add(!text.empty() && has(U"的了在是和与对为将从", text.back()));
    add(!text.empty() && has(U",、;:", text.back()));
    add(has_any(text, U"说") || text.find(U"表示") != text.npos);
    add(!text.empty() && is_digit(text.front()));
    add(is_names_zh(pieces_[i].text));
    add(is_signature_zh(pieces_[i].text));
    const SeamNet& net = SeamNet::chinese();
    static const SeamNet::Side kNothingBehind = net.right_of({});
    static const SeamNet::Side kNothingBefore = net.left_of({});
    const SeamNet::Side left = net.left_of(text);
    const SeamNet::Side right = begin_ ? *begin_ : net.right_of(text);
    add_nats(left.foreign ? 0 : net.continuation(left, kNothingBehind), -6, 6);
    add_nats(right.foreign ? 0 : net.continuation(kNothingBefore, right), -6, 6);
  }

  // How its lines fill their column, and where it stands.
  void lie(size_t i) {
    const Fragment& at = fragment(i);
    const bool printed = sheet_.reading.printed;
    const size_t lines = printed ? at.lines.size() : 0;
    add(printed);
    add(lines == 1);
    add(lines == 2);
    add(lines >= 3);
    add(printed && at.ends_full);
    const double measure = static_cast<double>(at.measure) / 2;
    double first = 0;
    double last = 0;
    double widest = 0;
    for (size_t k = 0; k < lines; ++k) {
      last = width(at.lines[k]);
      if (k == 0) first = last;
      widest = std::max(widest, last);
    }
    const auto as_wide = [](double line, double full) { return full > 0 && std::abs(line - full) <= kSame; };
    add(measure > 0 && as_wide(first, measure - kSetIn));
    add(as_wide(first, measure));
    add(lines >= 2 && as_wide(last, measure));
    add(column_ > 0 && as_wide(first, column_ - kSetIn));
    add(as_wide(widest, column_));
    add(column_ > 0 ? std::min(widest / column_, 2.0) : 0);
    add(column_ > 0 && widest > column_ * kWide);
    add(column_ > 0 && measure > 0 ? std::min(measure / column_, 2.0) - 1 : 0);
    add(at.blank_before > 0);
    add(at.blank_after > 0);
    add(blocks_apart_ && at.blank_before > 0);
    add(blocks_apart_ && at.blank_after > 0);
    add(at.blank_before > 1);
    add(at.blank_after > 1);
    add(at.in_head);
    const int region = region_of(sheet_, i);
    add(region >= 0);
    add(has_above_ && region >= 0 && region_of(sheet_, above_) == region);
    add(has_next_ && region >= 0 && region_of(sheet_, next_) == region);
    add(lines_.indents_apart);
    const Fragment& below = fragment(next_);
    const bool lines_below = text_next_ && printed && below.lines.size() >= 2;
    const double first_below = lines_below ? width(below.lines.front()) : 0;
    const double full_below = static_cast<double>(below.measure) / 2;
    add(lines_below && as_wide(first_below, full_below - kSetIn));
    add(lines_below && as_wide(first_below, full_below));
    const Fragment& above = fragment(above_);
    add(text_above_ && printed && !above.lines.empty() &&
        as_wide(width(above.lines.back()), static_cast<double>(above.measure) / 2));
    add(text_above_ && std::abs(above.measure - at.measure) > 2);
    add(text_next_ && std::abs(below.measure - at.measure) > 2);
  }

  void of_run(const HeadRun& run, size_t place, size_t length) {
    add(std::clamp(head_odds_zh(run), -kMostOdds, kMostOdds) / 4);
    add(run.said_before * 4);
    add(run.named_below * 2);
    add(run.lead_later);
    add(run.brief);
    add(run.dated);
    add(run.several);
    add(run.three_lines);
    add(run.wide);
    add(run.tagged);
    add(run.comma);
    add(run.parts_word);
    add(static_cast<double>(std::min<size_t>(run.blanks, 3)));
    add(static_cast<double>(run.longest) / 20);
    add(run.byline_next);
    add(run.lead_next);
    add(run.signed_above);
    add(run.named_above);
    add(run.below_byline);
    add(run.text_above);
    add(run.open_above);
    add(place == 0);
    add(place + 1 == length);
    add(static_cast<double>(length) / 3);
  }

  const Sheet& sheet_;
  const std::vector<Piece>& pieces_;
  const std::vector<Facts>& facts_;
  const ShortLines& lines_;
  const HeadLooks looks_;
  bool blocks_apart_;
  double column_;  // ems of a line of the page's text; 0 where the dump keeps no lines
  // Of the piece that is looked at.
  ShortTraits traits_{};
  size_t count_ = 0;
  bool has_next_ = false;
  size_t next_ = 0;
  bool text_next_ = false;
  bool has_above_ = false;
  size_t above_ = 0;
  bool text_above_ = false;
  std::optional<SeamNet::Side> begin_;  // where the seams have asked the net for it
};

}  // namespace

std::vector<ShortPiece> short_pieces_zh(const HeadRuns& runs, const ShortLines& lines) {
  return Viewer(runs, lines).run();
}

}  // namespace broadsheet
