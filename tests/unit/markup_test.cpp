// The text inside the mark-up of OCR engines and PDF tools.
#include "read/markup.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/account.h"
#include "compose/compose.h"

using namespace broadsheet;

namespace {

std::string told(const std::string& markup) {
  Source source;
  source.text = markup;
  const std::optional<Source> text = text_of_markup(source);
  if (!text) return "(none)";
  CHECK(text->origin.size() == text->text.size() + 1);
  CHECK(text->origin.back() == markup.size());
  for (size_t i = 0; i < text->text.size(); ++i) CHECK(text->origin[i] <= text->origin[i + 1]);
  return text->text;
}

}  // namespace

TEST_CASE("hOCR: a line a line, a blank line between paragraphs, no blanks between hanzi", "[read]") {
  CHECK(told("<html><head><meta name='ocr-system' content='x'/><title>a</title></head><body>\n"
             "<div class='ocr_page' title='bbox 0 0 9 9'><div class='ocr_carea'><p class='ocr_par'>\n"
             "<span class='ocr_line' title=\"x\"><span class='ocrx_word'>渡口</span> <span "
             "class='ocrx_word'>11</span>\n"
             "<span class='ocrx_word'>月</span></span>\n<span class='ocr_line'><span "
             "class='ocrx_word'>the</span> "
             "<span class='ocrx_word'>A&amp;B</span></span></p></div>\n<div class='ocr_carea'><p "
             "class='ocr_par'>"
             "<span class='ocr_header'><span "
             "class='ocrx_word'>开航</span></span></p></div></div></body></html>") ==
        "渡口11月\nthe A&B\n\n开航");
}

TEST_CASE("ALTO: words are attributes", "[read]") {
  CHECK(
      told("<?xml version=\"1.0\"?><alto:alto xmlns:alto=\"x\"><Description>no</Description><Layout><Page>"
           "<TextBlock ID=\"a\"><TextLine><String CONTENT=\"The\" HPOS=\"1\"/><SP/><String CONTENT=\"fer\"/>"
           "<HYP CONTENT=\"-\"/></TextLine><TextLine><String HPOS=\"2\" CONTENT=\"ry "
           "&#8220;A&quot;\"/></TextLine>"
           "</TextBlock><TextBlock><TextLine><String CONTENT=\"渡\"/><SP/><String CONTENT=\"口\"/></TextLine>"
           "</TextBlock></Page></Layout></alto:alto>") == "The fer-\nry “A\"\n\n渡口");
}

TEST_CASE("PAGE XML: the text of lines, not once more of words and regions", "[read]") {
  CHECK(told("<PcGts><Page><TextRegion><TextLine><Word><TextEquiv><Unicode>old</Unicode></TextEquiv></Word>"
             "<TextEquiv><Unicode>old pier</Unicode></TextEquiv></TextLine><TextLine><TextEquiv><Unicode>open"
             "</Unicode></TextEquiv></TextLine><TextEquiv><Unicode>old pier "
             "open</Unicode></TextEquiv></TextRegion>"
             "<TextRegion><TextLine><TextEquiv><Unicode>x</Unicode></TextEquiv></TextLine></TextRegion></"
             "Page></PcGts>") == "old pier\nopen\n\nx");
}

TEST_CASE("PDF tools: blocks, lines and words, or lines with their place", "[read]") {
  CHECK(
      told(
          "<!DOCTYPE html><html><body><doc><page><flow><block xMin=\"1\"><line><word xMin=\"1\">渡口</word>\n"
          "<word xMin=\"2\">新灯</word></line></block></flow><flow><block><line><word "
          "xMin=\"3\">b</word></line>"
          "</block></flow></page></doc></body></html>") == "渡口 新灯\n\nb");
  CHECK(told("<html><style>p{}</style><body><div id=\"page1\"><p "
             "style=\"top:1pt\"><b><span>&#x6e21;&#21475;</span></b>"
             "</p>\n<p style=\"top:2pt\">灯</p></div></body></html>") == "渡口\n灯");
  CHECK(told("<?xml version=\"1.0\"?><!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\"><pdf2xml><page><text "
             "top=\"1\"><b>a</b> "
             "b</text>\n<text top=\"2\">c</text></page></pdf2xml>") == "a b\nc");
}

TEST_CASE("a web page keeps its tags; what it names is a character, what would be a tag stays a name",
          "[read]") {
  CHECK(told("<html><p>A&amp;B &mdash; 5 &lt; 6 &lt;b&gt; &nosuch; &#0; &#xD800;</p></html>") ==
        "<html><p>A&B — 5 < 6 &lt;b> &nosuch; &#0; &#xD800;</p></html>");
  CHECK(told("<html><p>A, B</p></html>") == "(none)");
  CHECK(told("渡口新添一盏灯 <b>&amp;</b>") == "(none)");
  CHECK(told("") == "(none)");
}

TEST_CASE("what XML allows in a tag: either mark of quotation, white space, a '>' within them; raw text",
          "[read]") {
  CHECK(told("<alto><TextLine><String ID='a' CONTENT='Harbour'/><SP/><String\n  CONTENT = \"Cost>income\" "
             "HPOS=\"7\"/>"
             "<SP/><String XCONTENT=\"no\" CONTENT=\"rises\"/></TextLine></alto>") ==
        "Harbour Cost>income rises");
  CHECK(told("<PcGts><Page><TextLine><Unicode><![CDATA[old < pier]]></Unicode></TextLine></Page></PcGts>") ==
        "old < pier");
  CHECK(
      told("<html><meta name='ocr-system'/><title/><span class='ocr_line'>five < six&#10;and&#9;seven</span>"
           "<title>no</title></html>") == "five < six and seven");
  CHECK(told("<html><meta name='ocr-system'/><p class='ocr_par' title=\"a>one</p><p "
             "class='ocr_par'>two</p></html>") == "one\n\ntwo");
}

TEST_CASE("mark-up that breaks off is text, and no byte of it is left out") {
  for (const std::string end : {"", "<", "<String CONTENT=\"a", "&", "&#x6e21", "<!--", "</", "\xE5\x9C",
                                "<![CDATA[", "<![CDATA[a]]"}) {
    const std::string text =
        "<html><meta name='ocr-system'/><div class='ocr_page'><span class='ocr_line'>渡口 新添 一盏灯" + end;
    const Page page = parse_page("x", text);
    CHECK(page.source->text == text);
    const Account sum = account(page);
    CHECK(sum.missing.empty());
    CHECK(sum.doubled.empty());
  }
}

TEST_CASE("tags without a word are kept") {
  const std::string text = "<html><meta name='ocr-system'/><div class='ocr_page'></div></html>";
  const Page page = parse_page("x", text);
  CHECK(page.articles.empty());
  CHECK(account(page).missing.empty());
}

TEST_CASE("a story leads back to its place in the mark-up") {
  const std::string text =
      "<html><meta name='ocr-system'/><div class='ocr_page'>"
      "<p class='ocr_par'><span class='ocr_line'>Old pier reopens</span></p>"
      "<p class='ocr_par'><span class='ocr_line'>By Nora Whitlow</span></p>"
      "<p class='ocr_par'><span class='ocr_line'>The ferry crossed the river again on Monday after "
      "eleven</span>"
      "<span class='ocr_line'>years, and the old pier was full of people by noon.</span></p></div></html>";
  const Page page = parse_page("x", text);
  REQUIRE(page.articles.size() == 1);
  const Article& article = page.articles[0];
  CHECK(article.headline == "Old pier reopens");
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text ==
        "The ferry crossed the river again on Monday after eleven years, and the old pier was full of people "
        "by noon.");
  REQUIRE_FALSE(article.blocks[0].spans.empty());
  const Span first = article.blocks[0].spans[0];
  CHECK(text.substr(first.begin, 9) == "The ferry");
  CHECK(account(page).missing.empty());
}
