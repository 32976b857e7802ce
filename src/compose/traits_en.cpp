#include "compose/traits_en.h"

#include <algorithm>

#include "text/fold.h"

namespace broadsheet {

namespace {

// Counts traits while it collects those that hold, so that their numbers follow from the order of the calls.
class Collector {
 public:
  void bit(bool holds) {
    if (holds) active_.push_back(count_);
    ++count_;
  }
  // One trait for each step that `value` reaches.
  void steps(double value, std::initializer_list<double> at) {
    for (double step : at) bit(value >= step);
  }
  std::vector<uint16_t> take() { return std::move(active_); }
  size_t count() const { return count_; }

 private:
  std::vector<uint16_t> active_;
  uint16_t count_ = 0;
};

double share(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void own_traits(Collector& out, const LineLook& look, std::u32string_view text, const Fragment& fragment) {
  out.bit(true);
  out.steps(static_cast<double>(look.length), {4, 8, 14, 20, 28, 40, 55, 75, 100, 140, 200, 300});
  out.steps(static_cast<double>(look.words), {2, 3, 4, 6, 8, 11, 15});
  out.steps(share(look.letters, look.length), {0.5, 0.65, 0.72, 0.77, 0.82});
  out.steps(share(look.digits, look.length), {0.02, 0.06, 0.12, 0.25});
  out.steps(share(look.marks, look.length), {0.01, 0.04, 0.07, 0.12, 0.25});
  out.steps(share(look.capitals, look.words), {0.15, 0.3, 0.45, 0.6, 0.75, 0.95});
  out.steps(share(look.shouted, look.words), {0.1, 0.3, 0.6, 0.95});
  out.steps(share(look.small_words, look.words), {0.08, 0.16, 0.24, 0.32, 0.42});
  out.steps(look.likeness, {-4.2, -3.6, -3.2, -2.9, -2.7, -2.5, -2.35, -2.2, -2.05});
  out.bit(look.starts_lower);
  out.bit(look.starts_capital);
  out.bit(look.starts_quote);
  out.bit(!text.empty() && is_digit(text.front()));
  out.bit(!text.empty() &&
          (text.front() == 0x2022 || text.front() == '*' || text.front() == '-' || text.front() == 0x2014));
  out.bit(look.ends_sentence);
  out.bit(look.ends_hyphen);
  out.bit(!text.empty() && (text.back() == ',' || text.back() == ';'));
  out.bit(!text.empty() && text.back() == ':');
  out.bit(!text.empty() && is_digit(text.back()));
  out.bit(look.ends_lower);
  out.bit(!text.empty() && (text.back() == '!'));
  out.bit(look.by_name);
  out.bit(look.post);
  out.bit(look.dateline);
  out.bit(look.jump_to || look.jump_from);
  out.bit(look.credit);
  out.bit(look.telephone);
  out.bit(look.price);
  out.bit(look.offer);
  out.bit(look.folio);
  out.bit(look.said);
  out.bit(look.said && look.length < 120);
  out.bit(look.noise);
  out.bit(look.section);
  out.bit(look.hangs);
  out.bit(look.hangs && look.length < 60);
  out.bit(look.jump_inside);
  out.bit(look.name);
  out.bit(look.name && look.shouted == look.words);
  out.bit(look.length >= 60 && look.likeness > -2.55 && look.small_words * 5 >= look.words);
  out.bit(look.length >= 100 && look.likeness > -2.4 && look.small_words * 4 >= look.words && !look.price &&
          !look.telephone);
  out.bit(text.find(U'\t') != text.npos);
  out.bit(text.find(U"   ") != text.npos);
  out.bit(text.find(U'|') != text.npos || text.find(U'^') != text.npos || text.find(U'~') != text.npos);
  out.bit(look.sentences);
  out.bit(look.starts_capital && look.ends_sentence && look.length >= 25 && look.length <= 160);
  out.bit(look.length >= 15 && look.length <= 75 && !look.ends_sentence &&
          share(look.capitals, look.words) < 0.6 && look.starts_capital && look.likeness > -2.9);
  out.bit(fragment.heading > 0);
  out.bit(fragment.heading > 2);
  out.bit(fragment.bold);
  out.bit(fragment.image);
  out.bit(fragment.rule);
  out.bit(fragment.indented);
  out.bit(fragment.blank_before > 0);
  out.bit(fragment.blank_after > 0);
  out.bit(fragment.blank_before > 2);
  out.bit(fragment.blank_after > 2);
}

void neighbour_traits(Collector& out, const LineLook* look) {
  out.bit(look == nullptr);
  const LineLook none;
  const LineLook& it = look == nullptr ? none : *look;
  out.bit(it.prose);
  out.bit(it.prose && it.starts_lower);
  out.bit(it.prose && !it.ends_sentence);
  out.bit(it.by_name);
  out.bit(it.post);
  out.bit(it.dateline);
  out.bit(it.credit);
  out.bit(it.noise);
  out.bit(it.jump_to);
  out.bit(it.jump_from);
  out.bit(it.telephone || it.price || it.offer);
  out.bit(it.folio);
  out.bit(it.section);
  out.bit(it.name);
  out.bit(it.hangs);
  out.bit(it.starts_lower);
  out.bit(it.said);
  out.steps(static_cast<double>(it.length), {8, 20, 40, 80, 160});
}

std::vector<std::vector<uint16_t>> collect(const Sheet& sheet, const std::vector<LineLook>& looks,
                                           size_t& count) {
  std::vector<std::vector<uint16_t>> all;
  const size_t n = sheet.pieces.size();
  all.reserve(n);
  // Prose before each line, for windows.
  std::vector<size_t> prose(n + 1);
  std::vector<size_t> trade(n + 1);
  std::vector<size_t> noise(n + 1);
  for (size_t i = 0; i < n; ++i) {
    prose[i + 1] = prose[i] + (looks[i].prose ? 1 : 0);
    trade[i + 1] = trade[i] + (looks[i].telephone || looks[i].price || looks[i].offer ? 1 : 0);
    noise[i + 1] = noise[i] + (looks[i].noise ? 1 : 0);
  }
  for (size_t i = 0; i < n; ++i) {
    Collector out;
    const Piece& piece = sheet.pieces[i];
    own_traits(out, looks[i], piece.text, sheet.reading.fragments[piece.fragment]);
    for (int step : {-2, -1, 1, 2}) {
      const auto at = static_cast<std::ptrdiff_t>(i) + step;
      const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(n);
      neighbour_traits(out, inside ? &looks[static_cast<size_t>(at)] : nullptr);
    }
    // The sentence goes on from the line before, or on to the line behind.
    const bool from_before =
        i > 0 && looks[i].starts_lower && !looks[i - 1].ends_sentence && looks[i - 1].letters > 3;
    const bool to_behind = i + 1 < n && looks[i + 1].starts_lower && !looks[i].ends_sentence;
    out.bit(from_before);
    out.bit(from_before && looks[i - 1].length > 40);
    out.bit(to_behind);
    out.bit(to_behind && looks[i + 1].length > 40);
    out.bit(to_behind && looks[i].hangs);
    for (size_t reach : {size_t{4}, size_t{10}}) {
      const size_t from = i > reach ? i - reach : 0;
      const size_t to = std::min(n, i + reach + 1);
      for (const std::vector<size_t>* sum : {&prose, &trade, &noise}) {
        const double before = share((*sum)[i] - (*sum)[from], reach);
        const double after = share((*sum)[to] - (*sum)[std::min(to, i + 1)], reach);
        out.steps(before, {0.1, 0.3, 0.6});
        out.steps(after, {0.1, 0.3, 0.6});
      }
    }
    out.bit(i < 2);
    out.bit(i < 6);
    out.bit(i + 3 > n);
    out.bit(i * 2 > n);
    out.bit(i * 5 > n * 4);
    count = out.count();
    all.push_back(out.take());
  }
  return all;
}

}  // namespace

std::vector<std::vector<uint16_t>> traits_en(const Sheet& sheet, const std::vector<LineLook>& looks) {
  size_t count = 0;
  return collect(sheet, looks, count);
}

size_t traits_en_count() {
  static const size_t count = [] {
    Sheet sheet;
    sheet.pieces.resize(1);
    sheet.reading.fragments.resize(1);
    size_t counted = 0;
    collect(sheet, {LineLook{}}, counted);
    return counted;
  }();
  return count;
}

}  // namespace broadsheet
