// Time grows with the length of a page no worse than n log n, whatever the page is: inputs made to be bad,
// each parsed at two lengths. Nothing of them is lost either.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "compose/account.h"
#include "compose/compose.h"
#include "text/utf8.h"

namespace {

using namespace broadsheet;

// A stream of hanzi that repeats only after millions.
class Hanzi {
 public:
  std::string next(size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
      append_utf8(out, 0x4E00 + static_cast<char32_t>((state_ >> 33U) % 3000));
    }
    return out;
  }
  size_t below(size_t most) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33U) % most;
  }

 private:
  uint64_t state_ = 11;
};

std::string filled(size_t bytes, const std::function<void(std::string&)>& add) {
  std::string out;
  while (out.size() < bytes) add(out);
  return out;
}

struct Bad {
  const char* name;
  std::function<std::string(size_t)> make;
};

std::vector<Bad> bad_pages() {
  const auto repeated = [](const std::string& words) {
    return [words](size_t bytes) { return filled(bytes, [&](std::string& out) { out += words; }); };
  };
  const auto made = [](const std::function<void(std::string&, Hanzi&)>& add) {
    return [add](size_t bytes) {
      Hanzi hanzi;
      return filled(bytes, [&](std::string& out) { add(out, hanzi); });
    };
  };
  return {
      {"brackets in brackets", repeated("（“《「(")},
      {"brackets in brackets, by lines", repeated("（“《「(\n")},
      {"one line without a stop", made([](std::string& out, Hanzi& h) { out += h.next(50); })},
      {"one line of sentences", made([](std::string& out, Hanzi& h) { out += h.next(30) + "。"; })},
      {"one line of English",
       made([](std::string& out, Hanzi& h) { out += "word" + std::to_string(h.below(9999)) + " "; })},
      {"short lines", made([](std::string& out, Hanzi& h) { out += h.next(2 + h.below(4)) + "\n"; })},
      {"short lines far apart",
       made([](std::string& out, Hanzi& h) { out += h.next(2 + h.below(4)) + "\n\n"; })},
      {"one letter a line", repeated("a\n")},
      {"one hanzi a line", repeated("字\n")},
      {"numbers a line",
       made([](std::string& out, Hanzi& h) { out += std::to_string(h.below(999)) + "\n"; })},
      {"the same paragraph",
       repeated("管理委员会将持续优化营商环境，不断完善配套设施，全力推动各项工作再上新的台阶。\n")},
      {"the same open paragraph",
       repeated("管理委员会将持续优化营商环境，不断完善配套设施，全力推动各项工\n")},
      {"open paragraphs", made([](std::string& out, Hanzi& h) { out += h.next(60 + h.below(30)) + "\n"; })},
      {"open paragraphs of marks", repeated("，\n“\n”\n，的\n")},
      {"heads and nothing else",
       made([](std::string& out, Hanzi& h) { out += "## " + h.next(12) + "\n\n"; })},
      {"stories", made([](std::string& out, Hanzi& h) {
         out += h.next(14) + "\n本报讯 " + h.next(90) + "。\n" + h.next(120) + "。" + h.next(40) + "\n";
       })},
      {"leads and nothing else",
       made([](std::string& out, Hanzi& h) { out += "本报讯 " + h.next(20) + "。\n"; })},
      {"credits", repeated("张三 摄\n")},
      {"bylines", repeated("本报记者 张三 李四\n")},
      {"captions", made([](std::string& out, Hanzi& h) { out += h.next(25) + "。 王小明 摄\n"; })},
      {"captions among rows of many words", made([](std::string& out, Hanzi& h) {
         for (int row = 0; row < 12; ++row) {
           for (int word = 0; word < 5; ++word) out += h.next(6) + " ";
           out += "\n";
         }
         out += "王小明 摄\n" + h.next(18) + "\n";
       })},
      {"heads of many words over two columns", made([](std::string& out, Hanzi& h) {
         for (int row = 0; row < 3; ++row) {
           for (int word = 0; word < 10; ++word) out += h.next(2) + (word == 4 ? "    " : " ");
           out += "\n";
         }
         for (int row = 0; row < 6; ++row) out += h.next(15) + "    " + h.next(15) + "\n";
         out += h.next(11) + "。    " + "        " + h.next(8) + "。\n";
       })},
      {"editors' lines", repeated("编辑 张三 校对 李四\n")},
      {"lines that a dash begins", repeated("——望川\n")},
      {"short lines between short paragraphs",
       made([](std::string& out, Hanzi& h) { out += h.next(8) + "\n\n" + h.next(30) + "。\n\n"; })},
      {"jump lines", repeated("（下转第3版）\n")},
      {"bold marks in one line", repeated("**字**")},
      {"images", repeated("![图](a.png)\n")},
      {"rules", repeated("---\n")},
      {"spaces of no width", repeated("字\u200B")},
      {"spaces of no width, by lines", repeated("字\u200B字。\n\u200B\n")},
      {"white space", repeated(" \t\n　")},
      {"bad bytes between words", repeated("字字字\xFF字字\n")},
      {"English paragraphs", made([](std::string& out, Hanzi& h) {
         for (size_t i = 0; i < 40; ++i) out += "word" + std::to_string(h.below(999)) + " ";
         out += "end.\n";
       })},
      {"English lines with hyphens", made([](std::string& out, Hanzi& h) {
         out += "the comm" + std::string(h.below(4), 'x') + " of which some people sup-\n";
       })},
      {"English captions and credits in turn", made([](std::string& out, Hanzi& h) {
         if (out.empty())
           out +=
               "Bridge to close\n\nBy Jane Doe\n\nAlderman Ruth Hensley and Owen Pryce said on Monday that "
               "the "
               "bridge would be closed, which had been too narrow for the new ferries since spring.\n\nOwen "
               "Pryce told the council that Ruth Hensley had been right, and that the road would be "
               "shut.\n\n";
         out += "Ruth Hensley, left, with people " + std::to_string(h.below(99)) +
                ".\n\nPhoto by Owen Pryce\n\n";
       })},
      {"Markdown heads of a deeper level over a story of many heads", made([](std::string& out, Hanzi& h) {
         if (out.empty()) {
           out +=
               "# Bridge to close\n\nThe old bridge will be closed for eleven weeks, said the council.\n\n";
           for (int i = 0; i < 60; ++i) out += "# School reopens on the hill\n\n";
         }
         out += "The school opens on Thursday with a roof that " + std::to_string(h.below(999)) +
                " pupils painted.\n\n### Parrot lost\n\n";
       })},
      {"English capitals", repeated("MAYOR OPENS BRIDGE\n")},
      {"the same English line", repeated("the committee of which some people said nothing\n")},
      {"a grid of two columns",
       made([](std::string& out, Hanzi& h) { out += h.next(18) + "    " + h.next(18) + "\n"; })},
      {"a grid of many columns", made([](std::string& out, Hanzi& h) {
         for (size_t i = 0; i < 40; ++i) out += h.next(2) + std::string(2 + h.below(3), ' ');
         out += "\n";
       })},
      {"a grid of single hanzi", made([](std::string& out, Hanzi& h) {
         for (size_t i = 0; i < 60; ++i) out += h.next(1) + " ";
         out += "  " + h.next(3) + "\n";
       })},
      {"printed lines", made([](std::string& out, Hanzi& h) { out += h.next(18) + "\n"; })},
      {"two columns by turns",
       made([](std::string& out, Hanzi& h) { out += h.next(18) + " " + h.next(18) + "\n"; })},
      {"three columns by turns, each line between blank lines",
       repeated("清晨的码头上，渔民们\n\n图书馆二楼的阅览室里\n\n经过三年的建设，城北\n\n"
                "正把一筐筐鲜鱼搬上岸\n\n坐满了前来读书的学生\n\n的污水处理厂终于投入\n\n"
                "边的货车。过去这里只\n\n。管理员介绍说，暑假\n\n使用。工程师告诉记者\n\n"
                "有一条泥路，遇到下雨\n\n期间这里每天接待读者\n\n，这座工厂采用先进的\n\n")},
      {"rows of first lines", made([](std::string& out, Hanzi& h) {
         out +=
             h.next(6) + "\n" + h.next(12) + " " + h.next(12) + " " + h.next(12) + " " + h.next(12) + "\n\n";
         for (int column = 0; column < 5; ++column) {
           for (int line = 0; line < 12; ++line) out += h.next(12) + "\n";
           out += "\n";
         }
       })},
      {"a grid of figures", made([](std::string& out, Hanzi& h) {
         for (size_t i = 0; i < 6; ++i) out += "···" + std::to_string(10000 + h.below(89999)) + ":        ";
         out += "\n \n";
       })},
      {"scraps that no head claims", made([](std::string& out, Hanzi& h) {
         out += std::to_string(10 + h.below(89)) + "”\n" + h.next(2) + ",\n";
       })},
      {"titles of pictures without a text", repeated("图片报道\n")},
      {"titles of pictures and texts by turns", made([](std::string& out, Hanzi& h) {
         out += "图片报道\n\n" + h.next(50) + "。图为" + h.next(12) + "。\n\n";
       })},
      {"lines of editors and of text by turns",
       made([](std::string& out, Hanzi& h) { out += "责任编辑：林知远\n" + h.next(18) + "\n"; })},
      {"heads among each other's lines", made([](std::string& out, Hanzi& h) {
         for (int line = 0; line < 20; ++line)
           out += h.next(4 + h.below(4)) + " " + h.next(4 + h.below(4)) + "\n";
         out += "\n";
       })},
      {"tables", repeated("| 一 | 二 | 三 |\n|---|---|---|\n")},
      {"tags", repeated("<div><p>字</p>")},
      {"open elements and closing tags that never end",
       [](size_t bytes) {
         std::string out = "<html>";
         for (const char* const name : {"head", "script", "style", "nav", "footer", "aside", "form", "title"})
           out += std::string("<") + name + ">";
         return out + filled(16 * bytes, [](std::string& tags) { tags += "</a"; }) + ">";
       }},
  };
}

double seconds_of(const std::string& bytes, Page& page) {
  const std::clock_t begin = std::clock();
  page = parse_page("bad.txt", bytes);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// The least of several runs, for other programs can only add to one; no more of them than it takes.
double least_seconds(const std::string& bytes, Page& page, double enough) {
  double least = seconds_of(bytes, page);
  for (int run = 1; run < 6 && least >= enough; ++run) least = std::min(least, seconds_of(bytes, page));
  return least;
}

}  // namespace

TEST_CASE("no page takes more time than its length allows", "[growth]") {
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__EMSCRIPTEN__)
  constexpr size_t kSmall = 8'000;
  constexpr bool kTimed = true;
#else
  constexpr size_t kSmall = 4'000;
  constexpr bool kTimed = false;
#endif
  for (const Bad& bad : bad_pages()) {
    INFO(bad.name);
    const std::string shorter = bad.make(kSmall);
    const std::string longer = bad.make(4 * kSmall);
    Page page;
    const double first = std::min(seconds_of(shorter, page), seconds_of(shorter, page));
    const double second = least_seconds(longer, page, 6 * std::max(first, .01));
    const Account sum = account(page);
    CHECK(sum.missing.empty());
    CHECK(sum.doubled.empty());
    if (!kTimed) continue;
    CAPTURE(first, second);
    CHECK(second < 3);
    // Four times the length: 4.5 times n log n, and as much again for caches that overflow and a busy
    // machine. Where another step of the parser sets in between the two lengths, growth shows behind it.
    if (second < 6 * std::max(first, .01)) continue;
    const std::string longest = bad.make(16 * kSmall);
    const double third = least_seconds(longest, page, 9 * second);
    CAPTURE(third);
    CHECK(third < 9 * second);
  }
}
