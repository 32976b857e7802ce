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

TEST_CASE("an excerpt of mark-up has the words alone", "[excerpt]") {
  const std::string hocr =
      "<html><span class='w' title='x 1'>渡口</span>\n<span>的灯</span> <span title='x 2'>亮了</span></html>";
  const size_t at = hocr.find("的灯");
  CHECK(words_before(hocr, at) == "渡口 ");
  CHECK(words_after(hocr, hocr.find("渡口")) == "渡口的灯亮了");
  CHECK(words_after(hocr, at) == "的灯亮了");
  const std::string alto =
      "<alto><String ID=\"a\" CONTENT=\"The\"/><SP/><String CONTENT=\"old pier\" HPOS=\"3\"/><SP/></alto>";
  CHECK(words_after(alto, alto.find("old pier")) == "old pier");
  CHECK(words_before(alto, alto.find("old pier")) == "The");
  const std::string single = "<?xml version='1.0'?><String CONTENT='new pier'/>";
  CHECK(words_after(single, single.find("new")) == "new pier");
  CHECK(words_after("<!b", 0).empty());
  CHECK(words_before("<!", 9).empty());
  CHECK(words_before("<html>", 2).empty());
  // A page that begins with such a mark is none.
  CHECK(words_after("<5 km> to go", 0) == "<5 km> to go");
}
