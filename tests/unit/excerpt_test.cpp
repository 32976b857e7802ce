// Excerpts for lists and panels: no word is cut, and what is left out is shown.
#include "view/excerpt.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet::view;

TEST_CASE("an excerpt parts English between words and Chinese between letters", "[excerpt]") {
  const std::string english = "The keeper climbed the tower before the ferry came in.\nIt was late.\n";
  CHECK(words_before(english, english.find("before")) == "The keeper climbed the tower ");
  CHECK(words_before(english, english.find("climbed")) == "The keeper ");
  CHECK(words_before(english, english.find("fore the")) == "…keeper climbed the tower be");
  CHECK(words_after(english, english.find("ferry")) == "ferry came in.");
  CHECK(words_after(english, english.find("ferry"), english.find(" in.")) == "ferry came");
  // At the end of a line: the line itself, and the next.
  CHECK(words_before(english, english.find("It was")) == "…before the ferry came in.");
  CHECK(words_after(english, english.find("\nIt")) == "It was late.");
  CHECK(words_after(english, english.size()).empty());
  CHECK(words_before(english, 0).empty());

  const std::string chinese = "守塔人推开了门，把灯罩擦得发亮，海上起了雾，三十里外的船都看得见它的光。";
  CHECK(words_before(chinese, chinese.find("三十里")) == "…，把灯罩擦得发亮，海上起了雾，");
  CHECK(words_before(chinese, chinese.find("把灯罩")) == "守塔人推开了门，");
  CHECK(words_after(chinese, chinese.find("三十里")) == "三十里外的船都看得见它的光。");
  // A word longer than the excerpt is not cut either.
  const std::string word(200, 'x');
  CHECK(words_before("a " + word, 202) == "…");
  CHECK(words_after(word, 0) == word);
}
