#include "compose/first_lines_zh.h"

#include "read/measure.h"

namespace broadsheet {

namespace {

constexpr double kOfFull = 4;  // nats
constexpr double kOfSetIn = 2;
constexpr double kShare = 0.4;  // of the paragraphs that have a look: so many set in are a habit
constexpr size_t kLeast = 8;
// Ems by which a line may be short of its measure.
constexpr double kFull = 0.8;
constexpr double kSetIn = 1.3;
constexpr double kMostSetIn = 2.8;

// Marks that the engine wrote half as wide are whole ones again.
double whole_em(char32_t c) {
  const bool mark =
      c < 0x80 && std::string_view(",;:?!()\"").find(static_cast<char>(c)) != std::string_view::npos;
  return mark ? 1 : em_of(c);
}

}  // namespace

FirstLines::FirstLines(const Sheet& sheet) : sheet_(sheet) {
  if (!sheet.ocr || !sheet.reading.printed) return;
  size_t full = 0;
  size_t set_in = 0;
  for (const Fragment& fragment : sheet.reading.fragments) {
    const Look it = look(fragment);
    full += it == Look::kFull;
    set_in += it == Look::kSetIn;
  }
  set_in_ = set_in >= kLeast && static_cast<double>(set_in) >= kShare * static_cast<double>(set_in + full);
}

FirstLines::Look FirstLines::look(const Fragment& fragment) const {
  if (fragment.lines.size() < 2 || fragment.measure <= 0 || fragment.blank_before == 0) return Look::kUnknown;
  const Span& line = fragment.lines.front();
  const std::string_view words =
      std::string_view(sheet_.source->text).substr(line.begin, line.end - line.begin);
  const double lack = fragment.measure / 2 - printed_width(words, whole_em);
  if (lack >= kSetIn && lack <= kMostSetIn) return Look::kSetIn;
  return lack <= kFull && lack >= -2 ? Look::kFull : Look::kUnknown;
}

double FirstLines::goes_on(const Piece& piece) const {
  const int it = sign(piece);
  return it > 0 ? kOfFull : it < 0 ? -kOfSetIn : 0;
}

int FirstLines::sign(const Piece& piece) const {
  if (!set_in_) return 0;
  const Look it = look(sheet_.reading.fragments[piece.fragment]);
  return it == Look::kFull ? 1 : it == Look::kSetIn ? -1 : 0;
}

}  // namespace broadsheet
