// The tags of mark-up.
#include "read/tags.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/account.h"
#include "compose/compose.h"

using namespace broadsheet;

TEST_CASE("a tag has a name, an inside and an end, whatever stands in quotation marks", "[read]") {
  const auto tag = [](std::string_view text) { return Tags(text).at(0); };
  CHECK(tag("<P class=\"a>b\" title='c>d'>e")->inside == " class=\"a>b\" title='c>d'");
  CHECK(tag("<P class=\"a>b\">e")->name == "p");
  CHECK(tag("<P>e")->end == 3);
  CHECK(tag("<p title=\"a>e")->end == 12);  // a mark that nothing closes
  CHECK(tag("</alto:TextLine>")->name == "textline");
  CHECK(tag("</alto:TextLine>")->closes);
  CHECK(tag("<br/>")->single());
  CHECK(tag("<!DOCTYPE html>")->name == "!doctype");
  CHECK(tag("<?xml version='1.0'?>")->name == "?xml");
  for (const std::string_view none : {"", "<", "<p", "< p>", "<3>", "<字>", "<!-- <p> -->"}) {
    INFO(none);
    CHECK_FALSE(tag(none));
  }
}

TEST_CASE("an element closes at the tag of its whole name", "[read]") {
  const std::string_view text = "<nav></navy><NAV></ nav></Nav ></nav>";
  Tags tags(text);
  CHECK(tags.closing(*tags.at(0)) == text.find("</Nav"));
  Tags open("<head><p></p>");
  CHECK(open.closing(*open.at(0)) == std::string_view::npos);
  CHECK(open.closing(*open.at(0)) == std::string_view::npos);
}

TEST_CASE("a web page's attributes and instructions are no words of it", "[read]") {
  const std::string text =
      "<?xml version='1.0'?>\n<html><body><h1 title=\"a > b\">Old pier reopens</h1>\n"
      "<p data-x='1 > 0'>The ferry crossed the river again on Monday after eleven years, and the old pier "
      "was full of people by noon; 3 <4 and <5 is what they paid.</p></body></html>";
  const Page page = parse_page("x.html", text);
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "Old pier reopens");
  std::string on_one_line = text;
  std::replace(on_one_line.begin(), on_one_line.end(), '\n', ' ');
  CHECK(parse_page("x.html", on_one_line).source->format == "html");
  REQUIRE(page.articles[0].blocks.size() == 1);
  CHECK(page.articles[0].blocks[0].text ==
        "The ferry crossed the river again on Monday after eleven years, and the old pier was full of people "
        "by noon; 3 <4 and <5 is what they paid.");
  CHECK(account(page).missing.empty());
}
