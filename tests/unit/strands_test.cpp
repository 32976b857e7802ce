#include "read/strands.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace broadsheet;

namespace {

// The heads in rows of one word each, all at one cell, each joined by '/'; from the second row on the words
// look like text.
std::vector<std::string> heads_in(const std::vector<std::string>& rows) {
  std::string text;
  std::vector<StrandWord> words;
  for (const std::string& row : rows) {
    StrandWord word;
    word.span = {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + row.size())};
    word.width = static_cast<double>(row.size()) / 3;
    word.cells = static_cast<int>(row.size() / 3 * 2);
    word.gap = kNoWordBefore;
    word.spare = words.empty() ? 0 : 1;
    words.push_back(word);
    text += row + "\n";
  }
  const PageWords page_words(text);
  const JoinScore join = goes_on;
  Strands strands(text, page_words, join);
  int number = 0;
  for (const StrandWord& word : words) REQUIRE(strands.take_row({word}, number++));
  std::vector<std::string> out;
  for (const std::vector<int>& strand : strands.best()) {
    out.emplace_back();
    for (int index : strand) {
      const Span& span = strands.segments()[static_cast<size_t>(index)].span;
      out.back() += (out.back().empty() ? "" : "/") + text.substr(span.begin, span.end - span.begin);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a line that looks like text is a head's where the head goes on in it, and else left out") {
  CHECK(heads_in({"我市积极推进农", "业现代化建设"}) ==
        std::vector<std::string>{"我市积极推进农/业现代化建设"});
  CHECK(heads_in({"我市积极推进农业现代化建设（农事）", "鹏）的了"}) ==
        std::vector<std::string>{"我市积极推进农业现代化建设（农事）"});
}
