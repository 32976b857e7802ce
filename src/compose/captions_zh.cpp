#include "compose/captions_zh.h"

#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/stitch.h"

namespace broadsheet {

namespace {

constexpr double kSameText = 1;       // log-odds from which a picture's text goes on in the next piece
constexpr double kSameSentence = -2;  // the same, of a line that is torn
constexpr size_t kMostCaptionLines = 4;
constexpr size_t kShortBlock = 50;     // characters of a block below a picture that tells no story of its own
constexpr size_t kMostAside = 64;      // credits and furniture between a caption and its credit
constexpr size_t kLongestCredit = 40;  // characters, with the writers' names
constexpr size_t kLongestSaid = 80;    // characters of a picture's text that says so: 图为…

class Captions {
 public:
  Captions(Sheet& sheet, const std::vector<Facts>& facts)
      : sheet_(sheet), pieces_(sheet.pieces), facts_(facts) {}

  void run() {
    picture_captions();
    captions();
    said_captions();
  }

 private:
  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }

  // A picture's text with its credit where a sentence goes on behind it is a caption of that story.
  void picture_captions() {
    for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (!pieces_[i].picture || pieces_[i].role != Role::kParagraph) continue;
      size_t before = i;
      while (before > 0 && pieces_[before - 1].role == Role::kFurniture) --before;
      const bool open = !fragment(i).whole && before > 0 && pieces_[before - 1].role == Role::kParagraph &&
                        !facts_[before - 1].is_short && !ends_paragraph_zh(pieces_[before - 1].text);
      const bool short_block = fragment(i).whole && facts_[i].length < kShortBlock &&
                               pieces_[i].text.find(U"图为") == std::u32string::npos;
      if (!open && facts_[i].length >= 30 && !short_block) continue;
      if (open && text_goes_on(before - 1, i)) {
        pieces_[before - 1].picture = true;
        pieces_[i].picture = false;
        continue;
      }
      pieces_[i].role = Role::kCaption;
      pieces_[i].picture = false;
      pieces_[i + 1].role = Role::kCredit;
    }
  }

  // Does the text of the first piece, left open, go on in the second and not in a new paragraph?
  bool text_goes_on(size_t left, size_t right) const { return joins(left, right) > kSameText; }

  // Printed lines with a comma right above the next are a sentence torn rather than a head, where blank lines
  // part the blocks and the block is the picture's text alone: lines about as long as those below, more than
  // one.
  bool torn(size_t above) const {
    if (!sheet_.reading.printed || pieces_[above].text.find_first_of(U",，") == std::u32string::npos)
      return false;
    size_t top = above + 1;
    while (fragment(top).blank_before == 0) {
      if (top == 0 || above + 1 - top >= kMostCaptionLines) return false;
      --top;
      const Piece& line = pieces_[top];
      const size_t lines = fragment(top).lines.size();
      const size_t below = fragment(top + 1).lines.size();
      if (line.role != Role::kParagraph || ends_paragraph_zh(line.text) ||
          (line.text.size() + 2 * lines) * below < pieces_[top + 1].text.size() * lines)
        return false;
    }
    return top < above || (top == above && fragment(above).lines.size() > 1);
  }

  double joins(size_t left, size_t right) const {
    const Seams& seams = seams_zh();
    return 0.65 * seams.continuation(pieces_[left], pieces_[right]) +
           0.64 * std::clamp(seams.open_start(pieces_[right]), -6.0, 6.0);
  }

  // The piece before a credit is its caption, unless it is a head or a story of its own.
  void captions() {
    for (size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].role != Role::kCredit) continue;
      size_t before = i;
      while (before > 0 && i - before < kMostAside &&
             (pieces_[before - 1].role == Role::kFurniture || pieces_[before - 1].role == Role::kCredit))
        --before;
      if (before == 0) continue;
      Piece& caption = pieces_[before - 1];
      if (caption.role != Role::kParagraph || facts_[before - 1].length > 150 || is_lead_zh(caption.text))
        continue;
      // The end of a text that the dump has in two: a picture's story.
      if (before >= 2 && pieces_[before - 2].role == Role::kParagraph && !facts_[before - 2].is_short &&
          !ends_paragraph_zh(pieces_[before - 2].text) && text_goes_on(before - 2, before - 1)) {
        pieces_[before - 2].picture = true;
        pieces_[i].role = Role::kSignature;
        continue;
      }
      // Right below a head and above the next: all that a picture's story has.
      if (facts_[before - 1].stops && facts_[before - 1].length > 40) {
        size_t above = before - 1;
        while (above > 0 && pieces_[above - 1].role == Role::kByline) --above;
        const bool headed = above > 0 &&
                            (facts_[above - 1].is_short || pieces_[above - 1].role == Role::kHeadline) &&
                            pieces_[above - 1].role != Role::kByline;
        size_t below = i + 1;
        while (below < pieces_.size() && pieces_[below].role == Role::kFurniture) ++below;
        if (headed &&
            (below >= pieces_.size() || facts_[below].is_short || is_lead_zh(pieces_[below].text))) {
          pieces_[i].role = Role::kSignature;
          continue;
        }
      }
      caption.score[static_cast<size_t>(Role::kCaption)] += 8;
      caption.role = Role::kCaption;
      // Its lines may have come one by one; but what goes on below the picture is text.
      size_t below = i + 1;
      while (below < pieces_.size() && stands_aside(pieces_[below].role)) ++below;
      for (size_t k = before - 1; k > 0 && before - k < kMostCaptionLines; --k) {
        Piece& line = pieces_[k - 1];
        if (line.role != Role::kParagraph || !facts_[k - 1].is_short || ends_paragraph_zh(line.text) ||
            is_lead_zh(line.text) || fragment(k - 1).lines.size() >= kMostCaptionLines)
          break;
        const bool is_torn = torn(k - 1);
        const double joined = joins(k - 1, k);
        if (joined <= (is_torn ? kSameSentence : kSameText)) break;
        const bool apart = below >= pieces_.size() || (is_torn && fragment(below).blank_before > 0);
        if (!apart && joins(k - 1, below) > joined) break;
        line.role = Role::kCaption;
        line.next = static_cast<int>(k);
        pieces_[k].previous = static_cast<int>(k) - 1;
      }
    }
  }

  // 图为…: one sentence by itself that says what a picture shows. 图为什么, 图为证 are other words.
  void said_captions() {
    static constexpr std::u32string_view kOther = U"什何证据媒本例主题名";
    for (size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      const bool said = piece.text.size() > 4 && piece.text.starts_with(U"图为") &&
                        kOther.find(piece.text[2]) == std::u32string_view::npos;
      if (!said || piece.role != Role::kParagraph || piece.picture || facts_[i].length > kLongestSaid)
        continue;
      piece.role = Role::kCaption;
    }
  }

  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  const std::vector<Facts>& facts_;
};

}  // namespace

size_t names_behind_credit_zh(std::u32string_view text) {
  constexpr auto kNone = std::u32string_view::npos;
  if (text.size() > kLongestCredit) return kNone;
  size_t end = text.find(U'摄');
  if (end == kNone) return kNone;
  ++end;
  if (end < text.size() && text[end] == U'影') ++end;
  if (end < text.size() && text[end] == U'(') {
    const size_t close = text.find(U')', end);
    if (close == kNone) return kNone;
    end = close + 1;
  }
  size_t names = end;
  while (names < text.size() && text[names] == U' ') ++names;
  if (names == end || names == text.size()) return kNone;
  return is_credit_zh(text.substr(0, end)) && is_names_zh(text.substr(names)) ? end : kNone;
}

void label_captions_zh(Sheet& sheet, const std::vector<Facts>& facts) {
  Captions(sheet, facts).run();
}

}  // namespace broadsheet
