#include "read/untangle.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "read/reader.h"
#include "read/untangled_lines.h"

using namespace broadsheet;

namespace {

std::vector<Span> lines_in(const std::string& text) {
  std::vector<Span> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    out.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end + 1;
  }
  return out;
}

std::vector<std::string> threads_of(const std::string& text) {
  std::vector<std::string> out;
  for (const Thread& thread : untangle(text, lines_in(text), goes_on)) {
    std::string all;
    for (const Span& span : thread.lines) all += text.substr(span.begin, span.end - span.begin);
    out.push_back(all);
  }
  return out;
}

}  // namespace

TEST_CASE("two columns read line by line into each other come apart") {
  const std::string text =
      "近年来，我市积极推进农业现代化 院的志愿者每个周末都来给孩子们\n"
      "建设，不断加强农村基础设施，努 上课，他们带来了图书和体育用品\n"
      "力提高农民的生活水平，取得了明 ，也带来了城市里的新鲜事。学校\n"
      "显的成效。下一步将继续加大投入 校长表示，今后要与大学加强合作\n"
      "力度，推动产业融合发展，让更多 关系，为学生提供更好的学习条件\n"
      "的群众得到实惠。\n"
      "，让他们健康成长。\n";
  const std::vector<std::string> threads = threads_of(text);
  REQUIRE(threads.size() == 2);
  CHECK(threads[0] ==
        "近年来，我市积极推进农业现代化建设，不断加强农村基础设施，努力提高农民的生活水平，取得了明显的成效。"
        "下一步将继续加大投入力度，推动产业融合发展，让更多的群众得到实惠。");
  CHECK(threads[1].substr(0, 6) == "院的");
  CHECK(threads[1].find("体育用品，也带来了") != std::string::npos);
}

TEST_CASE("lines of two columns by turns come apart") {
  const std::string left[] = {"近年来，我市积极推进农业现代化", "建设，不断加强农村基础设施，努",
                              "力提高农民的生活水平，取得了明", "显的成效。下一步将继续加大投入",
                              "力度，推动产业融合发展，让更多", "的群众得到实惠。"};
  const std::string right[] = {"院的志愿者每个周末都来给孩子们", "上课，他们带来了图书和体育用品",
                               "，也带来了城市里的新鲜事。学校", "校长表示，今后要与大学加强合作",
                               "关系，为学生提供更好的学习条件", "，让他们健康成长。"};
  std::string text;
  std::string want[2];
  for (size_t i = 0; i < 6; ++i) {
    text += left[i] + "\n" + right[i] + "\n";
    want[0] += left[i];
    want[1] += right[i];
  }
  const std::vector<std::string> threads = threads_of(text);
  REQUIRE(threads.size() == 2);
  CHECK(threads[0] == want[0]);
  CHECK(threads[1] == want[1]);
}

TEST_CASE("names stay below their head, whose text begins lower than the column beside it") {
  const std::string text =
      "旧码头重新开航\n"
      "▶ 记者 何嘉木\n"
      "院的志愿者每个周末都来给孩子\n"
      "渡口街的旧码头昨天清晨重\n"
      "们上课，他们带来了图书和体育 新开航，第一班渡船在六点半载\n"
      "用品，也带来了城市里的新鲜事 着四十多位乘客过江。船工老麦\n"
      "。学校校长表示，今后要与大学 说，码头停用了十一年，石阶上\n"
      "加强合作关系，为学生提供更好 的青苔有一指厚。\n"
      "的学习条件，让他们健康成长。\n";
  bool together = false;
  for (const std::string& thread : threads_of(text))
    together = together || thread.find("旧码头重新开航▶ 记者 何嘉木") != std::string::npos;
  CHECK(together);
}

TEST_CASE("one column stays as it is") {
  const std::string text =
      "近年来，我市积极推进农业现代化\n建设，不断加强农村基础设施，努\n力提高农民的生活水平，取得了明\n显的成"
      "效。\n\n"
      "本报记者 王小明\n";
  const std::vector<Thread> threads = untangle(text, lines_in(text), goes_on);
  REQUIRE(threads.size() == 2);
  CHECK_FALSE(threads[0].tangled);
  CHECK(threads[0].lines.size() == 4);
  CHECK(threads[1].lines.size() == 1);
}

TEST_CASE("every word comes out once, whatever is tangled") {
  const std::string text =
      "甲乙丙丁戊己庚辛 子丑寅卯辰巳午未\n甲乙丙丁戊己庚辛 子丑寅卯辰巳午未 "
      "天地玄黄宇宙洪荒\n短\n甲乙丙丁戊己庚辛\n";
  size_t printed = 0;
  for (char c : text) printed += c != ' ' && c != '\n';
  size_t got = 0;
  for (const Thread& thread : untangle(text, lines_in(text), goes_on)) {
    for (const Span& span : thread.lines) {
      for (uint32_t i = span.begin; i < span.end; ++i) got += text[i] != ' ';
    }
  }
  CHECK(got == printed);
}

TEST_CASE("a wide blank parts two columns, however short the line before it") {
  const std::string text =
      "近年来，我市积极推进农业现代化   院的志愿者每个周末都来给孩子们\n"
      "建设，不断加强农村基础设施。     上课，他们带来了图书和体育用品\n"
      "力争提高农民的生活水平，取得明   ，也带来了城市里的新鲜事。学校\n"
      "显的成效。下一步将继续加大投入   校长表示，今后要与大学加强合作\n"
      "力度。                           关系，为学生提供更好的学习条件\n";
  for (const std::string& thread : threads_of(text)) CHECK(thread.find("  ") == std::string::npos);
  CHECK(threads_of(text).size() == 2);
}

TEST_CASE("a few tangled lines on a long page do not make it a tangled dump") {
  const std::string knot =
      "近年来，我市积极推进农业现代化 院的志愿者每个周末都来给孩子们\n"
      "建设，不断加强农村基础设施，努 上课，他们带来了图书和体育用品\n"
      "力提高农民的生活水平，取得了明 ，也带来了城市里的新鲜事。学校\n"
      "显的成效。\n"
      "校长表示，今后要与大学加强合作。\n\n";
  std::string rest;
  for (int i = 0; i < 600; ++i) rest += "渡口街的垃圾房空了三年，去年冬\n天来了。\n\n";
  bool tangled = false;
  const Source few = decode_source("few", knot + rest);
  untangled_lines(few, lines_of(few), tangled);
  CHECK_FALSE(tangled);
  const Source all = decode_source("all", knot);
  untangled_lines(all, lines_of(all), tangled);
  CHECK(tangled);
}
