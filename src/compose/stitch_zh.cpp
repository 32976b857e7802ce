#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/stitch.h"
#include "text/fold.h"
#include "text/ngram.h"

namespace broadsheet {

namespace {

std::u32string_view tail_of(const Piece& piece) {
  std::u32string_view text = piece.text;
  return text.size() > 4 ? text.substr(text.size() - 4) : text;
}

class ChineseSeams : public Seams {
 public:
  bool open_end(const Piece& piece) const override { return !ends_paragraph_zh(piece.text); }

  double open_start(const Piece& piece) const override {
    if (piece.text.empty()) return -2;
    const char32_t first = piece.text.front();
    // No paragraph begins with a mark that closes or goes on.
    static constexpr std::u32string_view kNever = U",。、;:!?)》」』】”’%";
    if (kNever.find(first) != std::u32string_view::npos) return 6;
    return -static_cast<double>(NgramModel::chinese().beginning(piece.text));
  }

  double continuation(const Piece& left, const Piece& right) const override {
    const std::u32string_view a = tail_of(left);
    const std::u32string_view b = std::u32string_view(right.text).substr(0, 4);
    if (a.empty() || b.empty()) return -4;
    double odds = NgramModel::chinese().continuation(a, b);
    // Marks that cannot follow each other, and numbers that are cut.
    const char32_t x = a.back();
    const char32_t y = b.front();
    static constexpr std::u32string_view kMarks = U",。、;:!?";
    const bool mark_left = kMarks.find(x) != std::u32string_view::npos;
    const bool mark_right = kMarks.find(y) != std::u32string_view::npos;
    if (mark_left && mark_right) odds -= 6;
    if (is_digit(x) && (is_digit(y) || y == '.' || y == '%')) odds += 2;
    if (is_latin(x) && is_latin(y)) odds += 2;
    if (x == '(' || x == 0x201C || x == U'《') odds -= mark_right ? 4 : 0;
    return std::clamp(odds, -6.0, 10.0);
  }

  bool is_lead(const Piece& piece) const override { return is_lead_zh(piece.text); }
};

}  // namespace

const Seams& seams_zh() {
  static const ChineseSeams seams;
  return seams;
}

}  // namespace broadsheet
