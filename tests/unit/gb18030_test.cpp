#include "text/gb18030.h"

#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"
#include "edition/json.h"
#include "text/encoding.h"
#include "text/utf8.h"

using namespace broadsheet;

namespace {

const std::string kSentence =
    "\xd4\xc6\xc2\xb4\xb8\xdf\xd0\xc2\xc7\xf8\xb5\xda\xc8\xfd\xca\xd4\xd1\xe9\xb3\xa1\xb5\xc4\xb5\xc6"
    "\xd2\xd1\xbe\xad\xc1\xc1\xc1\xcb\xa3\xac\xd2\xbb\xcc\xa8\xbc\xf5\xcb\xd9\xc6\xf7\xb1\xbb\xcd\xc6"
    "\xc9\xcf\xcc\xa8\xbc\xdc\xa1\xa3";
const std::string kRare = "\x81\x39\xee\x39\x82\x35\x8f\x33\x95\x34\xb2\x35\xa8\xbb\x81\x35\xf4\x37\xa2\xe3";

}  // namespace

TEST_CASE("GB18030 is recognised and becomes UTF-8, each byte's origin kept", "[encoding]") {
  const Decoded decoded = decode(kSentence);
  CHECK(decoded.encoding == "gb18030");
  CHECK(decoded.text == "云麓高新区第三试验场的灯已经亮了，一台减速器被推上台架。");
  REQUIRE(decoded.origin.size() == decoded.text.size() + 1);
  CHECK(decoded.origin[3] == 2);
  CHECK(decoded.origin.back() == kSentence.size());
}

TEST_CASE("four-byte codes are read, in the BMP and beyond", "[encoding]") {
  std::u32string text;
  for (size_t i = 0; i < kRare.size();) text.push_back(next_gb18030(kRare, i));
  CHECK(text == U"㐀龦𠮷ɑḿ€");
}

TEST_CASE("UTF-8 stays UTF-8, and bytes without sense are not taken for GB18030", "[encoding]") {
  CHECK(decode("云麓高新区第三试验场").encoding == "utf-8");
  CHECK(decode("云麓高新区\xff第三试验场").encoding == "utf-8");
  CHECK(decode("plain").encoding == "utf-8");
  CHECK(decode("caf\xe9 na\xefve d\xe9j\xe0 \xe9t\xe9").encoding == "utf-8");
  CHECK(decode("\x89PNG\x0d\x0a\x1a\x0a\xff\xd8\xfe\x90\x80\x01").encoding == "utf-8");
}

TEST_CASE("a GB18030 page is parsed, its spans counting the bytes as given", "[encoding]") {
  const std::string bytes = kSentence + "\n\n" + kSentence;
  const Page page = parse_page("gb.txt", bytes);
  CHECK(page.source->encoding == "gb18030");
  CHECK(page.source->bytes == bytes.size());
  CHECK(to_json(page).find("gb18030") != std::string::npos);
}
