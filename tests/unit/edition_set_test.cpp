// Whole editions of our own, set at many widths: no line breaks a rule of 禁则, none is over its measure,
// nothing is lost.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "compose/compose.h"
#include "fake_host.h"
#include "view/typeset.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

size_t check_text(Typesetter& setter, const std::string& text, float measure) {
  TextStyle style;
  style.size = 18;
  style.line_height = 32;
  style.indent = 36;
  style.justify = true;
  Layout layout = setter.set(text, style, measure);
  CAPTURE(text, measure);
  std::string all;
  size_t wrong = 0;
  for (size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    all.append(text, line.begin, line.end - line.begin);
    if (line.width > measure + 0.51f) ++wrong;
    if (i > 0 && !may_begin_line(layout.glyphs[line.first].code)) ++wrong;
    bool last = i + 1 == layout.lines.size() || text[line.end - 1] == '\n';
    if (!last && !may_end_line(layout.glyphs[line.first + line.count - 1].code)) ++wrong;
  }
  CHECK(wrong == 0);
  // Blanks at the head of a text have no line; all else is there.
  size_t head = text.find_first_not_of(" \t\r\n");
  CHECK(all == (head == std::string::npos ? std::string() : text.substr(head)));
  return layout.lines.size();
}

}  // namespace

TEST_CASE("every paragraph of our editions is set by the rules at every width") {
  FakeHost host;
  Typesetter setter(host);
  size_t lines = 0;
  for (const char* name :
       {"pages/front-zh/page.txt", "pages/front-en/page.txt", "pages/two-languages/page.txt",
        "pages/traditional/page.txt", "pages/japanese/page.txt"}) {
    std::string bytes = read_file(std::string(BROADSHEET_TESTS_DIR) + "/" + name);
    REQUIRE_FALSE(bytes.empty());
    Page page = parse_page(name, bytes);
    REQUIRE_FALSE(page.articles.empty());
    for (const Article& article : page.articles)
      for (const Block& block : article.blocks)
        for (float measure : {150.0f, 233.0f, 300.0f, 350.0f, 411.0f, 684.0f})
          lines += check_text(setter, block.text, measure);
  }
  CHECK(lines > 3000);
}
