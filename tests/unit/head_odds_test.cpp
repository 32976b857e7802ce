#include "compose/head_odds_zh.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

TEST_CASE("what stands around short lines says whether they head a story", "[compose]") {
  HeadRun part;  // one line between two paragraphs of one story
  part.text_above = true;
  part.longest = 9;
  part.said_before = .3;
  CHECK(head_odds_zh(part) < -4);

  HeadRun lead = part;
  lead.lead_next = true;
  CHECK(head_odds_zh(lead) > 0);

  HeadRun own = part;  // other words, wider than the columns, three lines
  own.said_before = 0;
  own.wide = own.several = own.three_lines = true;
  CHECK(head_odds_zh(own) > 0);
}

TEST_CASE("a comma speaks against a head only where no byline or lead stands below", "[compose]") {
  HeadRun run;
  const double plain = head_odds_zh(run);
  run.comma = true;
  CHECK(head_odds_zh(run) < plain);
  run.byline_next = true;
  const double with_comma = head_odds_zh(run);
  run.comma = false;
  CHECK(head_odds_zh(run) == with_comma);
}

namespace {

double share(std::u32string_view text, std::u32string_view other) {
  return WordPairs(text).share_in(WordPairs(other));
}

}  // namespace

TEST_CASE("the share of word pairs that stand in another text, too", "[compose]") {
  const std::u32string_view text = U"渡口街的旧码头";
  CHECK(share(text, text) == 1);
  CHECK(share(text, U"") == 0);
  CHECK(share(U"", text) == 0);
  CHECK(share(U"旧码头。渡口", text) == 1);  // over a mark there is no pair
  CHECK(share(U"旧码头很远", U"旧码头") == Catch::Approx(.5).margin(.01));
}
