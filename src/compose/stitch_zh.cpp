#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/stitch.h"
#include "read/ablation.h"
#include "text/fold.h"
#include "text/ngram.h"

namespace broadsheet {

namespace {

constexpr double kLeast = -6;
constexpr double kMost = 10;
// Weights of the net beside the n-grams, and what it is raised by, in nats: it tells most pairs from each
// other by what speaks against them, where the n-grams know nothing and say 0.
constexpr double kOfNet = .6;
constexpr double kNetJoins = 1.3;
constexpr double kOfNetBegins = .2;
constexpr double kNetBegins = 2;

bool parts_clauses(char32_t c) {
  return std::u32string_view(U",。、;:!?").find(c) != std::u32string_view::npos;
}

class ChineseSeams : public Seams {
 public:
  bool open_end(const Piece& piece) const override { return !ends_paragraph_zh(piece.text); }

  double open_start(const Edge& begin) const override {
    if (begin.mark == 0) return -2;
    // No paragraph begins with a mark that closes or goes on.
    static constexpr std::u32string_view kNever = U",。、;:!?)》」』】”’%";
    if (kNever.find(begin.mark) != std::u32string_view::npos) return 6;
    if (without(Step::kBeginnings)) return -2;
    double begins = NgramModel::chinese().beginning(begin.text);
    if (!without(Step::kSeamNet)) {
      const SeamNet& net = SeamNet::chinese();
      static const SeamNet::Side kNothingBefore = net.left_of({});
      const SeamNet::Side& right = right_of(begin);
      if (!right.foreign) begins += kOfNetBegins * (net.continuation(kNothingBefore, right) + kNetBegins);
    }
    return -begins;
  }

  Edge end_of(const Piece& piece) const override {
    if (piece.text.empty()) return {};
    return {piece.text.back(),
            parts_clauses(piece.text.back()),
            NgramModel::left_of(piece.text),
            {},
            piece.text,
            {}};
  }

  Edge begin_of(const Piece& piece) const override {
    if (piece.text.empty()) return {};
    return {piece.text.front(),
            parts_clauses(piece.text.front()),
            {},
            NgramModel::right_of(piece.text),
            piece.text,
            {}};
  }

  double continuation(const Edge& left, const Edge& right) const override {
    if (left.mark == 0 || right.mark == 0) return -4;
    double odds = without(Step::kNgrams) ? 0 : NgramModel::chinese().continuation(left.left, right.right);
    // Marks that cannot follow each other, and numbers that are cut.
    const char32_t x = left.mark;
    const char32_t y = right.mark;
    if (left.parts && right.parts) odds -= 6;
    if (is_digit(x) && (is_digit(y) || y == '.' || y == '%')) odds += 2;
    if (is_latin(x) && is_latin(y)) odds += 2;
    if (x == '(' || x == 0x201C || x == U'《') odds -= right.parts ? 4 : 0;
    return std::clamp(odds, kLeast, kMost);
  }

  double with_net(double continuation, const Edge& left, const Edge& right) const override {
    if (without(Step::kSeamNet) || left.mark == 0 || right.mark == 0) return continuation;
    const SeamNet& net = SeamNet::chinese();
    if (!left.net) left.net = net.left_of(left.text);
    if (left.net->foreign || right_of(right).foreign) return continuation;
    const double more = kOfNet * (net.continuation(*left.net, right_of(right)) + kNetJoins);
    return std::clamp(continuation + std::min(more, kMostOfNet), kLeast, kMost);
  }

  bool is_lead(const Piece& piece) const override { return !without(Step::kLeads) && is_lead_zh(piece.text); }

 private:
  static const SeamNet::Side& right_of(const Edge& begin) {
    if (!begin.net) begin.net = SeamNet::chinese().right_of(begin.text);
    return *begin.net;
  }
};

}  // namespace

const Seams& seams_zh() {
  static const ChineseSeams seams;
  return seams;
}

}  // namespace broadsheet
