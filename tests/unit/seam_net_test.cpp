#include "text/seam_net.h"

#include <catch2/catch_test_macros.hpp>

namespace broadsheet {
extern const std::string_view kSeamsZh;
}
using namespace broadsheet;

namespace {

double joins(std::u32string_view left, std::u32string_view right) {
  const SeamNet& net = SeamNet::chinese();
  return net.continuation(net.left_of(left), net.right_of(right));
}

}  // namespace

TEST_CASE("the net knows what goes on over a cut from more than two characters", "[seam_net]") {
  REQUIRE_FALSE(SeamNet::chinese().empty());
  // Neither pair stands in the table of n-grams: only what is said before tells them apart.
  const std::u32string field = U"合作社把水稻种植和收割交给专业化农业服务";
  CHECK(joins(field, U"公司，农户签好合同就能外出务工") > joins(field, U"音乐会，观众在剧场里坐到深夜"));
  const std::u32string stage = U"交响乐团在新落成的音乐厅为市民带来一场";
  CHECK(joins(stage, U"音乐会，观众在剧场里坐到深夜") > joins(stage, U"公司，农户签好合同就能外出务工"));
}

TEST_CASE("blanks and width do not count, and a side may be empty", "[seam_net]") {
  CHECK(joins(U"共 ７０　人参加", U"了 活动") == joins(U"共70人参加", U"了活动"));
  CHECK(joins(U"", U"") == joins(U" ", U"　"));
  CHECK(joins(std::u32string(5000, U'很') + U"我们的家乡", U"在希望的田野上") ==
        joins(std::u32string(10, U'很') + U"我们的家乡", U"在希望的田野上"));
}

TEST_CASE("a table that is cut short or foreign gives an empty net", "[seam_net]") {
  CHECK(SeamNet("").empty());
  CHECK(SeamNet("something else altogether").empty());
  CHECK(SeamNet(std::string_view("BSN2\xff\xff\xff\x7f\x05\0\0\0\0\0\0\0\1\2\3", 19)).empty());
  CHECK_FALSE(SeamNet(kSeamsZh).empty());
  for (const size_t lost : {size_t{1}, size_t{2}, size_t{129}, size_t{50000}, kSeamsZh.size() - 16})
    CHECK(SeamNet(kSeamsZh.substr(0, kSeamsZh.size() - lost)).empty());
  const SeamNet none("");
  CHECK(none.left_of(U"左").foreign);
  CHECK(none.continuation(none.left_of(U"左"), none.right_of(U"右")) == 0);
}
