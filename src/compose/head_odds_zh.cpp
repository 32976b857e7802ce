#include "compose/head_odds_zh.h"

#include <algorithm>

#include "text/every.h"

namespace broadsheet {

void WordPairs::add(std::u32string_view text) {
  size_t count = places_.size();
  places_.resize(count + text.size());
  for (const char32_t c : text) {
    const char32_t first = before_;
    before_ = every_is_hanzi(c) ? c : 0;
    if (first == 0 || before_ == 0) continue;
    const uint32_t mixed =
        (static_cast<uint32_t>(first) * 0x9e3779b1U) ^ (static_cast<uint32_t>(c) * 0x85ebca6bU);
    const uint32_t place = (mixed * 0xc2b2ae35U) >> (32 - kBits);
    places_[count] = static_cast<uint16_t>(place);  // overwritten where it is in it already
    count += !pairs_[place];
    pairs_[place] = true;
  }
  places_.resize(count);
}

double WordPairs::share_in(const WordPairs& other) const {
  if (places_.empty()) return 0;
  size_t shared = 0;
  for (const uint16_t place : places_) shared += other.pairs_[place];
  return static_cast<double>(shared) / static_cast<double>(places_.size());
}

double head_odds_zh(const HeadRun& run) {
  const bool begun = run.byline_next || run.lead_next;
  double odds = -.8;
  if (run.first) odds += 3.3;
  if (run.signed_above) odds += 3.5;
  if (run.named_above) odds += 2;
  if (run.below_byline) odds -= 2.8;
  if (run.text_above && !begun) odds -= 1.6;
  if (run.open_above) odds += 1.1;
  if (run.apart) odds += 2.7;
  if (run.same_region) odds -= 2;
  if (run.other_region) odds += 2.9;
  if (run.several) odds += 1.1;
  if (run.three_lines) odds += 1.1;
  if (run.wide) odds += 2.5;
  if (run.tagged) odds += 4.3;
  if (run.comma && !begun) odds -= 2.9;
  if (run.parts_word) odds += 4;
  if (run.blanks >= 2) odds += 3;
  if (run.longest > 34) odds -= 1.6;
  if (run.longest > 44) odds -= 1.1;
  if (run.byline_next) odds += 5;
  if (run.lead_next) odds += 5.5;
  if (run.lead_later) odds += run.printed ? 1.7 : 3.9;
  if (run.brief) odds += .4;
  if (run.dated) odds += .8;
  if (!begun) odds -= 11.4 * std::min(run.said_before, .3);
  odds += 1.2 * run.named_below;
  return odds;
}

double head_odds_ocr_zh(const HeadRun& run) {
  double odds = head_odds_zh(run) - 1.7;
  if (run.blank_above) odds += 1.5;
  if (run.blank_below) odds += 1.5;
  if (run.open_above) odds += .8;
  odds += 2 * run.goes_on_below;
  odds -= .8 * std::clamp(run.joins_above, -2.0, 5.0);
  return odds;
}

}  // namespace broadsheet
