#include "text/radical.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

TEST_CASE("a Kangxi radical gives its hanzi, anything else itself", "[text]") {
  CHECK(hanzi_of_radical(U'\u2F00') == U'一');
  CHECK(hanzi_of_radical(U'\u2F49') == U'月');
  CHECK(hanzi_of_radical(U'\u2FD5') == U'龠');
  CHECK(hanzi_of_radical(U'\u2FD6') == U'\u2FD6');
  CHECK(hanzi_of_radical(U'\u2E9F') == U'母');
  CHECK(hanzi_of_radical(U'\u2EF3') == U'龟');
  CHECK(hanzi_of_radical(U'\u2EA0') == U'民');
  CHECK(hanzi_of_radical(U'\u2EC5') == U'见');
  CHECK(hanzi_of_radical(U'\u2ED3') == U'长');
  CHECK(hanzi_of_radical(U'\u2EE2') == U'马');
  CHECK(hanzi_of_radical(U'\u2E87') == U'\u2E87');
  CHECK(hanzi_of_radical(U'\u2EF4') == U'\u2EF4');
  CHECK(hanzi_of_radical(U'月') == U'月');
  CHECK(hanzi_of_radical(U'A') == U'A');
}
