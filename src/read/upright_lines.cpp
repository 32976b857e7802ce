#include "read/upright_lines.h"

#include <string>

#include "read/seam.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kLetters =
    2;                         // of one line at most: a mark may stand beside a hanzi, numbers are set across
constexpr size_t kFewest = 3;  // lines of a column of letters
constexpr size_t kLongest = 50;   // lines of a head
constexpr size_t kMostBlank = 2;  // blank lines between two columns of it

class Uprights {
 public:
  Uprights(std::string_view text, std::vector<SourceLine>& lines) : text_(text), lines_(lines) {}

  void run() {
    int number = 0;
    for (size_t begin = 0; begin < lines_.size();) {
      size_t end = column_from(begin);
      if (end == begin) {
        ++begin;
        continue;
      }
      std::vector<std::pair<size_t, size_t>> columns{{begin, end}};
      size_t letters = end - begin;
      for (size_t next = behind_blanks(end); next < lines_.size() && next - end <= kMostBlank;
           next = behind_blanks(end)) {
        const size_t to = column_from(next);
        if (to == next || letters + to - next > kLongest) break;
        letters += to - next;
        columns.emplace_back(next, to);
        end = to;
      }
      ++number;
      for (const auto& [from, to] : columns) {
        for (size_t i = from; i < to; ++i) lines_[i].upright = number;
      }
      begin = end;
    }
  }

 private:
  size_t behind_blanks(size_t i) const {
    while (i < lines_.size() && lines_[i].blank()) ++i;
    return i;
  }

  // Where the column of letters ends that begins with line i; i where none does.
  size_t column_from(size_t i) const {
    size_t end = i;
    size_t single = 0;
    std::string words;
    for (; end < lines_.size() && end - i < kLongest; ++end) {
      if (lines_[end].cells > 2 * static_cast<int>(kLetters)) break;
      const Span s = lines_[end].words;
      size_t count = 0;
      size_t hanzi = 0;
      for (size_t at = s.begin; at < s.end && count <= kLetters; ++count) {
        const char32_t c = next_code_point(text_.substr(0, s.end), at);
        hanzi += is_hanzi(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3015) || c >= 0xFF00;
      }
      if (count == 0 || count > kLetters || (hanzi == 0 && end == i)) break;
      single += count == 1 && hanzi == 1;
      words += text_.substr(s.begin, s.end - s.begin);
    }
    return end - i < kFewest || single * 3 < (end - i) * 2 || begins_report(words) ? i : end;
  }

  std::string_view text_;
  std::vector<SourceLine>& lines_;
};

}  // namespace

void mark_uprights(std::string_view text, std::vector<SourceLine>& lines) {
  Uprights(text, lines).run();
}

}  // namespace broadsheet
