// Which piece goes on where, in dumps whose columns were read into each other.
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "compose/label.h"
#include "compose/stitch.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

// One paragraph a line, each the top of a column.
Sheet stitched(const std::string& text, bool tangled) {
  auto source = std::make_shared<Source>(decode_source("page.txt", text));
  Reading reading;
  reading.printed = true;
  reading.tangled = tangled;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    Fragment fragment;
    fragment.lines.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    fragment.measure = 26;
    fragment.blank_before = fragment.blank_after = 1;
    reading.fragments.push_back(fragment);
    at = end + 1;
  }
  Sheet sheet = lay_out(source, std::move(reading));
  label(sheet);
  stitch(sheet);
  return sheet;
}

const std::string kPage =
    "近年来，我市积极推进农业现代化建设，不断加强农村基础设施建设，努力提高农民的生\n"
    "动的课堂让孩子们爱上了学习，校长说今后还要请更多的老师来。\n"
    "孩子们放学后喜欢来看师傅干活，街坊们把家里坏了的雨伞都提了来，从门口一直站到桥头。\n"
    "活水平，取得了明显的成效。下一步将继续加大投入力度，推动产业融合发展，让群众得到实惠。\n";

}  // namespace

TEST_CASE("where columns were read into each other the next piece is often another's", "[stitch]") {
  CHECK(stitched(kPage, true).pieces[0].next == 3);
  CHECK(stitched(kPage, false).pieces[0].next == 1);  // where they follow one another, the next it is
  // Unless the next makes no word and another makes one.
  std::string no_word = kPage;
  no_word.replace(no_word.find("动的课堂"), std::string("动的课堂").size(), "学校长表示，今后的课堂");
  CHECK(stitched(no_word, false).pieces[0].next == 3);
}

TEST_CASE("below the end of a block that was tangled another story may stand", "[stitch]") {
  const std::string two =
      "近年来，我市积极推进农业现代化建设，不断加强农村基础设施建设，努力提高农民的生活水平。\n"
      "孩子们放学后喜欢来看师傅干活，街坊们把家里坏了的雨伞都提了来，从门口一直站到桥头。\n";
  CHECK(stitched(two, true).chains.size() == 2);
  CHECK(stitched(two, false).chains.size() == 1);
}

TEST_CASE("the short last line of a summary that ends in no full stop is no head", "[read]") {
  std::string text;
  for (int i = 0; i < 3; ++i) {
    text +=
        "孩子们放学后喜欢来看师傅干\n"
        "活，街坊们把家里坏了的雨伞\n"
        "都提了来，从门口站到桥头。\n"
        "近年来，我市积极推进农\n"
        "业现代化，不断加强农村建设\n";
  }
  text +=
      "近年来，我市积极推进农\n"
      "业现代化，努力提高农民的生\n"
      "活水平\n"
      "孩子们放学后喜欢来看师\n"
      "傅干活。\n";
  const Source source = decode_source("page.txt", text);
  bool together = false;
  for (const Fragment& fragment : read_source(source).fragments) {
    std::string words;
    for (const Span& line : fragment.lines) words += source.text.substr(line.begin, line.end - line.begin);
    together = together || words.find("农民的生活水平") != std::string::npos;
  }
  CHECK(together);
}
