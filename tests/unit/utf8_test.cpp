#include "text/utf8.h"

#include <catch2/catch_test_macros.hpp>

#include "text/every.h"
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

TEST_CASE("what is made for every character says what the others say", "[text]") {
  std::string text;
  for (const char* part : {"桥", "é", "a", "\U0001F309", "\xED\xA0\x80", "\xE0\x80\x80", "\xEF\xBF\xBD", "，",
                           "\xEF\xBF", "\x80", "\xF4\x90\x80\x80", "\xE6\xA1", "\n", "\xE6"})
    text += part;
  for (size_t begin = 0; begin < text.size(); ++begin) {
    for (size_t size = 0; size <= text.size() - begin; ++size) {
      const std::string_view some = std::string_view(text).substr(begin, size);
      bool plain = true;
      for (size_t i = 0; i < some.size();) {
        size_t j = i;
        const char32_t c = every_code_point(some, i);
        REQUIRE(c == next_code_point(some, j));
        REQUIRE(i == j);
        plain = plain && c != kReplacement;
        char bytes[4];
        std::string appended;
        append_utf8(appended, c);
        REQUIRE(std::string(bytes, every_put(bytes, c)) == appended);
      }
      REQUIRE(every_is_plain(some) == plain);
    }
  }
  CHECK(every_is_plain("一\t二\r\n"));
  CHECK_FALSE(every_is_plain(std::string_view("一\0", 4)));
  CHECK(every_count(std::string(1000, 'x') + "y", [](uint8_t byte) { return byte == 'x'; }) == 1000);
}
