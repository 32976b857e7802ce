#include "compose/first_lines_zh.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

namespace {

// A page of paragraphs of two lines, of 15 hanzi each, every first line `short_by` hanzi short; but those of
// the first two are full.
Sheet page(size_t short_by, size_t count) {
  Sheet sheet;
  auto source = std::make_shared<Source>();
  for (size_t i = 0; i < count; ++i) {
    Fragment fragment;
    fragment.measure = 30;
    fragment.blank_before = 1;
    for (const bool first : {true, false}) {
      const size_t begin = source->text.size();
      for (size_t k = first && i > 1 ? short_by : 0; k < 15; ++k) source->text += "船";
      fragment.lines.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(source->text.size())});
      source->text += '\n';
    }
    sheet.reading.fragments.push_back(fragment);
    Piece piece;
    piece.fragment = i;
    sheet.pieces.push_back(piece);
  }
  sheet.source = source;
  sheet.reading.printed = true;
  sheet.ocr = true;
  return sheet;
}

}  // namespace

TEST_CASE("On an OCR page that sets paragraphs in, a full first line goes on from elsewhere") {
  const Sheet sheet = page(2, 12);
  const FirstLines lines(sheet);
  CHECK(lines.goes_on(sheet.pieces[0]) > 0);
  CHECK(lines.goes_on(sheet.pieces[5]) < 0);
}

TEST_CASE("Where nothing is set in, on short pages and in other dumps first lines say nothing") {
  for (Sheet sheet : {page(0, 12), page(2, 6)}) CHECK(FirstLines(sheet).goes_on(sheet.pieces[0]) == 0);
  Sheet sheet = page(2, 12);
  sheet.ocr = false;
  CHECK(FirstLines(sheet).goes_on(sheet.pieces[0]) == 0);
}
