#include "text/utf8.h"

#include <catch2/catch_test_macros.hpp>

#include "text/fold.h"

using namespace broadsheet;

TEST_CASE("UTF-8 goes there and back", "[text]") {
  const std::u32string text = U"a é 中 𠮷 \U0010FFFF";
  CHECK(to_utf32(to_utf8(text)) == text);
  for (char32_t c : text) {
    std::string one;
    append_utf8(one, c);
    CHECK(static_cast<int>(one.size()) == utf8_length(c));
  }
}

TEST_CASE("bad bytes are passed one by one", "[text]") {
  CHECK(to_utf32("\xC0\x80x") == std::u32string{kReplacement, kReplacement, U'x'});  // overlong
  CHECK(to_utf32("\xED\xA0\x80").size() == 3);                                       // surrogate
  CHECK(to_utf32("\xE4\xB8") == std::u32string{kReplacement, kReplacement});         // cut short
  CHECK(to_utf32("\xF4\x90\x80\x80").size() == 4);                                   // above U+10FFFF
  CHECK_FALSE(is_valid_utf8("a\xFF"));
  CHECK(is_valid_utf8("\xEF\xBF\xBD"));
}

TEST_CASE("characters fold to what a reader takes them for", "[text]") {
  CHECK(fold_char(U'，') == U',');
  CHECK(fold_char(U'　') == U' ');
  CHECK(fold_char(0x2F49) == U'月');
  CHECK(is_space(0x3000));
  CHECK(is_hanzi(U'〇'));
  CHECK_FALSE(is_hanzi(U'，'));
}
