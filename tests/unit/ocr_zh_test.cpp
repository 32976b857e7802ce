#include "compose/ocr_zh.h"

#include <catch2/catch_test_macros.hpp>

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
}
