// Roles of lines in a language that has no tables here: by their shape and by what stands around them, chosen
// for the page as a whole (Viterbi 1967). No word is asked, but those that stand before a name.
#include <algorithm>
#include <array>
#include <cmath>

#include "compose/label.h"
#include "compose/line_look_en.h"
#include "text/fold.h"
#include "text/script.h"

namespace broadsheet {

namespace {

enum class Kind : size_t { kHead, kByline, kProse, kCaption, kOther };
constexpr size_t kKinds = 5;
using Odds = std::array<float, kKinds>;

constexpr size_t kShortest = 6;    // letters of a head
constexpr size_t kUsualHead = 80;  // that heads hardly are longer than
constexpr size_t kLongestHead = 130;
constexpr size_t kSentence = 45;   // from here on a closed line is a sentence
constexpr size_t kLongLine = 100;  // from here on an open line is text, too
constexpr size_t kEdge = 3;        // lines at a page's begin and end where date and number stand

float& of(Odds& odds, Kind kind) {
  return odds[static_cast<size_t>(kind)];
}

// What of a page stands in no story's way: it is stepped over when neighbours are asked.
bool is_idle(const Piece& piece, const LineLook& look) {
  return piece.text.empty() || look.noise;
}

// Where the name in brackets begins that closes a text: "…予定だ。(三枝 遼)", "… im Mai. (Jakob Thiel)".
// Behind the text where there is none.
size_t signature_in(const std::u32string& text) {
  constexpr size_t kLongest = 24;
  if (text.size() < 3 || text.back() != U')') return text.size();
  const size_t open = text.rfind(U'(');
  if (open == text.npos || open == 0 || text.size() - open > kLongest || is_small(text[open + 1]))
    return text.size();
  for (size_t k = open + 1; k + 1 < text.size(); ++k) {
    const char32_t c = text[k];
    const bool named = is_spaced_letter(c) || is_hanzi(c) || is_kana(c) || c == U' ' || c == U'.' ||
                       c == U'-' || c == 0x30FB || c == U'/';
    if (!named) return text.size();
  }
  size_t before = open;
  while (before > 0 && is_space(text[before - 1])) --before;
  return before > 0 && is_sentence_end(text[before - 1]) ? open : text.size();
}

// Parts such names from the texts that they close; the places of the names.
std::vector<size_t> part_signatures(Sheet& sheet) {
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const size_t at = signature_in(sheet.pieces[i].text);
    if (at < sheet.pieces[i].text.size()) cuts.emplace_back(i, at);
  }
  split_pieces(sheet, cuts);
  std::vector<size_t> names;
  for (size_t k = 0; k < cuts.size(); ++k) names.push_back(cuts[k].first + k + 1);
  return names;
}

class Shapes {
 public:
  explicit Shapes(Sheet& sheet) : sheet_(sheet), looks_(*sheet.looks) {
    for (size_t i = 0; i < sheet.pieces.size(); ++i) {
      if (!is_idle(sheet.pieces[i], looks_[i])) lines_.push_back(i);
    }
  }

  void run() {
    const std::vector<Kind> kinds = best();
    std::vector<Kind> all(sheet_.pieces.size(), Kind::kOther);
    for (size_t k = 0; k < lines_.size(); ++k) all[lines_[k]] = kinds[k];
    for (size_t i = 0; i < all.size(); ++i) set(i, all[i]);
  }

 private:
  const LineLook& look(size_t k) const { return looks_[lines_[k]]; }
  const Fragment& fragment(size_t k) const {
    return sheet_.reading.fragments[sheet_.pieces[lines_[k]].fragment];
  }
  static bool is_text(const LineLook& look) {
    return look.prose || look.starts_lower || (look.ends_sentence && look.length >= kSentence);
  }

  // Set in other letters right below a picture.
  bool is_below_image(size_t k) const {
    const size_t i = lines_[k];
    return i > 0 && sheet_.reading.fragments[sheet_.pieces[i - 1].fragment].image &&
           !fragment(k).marks.empty() && fragment(k).heading == 0 && look(k).length < 2 * kLongestHead;
  }

  // A line's odds, in nats, by its own shape and the lines beside it.
  Odds odds_of(size_t k) const {
    const LineLook& line = look(k);
    const Fragment& form = fragment(k);
    const LineLook* const below = k + 1 < lines_.size() ? &look(k + 1) : nullptr;
    Odds out{};
    float& head = of(out, Kind::kHead);
    float& byline = of(out, Kind::kByline);
    float& prose = of(out, Kind::kProse);
    const auto length = line.length;
    head += line.ends_sentence ? (sheet_.pieces[lines_[k]].text.back() == U'.' ? -4.F : -1.5F) : 1.5F;
    if (line.starts_lower) head -= 4;
    if (line.sentences) head -= 3;
    if (length < kShortest) head -= 2;
    head += length <= kUsualHead ? 1.F : length <= kLongestHead ? -.5F : -5.F;
    if (below && (is_text(*below) && !below->starts_lower)) head += 1;
    if (below && below->by_name) head += 1.5F;
    if (below && below->starts_lower && !line.ends_sentence) head -= 3;  // a sentence goes on there
    if (form.heading > 0) head += 6;
    if (form.in_head) head += 2;
    if (form.bold) head += 1.5F;

    prose += length >= kLongLine ? 2.F : line.prose ? 1.5F : 0;
    prose += line.ends_sentence ? 1.5F : length >= kLongLine ? 0 : -.5F;
    if (line.starts_lower) prose += 3;
    if (line.ends_hyphen) prose += 2;
    if (below && below->starts_lower && !line.ends_sentence) prose += 1.5F;

    // Heads have one capital, so a line with nothing but capitals is a name.
    byline = line.by_name ? 5.F : !line.name ? -4.F : line.words <= 3 ? 4.F : 2.F;
    if (form.heading > 0) byline -= 4;

    of(out, Kind::kCaption) = form.caption || is_below_image(k) ? 6.F : -6.F;

    float& other = of(out, Kind::kOther);
    const bool edge = k < kEdge || k + kEdge >= lines_.size();
    other = line.folio ? (edge ? 6.F : 2.F) : -2.F;
    if (line.jump_to) other = 6;
    if (form.margin) other += 4;
    return out;
  }

  // What may follow what. A story has a head, perhaps names, and text; names may stand below it, too.
  static float step(Kind from, Kind to) {
    static constexpr float kSteps[kKinds][kKinds] = {
        // head, byline, prose, caption, other
        {-.5F, .5F, .5F, 0, -1.5F},     // behind a head
        {-.5F, -.5F, .5F, -.5F, -.5F},  // byline
        {0, -1.5F, .5F, 0, 0},          // prose
        {0, -.5F, 0, 0, 0},             // caption
        {0, -1.5F, 0, 0, 0},            // other
    };
    return kSteps[static_cast<size_t>(from)][static_cast<size_t>(to)];
  }

  std::vector<Kind> best() const {
    const size_t n = lines_.size();
    std::vector<std::array<Kind, kKinds>> from(n);
    Odds at{};
    for (size_t k = 0; k < n; ++k) {
      const Odds own = odds_of(k);
      Odds next{};
      for (size_t to = 0; to < kKinds; ++to) {
        float most = -1e9F;
        for (size_t before = 0; before < kKinds; ++before) {
          // The page begins as behind what is in no story.
          if (k == 0 && before != static_cast<size_t>(Kind::kOther)) continue;
          const float odds = at[before] + step(static_cast<Kind>(before), static_cast<Kind>(to));
          if (odds <= most) continue;
          most = odds;
          from[k][to] = static_cast<Kind>(before);
        }
        next[to] = most + own[to];
      }
      at = next;
    }
    of(at, Kind::kHead) -= 3;  // nothing below it
    std::vector<Kind> kinds(n);
    Kind kind = static_cast<Kind>(std::max_element(at.begin(), at.end()) - at.begin());
    for (size_t k = n; k-- > 0;) {
      kinds[k] = kind;
      kind = from[k][static_cast<size_t>(kind)];
    }
    return kinds;
  }

  void set(size_t i, Kind kind) {
    static constexpr Role kRoleOf[kKinds] = {Role::kHeadline, Role::kByline, Role::kParagraph, Role::kCaption,
                                             Role::kFurniture};
    Piece& piece = sheet_.pieces[i];
    piece.role = kRoleOf[static_cast<size_t>(kind)];
    piece.certainty = 1;
    if (kind != Kind::kOther) return;
    if (looks_[i].jump_to) {
      piece.role = Role::kJump;
    } else {
      piece.furniture = !looks_[i].folio ? "other" : looks_[i].words <= 2 ? "folio" : "date";
    }
  }

  Sheet& sheet_;
  const std::vector<LineLook>& looks_;
  std::vector<size_t> lines_;  // pieces that are not idle
};

// How the lines look beside each other: a picture's other text is no line, and where a script has no capitals
// a text goes on in mid-sentence behind a long line that is left open.
std::shared_ptr<const std::vector<LineLook>> looks_other(const Sheet& sheet) {
  auto looks = std::make_shared<std::vector<LineLook>>();
  looks->reserve(sheet.pieces.size());
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    LineLook look = look_at_other(sheet.pieces[i].text);
    const Fragment& fragment = sheet.reading.fragments[sheet.pieces[i].fragment];
    look.noise = look.noise || fragment.image;
    if (i > 0 && look.caseless && look.ends_sentence && fragment.heading == 0) {
      const LineLook& above = looks->back();
      look.starts_lower = above.length >= kLongLine && !above.ends_sentence && !above.by_name;
      look.starts_capital = !look.starts_lower;
    }
    looks->push_back(look);
  }
  return looks;
}

}  // namespace

void label_other(Sheet& sheet) {
  const std::vector<size_t> signatures = part_signatures(sheet);
  sheet.looks = looks_other(sheet);
  Shapes(sheet).run();
  for (const size_t i : signatures) sheet.pieces[i].role = Role::kSignature;
}

}  // namespace broadsheet
