#include "compose/ocr_zh.h"

#include <catch2/catch_test_macros.hpp>

#include "read/ocr_dump.h"

using namespace broadsheet;

namespace {

Source source_of(std::string text) {
  Source source;
  source.text = std::move(text);
  return source;
}

std::u32string mended(std::u32string text) {
  Piece piece;
  for (uint32_t i = 0; i < text.size(); ++i) piece.at.push_back(3 * i);
  piece.text = std::move(text);
  mend_ocr_marks_zh(piece);
  CHECK(piece.text.size() == piece.at.size());
  return piece.text;
}

}  // namespace

TEST_CASE("An OCR engine is known by the blanks behind its marks") {
  CHECK(is_ocr_zh(source_of("渡船几点开? 没有人知道; 有人说: “等一等。 ”\n")));
  CHECK_FALSE(is_ocr_zh(source_of("渡船几点开?没有人知道;有人说:“等一等。”\n")));
  CHECK_FALSE(is_ocr_zh(source_of("渡船几点开？没有人知道；有人说：“等一等。”\n")));
}

TEST_CASE("Marks that an OCR engine read are set as they were printed") {
  CHECK(mended(U"谁来? 没人; 渡船停了") == U"谁来?没人;渡船停了");
  CHECK(mended(U"他说\"开船\"就走") == U"他说“开船”就走");
  CHECK(mended(U"“谁来? ”他问") == U"“谁来?”他问");
  CHECK(mended(U"渡船(旧船) 停了") == U"渡船(旧船) 停了");
  CHECK(mended(U"渡船〈旧船)停了") == U"渡船(旧船)停了");
  CHECK(mended(U"《读〈渡船〉》") == U"《读〈渡船〉》");
  CHECK(mended(U"停了。 林知远") == U"停了。 林知远");  // the blank parts a name from the text
  CHECK(mended(U"渡船一-旧船停了,3一5年后") == U"渡船——旧船停了,3—5年后");
  CHECK(mended(U"3.5米") == U"3.5米");
  CHECK(mended(U"市气象台一") == U"市气象台——");
  CHECK(mended(U"一一市气象台说渡船停了") == U"——市气象台说渡船停了");
  CHECK(mended(U"渡船一一列出,全市统一") == U"渡船一一列出,全市统一");
  CHECK(mended(U"旧船.渡口") == U"旧船·渡口");
  CHECK(mended(U"《记者林知远) 渡船停了") == U"(记者林知远) 渡船停了");
  CHECK(mended(U"《渡船》停了") == U"《渡船》停了");
  CHECK(mended(U"(记者林知远;渡船停了") == U"(记者林知远)渡船停了");
  CHECK(mended(U"(渡船;旧船)停了") == U"(渡船;旧船)停了");
}

TEST_CASE("Quotation marks open and close in turn, and the inner ones are single") {
  CHECK(mended(U"他说:“这叫“老渡口”的船停了。”") == U"他说:“这叫‘老渡口’的船停了。”");
  CHECK(mended(U"停了。”这些年,船少了。”") == U"停了。“这些年,船少了。”");
  CHECK(mended(U"“谁来?““没人来。”") == U"“谁来?”“没人来。”");
  CHECK(mended(U"“渡船停了!“近日,街坊说。") == U"“渡船停了!”近日,街坊说。");
  CHECK(mended(U"“渡船开了1 ”他说") == U"“渡船开了!”他说");
  // A mark that was left out: the next pair stands by itself.
  CHECK(mended(U"“船停了。 他说。后来“老渡口”也停了。") == U"“船停了。 他说。后来“老渡口”也停了。");
  CHECK(mended(U"一船一品*,都停了") == U"一船一品*,都停了");
  CHECK(mended(U"“一船一品*,都停了") == U"“一船一品”,都停了");
}

TEST_CASE("A mark before reporters' names that was read as a hanzi is a mark again") {
  CHECK(mended(U"国 林知远") == U"■ 林知远");
  CHECK(mended(U"口 林知远 夏雨") == U"■ 林知远 夏雨");
  CHECK(mended(U"国 家大事") == U"国 家大事");
  CHECK(mended(U"国 林知远说渡船停了") == U"国 林知远说渡船停了");
}

TEST_CASE("A family name that is none is the one that the engine takes for it, and what it read is kept") {
  std::vector<Byline> names = {
      {"能远舟", "记者", {}}, {"林知远", "记者", {}}, {"能", "", {}}, {"木知远", "", {}}};
  mend_ocr_names_zh(names);
  CHECK(names[0].name == "熊远舟");
  CHECK(names[0].read == "能远舟");
  CHECK(names[1].name == "林知远");
  CHECK(names[1].read.empty());
  CHECK(names[2].name == "能");
  CHECK(names[3].name == "木知远");
}
