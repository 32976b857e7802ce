#include "compose/stitch.h"

namespace broadsheet {

namespace {

class EnglishSeams : public Seams {
 public:
  bool open_end(const Piece& piece) const override {
    const char32_t last = piece.text.empty() ? U'.' : piece.text.back();
    return !(last == '.' || last == '!' || last == '?' || last == '"' || last == 0x201D || last == ':');
  }
  double open_start(const Piece& piece) const override {
    const char32_t first = piece.text.empty() ? U'A' : piece.text.front();
    return first >= 'a' && first <= 'z' ? 4 : -1;
  }
  double continuation(const Piece& left, const Piece& right) const override {
    (void)left;
    return open_start(right);
  }
  bool is_lead(const Piece&) const override { return false; }
};

}  // namespace

const Seams& seams_en() {
  static const EnglishSeams seams;
  return seams;
}

}  // namespace broadsheet
