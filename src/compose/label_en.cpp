// English roles: the model chooses for the page as a whole, patterns tell kinds of furniture apart.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>

#include "compose/choose_roles_en.h"
#include "compose/label.h"
#include "compose/roles_en.h"
#include "compose/run_in_en.h"
#include "compose/traits_en.h"
#include "compose/words_en.h"
#include "text/fold.h"

namespace broadsheet {

namespace {

bool greets(const Piece& piece) {
  const std::vector<std::string> words = words_en(std::u32string_view(piece.text).substr(0, 10));
  return !words.empty() && (words[0] == "dear" || reads_like(words[0], "editor", 1));
}

float log_of(float chance) {
  return std::log(std::max(chance, 1e-6F));
}

// What a line of no article is: its role and kind of furniture.
void place_other(Piece& piece, const LineLook& look, bool image) {
  const std::vector<std::string> words = words_en(piece.text);
  piece.role = Role::kFurniture;
  if (look.jump_to || look.jump_from) {
    piece.role = Role::kJump;
  } else if (look.section) {
    piece.furniture = "section";
  } else if (look.folio) {
    piece.furniture = words.size() <= 2 ? "folio" : "date";
  } else if (image || look.noise || look.letters < 4) {
    piece.furniture = "other";
  } else {
    piece.role = Role::kAdvertisement;
  }
}

// A line that may be a picture's credit whose letters the engine misread: a few words that look like no
// English.
bool misread_credit(const LineLook& look) {
  return look.length >= 6 && look.length <= 32 && look.words <= 4 && look.likeness < -3.4 && !look.folio &&
         !look.telephone && !look.price && look.letters * 3 > look.length * 2;
}

// Whether a sentence cuts another in two that goes on behind it: what stands under a picture cuts a column
// so.
bool interrupts(const Sheet& sheet, const std::vector<LineLook>& looks, size_t i) {
  size_t before = i;
  size_t behind = i;
  constexpr size_t kNoise = 2;  // specks between them
  do {
    if (before == 0) return false;
    --before;
  } while (looks[before].noise && i - before <= kNoise);
  do {
    if (++behind >= looks.size()) return false;
  } while (looks[behind].noise && behind - i <= kNoise);
  if (sheet.pieces[before].role != Role::kParagraph || sheet.pieces[behind].role != Role::kParagraph)
    return false;
  return !looks[before].ends_sentence && looks[behind].starts_lower;
}

// Calls `see` with every word of four letters or more that a capital begins and with where it begins and
// ends; `inside`: only in mid-sentence.
template <class See>
void each_name(const std::u32string& text, bool inside, const See& see) {
  bool begins = true;  // a sentence
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_latin(text[end])) ++end;
    if (end == at) {
      if (text[at] != U' ' && text[at] != U',' && text[at] != U'-') begins = true;
      ++at;
      continue;
    }
    if (end - at >= 4 && text[at] >= U'A' && text[at] <= U'Z' && !(inside && begins)) {
      const std::vector<std::string> word = words_en(std::u32string_view(text).substr(at, end - at));
      if (!word.empty() && !is_small_word(word[0]) && !is_weekday_or_month(word[0])) see(word[0], at, end);
    }
    begins = false;
    at = end;
  }
}

// Whom and what the page's stories tell of: names that two paragraphs or more have, but hardly another line.
// What the paper and its town are called stands in advertisements as well.
class Told {
 public:
  explicit Told(const Sheet& sheet) {
    for (const Piece& piece : sheet.pieces) {
      const bool prose = piece.role == Role::kParagraph;
      if (!prose && piece.role != Role::kAdvertisement && piece.role != Role::kFurniture) continue;
      std::set<std::string> names;
      each_name(piece.text, prose, [&](const std::string& name, size_t at, size_t /*end*/) {
        names.insert(name);
        if (prose && at >= 4 && piece.text.compare(at - 4, 4, U"the ") == 0) told_[name].thing = true;
      });
      for (const std::string& name : names) ++(prose ? told_[name].paragraphs : told_[name].elsewhere);
    }
  }

  // Whether a line that is no paragraph names one of them.
  bool named_in(const std::u32string& text) const {
    bool found = false;
    each_name(text, false,
              [&](const std::string& name, size_t, size_t) { found = found || is_told(name, 2); });
    return found;
  }

  // Whether such a line ends with the name of a person: nobody is "the".
  bool ends_with_person(const std::u32string& text) const {
    bool found = false;
    each_name(text, false, [&](const std::string& name, size_t, size_t end) {
      found = end == text.size() && is_told(name, 3) && !told_.find(name)->second.thing;
    });
    return found;
  }

 private:
  struct Name {
    size_t paragraphs = 0;
    size_t elsewhere = 0;
    bool thing = false;
  };
  bool is_told(const std::string& name, size_t paragraphs) const {
    const auto told = told_.find(name);
    return told != told_.end() && told->second.paragraphs >= paragraphs && told->second.elsewhere <= 1;
  }
  std::unordered_map<std::string, Name> told_;
};

// A caption stands beside the credit of its picture; without one the model has to be fairly sure.
void find_captions(Sheet& sheet, const std::vector<LineLook>& looks, const std::vector<RoleGuess>& guesses) {
  const size_t n = sheet.pieces.size();
  constexpr auto kCaptionTag = static_cast<size_t>(Tag::kCaption);
  const auto spare = [&](size_t i) {
    const LineLook& look = looks[i];
    const Role role = sheet.pieces[i].role;
    if (look.length < 20 || look.length > 320 || look.likeness < -3.1 || look.telephone || look.price)
      return false;
    if (role == Role::kAdvertisement || role == Role::kFurniture) return !look.folio && !look.section;
    return false;
  };
  // A sentence of its own that no text follows.
  const auto tells = [&](size_t i) {
    const LineLook& look = looks[i];
    return look.starts_capital && look.ends_sentence && sheet.pieces[i].text.back() == U'.' && !look.offer &&
           look.shouted * 4 < look.words && look.words >= 6 && look.marks * 12 < look.length &&
           (i + 1 >= n || sheet.pieces[i + 1].role != Role::kParagraph);
  };
  const Told told(sheet);
  for (size_t i = 0; i < n; ++i) {
    if (sheet.pieces[i].role == Role::kCredit) {
      for (int side : {-1, 1}) {
        size_t at = i;
        for (int steps = 0; steps < 2; ++steps) {
          if ((side < 0 && at == 0) || (side > 0 && at + 1 >= n)) break;
          at = side < 0 ? at - 1 : at + 1;
          if (!looks[at].noise) break;
        }
        if (at != i && spare(at) && looks[at].starts_capital && looks[at].ends_sentence)
          sheet.pieces[at].role = Role::kCaption;
      }
    } else if (spare(i) && (guesses[i].chance[kCaptionTag] > 0.25F ||
                            (tells(i) && told.named_in(sheet.pieces[i].text)))) {
      sheet.pieces[i].role = Role::kCaption;
    } else if (looks[i].starts_capital && looks[i].ends_sentence && looks[i].length < 200) {
      const float chance = guesses[i].chance[kCaptionTag];
      const bool below_credit = i > 0 && (looks[i - 1].credit || misread_credit(looks[i - 1]));
      // Where a story's text follows, the sentence below a credit is of that story.
      const bool alone = below_credit && (i + 1 >= n || !looks[i + 1].prose);
      const bool stands_in_text =
          sheet.pieces[i].role == Role::kParagraph && (alone || interrupts(sheet, looks, i));
      if ((spare(i) && below_credit && chance > 0.05F) || (stands_in_text && chance > 0.05F)) {
        sheet.pieces[i].role = Role::kCaption;
      }
    }
    if (sheet.pieces[i].role == Role::kCaption) sheet.pieces[i].furniture.clear();
    // Under a portrait stands a name.
    if (sheet.pieces[i].role == Role::kAdvertisement && looks[i].name && looks[i].words <= 3 &&
        looks[i].shouted == 0 && told.ends_with_person(sheet.pieces[i].text))
      sheet.pieces[i].role = Role::kCaption;
  }
}

// Words under a picture that stand above the head of their story: one sentence at the end of a text that
// tells of nobody in it, while the text below the head does. The last sentence of a text may do so, too:
// words under a picture are shorter than its paragraphs and stand farther apart from them than those do.
void find_captions_above(Sheet& sheet, const std::vector<LineLook>& looks) {
  constexpr size_t kReach = 14;  // pieces of either text
  const size_t n = sheet.pieces.size();
  const auto blank_before = [&](size_t i) {
    const size_t fragment = sheet.pieces[i].fragment;
    return fragment < sheet.reading.fragments.size() ? sheet.reading.fragments[fragment].blank_before : 0;
  };
  for (size_t i = 1; i + 2 < n; ++i) {
    const LineLook& look = looks[i];
    const std::u32string& text = sheet.pieces[i].text;
    if (sheet.pieces[i].role != Role::kParagraph || sheet.pieces[i + 1].role != Role::kHeadline) continue;
    if (look.length < 30 || look.length > 180 || !look.starts_capital || text.back() != U'.' || look.said ||
        !looks[i - 1].ends_sentence || sheet.pieces[i - 1].role != Role::kParagraph)
      continue;
    const bool text_before = i >= 2 && sheet.pieces[i - 2].role == Role::kParagraph;
    if (!text_before || look.length >= looks[i - 1].length || blank_before(i) <= blank_before(i - 1))
      continue;
    std::set<std::string> names;
    each_name(text, false, [&](const std::string& name, size_t, size_t) { names.insert(name); });
    const auto found = [&](size_t from, size_t to) {
      std::set<std::string> seen;
      for (size_t k = from; k < to; ++k) {
        if (sheet.pieces[k].role != Role::kParagraph) continue;
        each_name(sheet.pieces[k].text, false, [&](const std::string& name, size_t, size_t) {
          if (names.count(name) > 0) seen.insert(name);
        });
      }
      return seen.size();
    };
    size_t own = i;
    while (own > 0 && i - own < kReach && sheet.pieces[own - 1].role != Role::kHeadline) --own;
    size_t below = i + 1;
    while (below < n && sheet.pieces[below].role == Role::kHeadline) ++below;
    size_t end = below;
    while (end < n && end - below < kReach && sheet.pieces[end].role != Role::kHeadline) ++end;
    if (found(own, i) == 0 && found(below, end) >= 2) sheet.pieces[i].role = Role::kCaption;
  }
}

// What the model took for something else and the lines around it tell: a line that breaks off in mid-sentence
// below a closed one is no head, prose beside a paragraph is more seldom an advertisement than prose
// elsewhere, and "By Jane Doe" above prose or above her post is a byline.
void mend_roles(Sheet& sheet, const std::vector<LineLook>& looks, const std::vector<RoleGuess>& guesses) {
  constexpr float kBeside = 0.3F;
  constexpr float kAlone = 0.4F;
  constexpr size_t kNoise = 4;  // lines of it between two that belong together
  constexpr size_t kTitle = 3;  // words
  constexpr size_t kMostTitle = 12;
  constexpr size_t kDeck = 180;
  constexpr size_t kSentence = 120;  // a deck that is one
  const size_t n = looks.size();
  const auto is = [&](size_t i, Role role) { return i < n && sheet.pieces[i].role == role; };
  // Whether the text of a story stands below the bylines that begin with `i`.
  const auto text_behind = [&](size_t i) {
    const size_t end = std::min(n, i + 2 * kNoise);
    while (i < end && (looks[i].by_name || looks[i].post || looks[i].noise || is(i, Role::kCredit))) ++i;
    return is(i, Role::kParagraph) || (i < n && looks[i].prose);
  };
  for (size_t i = 1; i < n; ++i) {
    Piece& piece = sheet.pieces[i];
    const LineLook& look = looks[i];
    size_t next = i + 1;
    while (next < n && next <= i + kNoise && looks[next].noise) ++next;
    const bool below = is(i - 1, Role::kParagraph);
    const bool signed_below = is(next, Role::kByline) && looks[next].by_name;
    // The text begins below the byline.
    const bool deck = signed_below && is(i - 1, Role::kHeadline) && piece.role == Role::kParagraph &&
                      look.length <= kDeck && !look.starts_lower && !look.dateline &&
                      (look.length <= kSentence || !look.ends_sentence) && text_behind(next) &&
                      piece.text.front() != U'"' && piece.text.front() != U'\u201C';
    // "Kitchen Staff": who wrote stands below it.
    const bool no_byline = signed_below && piece.role == Role::kByline && !look.by_name && !look.post &&
                           below && looks[i - 1].ends_sentence;
    if (deck || no_byline) {
      piece.role = Role::kHeadline;
    } else if (piece.role == Role::kHeadline && look.name && look.words <= 3 && look.shouted < look.words &&
               next < n && looks[next].post && is(next, Role::kByline) && is(i - 1, Role::kHeadline)) {
      piece.role = Role::kByline;  // "Jane Doe", and below it what she is
    } else if (piece.role == Role::kHeadline && is(i - 1, Role::kByline) && !look.ends_sentence &&
               heading_of(sheet, i) == 0 && next < n && looks[next].starts_lower &&
               (is(next, Role::kParagraph) || looks[next].prose)) {
      piece.role = Role::kParagraph;  // the first words of a text, cut off from the others
    } else if (piece.role == Role::kHeadline) {
      if (look.hangs && below && looks[i - 1].ends_sentence && !is(next, Role::kHeadline))
        piece.role = Role::kParagraph;
    } else if (piece.role == Role::kAdvertisement) {
      if (look.by_name && next < n && (looks[next].post || looks[next].prose)) {
        piece.role = Role::kByline;
      } else if (below && look.said && look.ends_sentence && look.starts_capital && !look.offer) {
        piece.role = Role::kParagraph;  // a price that somebody named
      } else if (look.prose && !look.offer && !look.price && !look.telephone) {
        size_t last = i - 1;
        while (last > 0 && last + kNoise > i && looks[last].noise) --last;
        const bool begins = (is(last, Role::kByline) && (looks[last].by_name || looks[last].post)) ||
                            looks[last].jump_from || look.salutation;
        const bool first = begins && look.shouted * 4 < look.words;
        const bool goes_on = below && !looks[i - 1].ends_sentence && look.starts_lower;
        const bool beside = below || is(next, Role::kParagraph);
        // A report that a place or a speaker opens under a line of its own.
        const bool titled = (look.dateline || look.said) && is(i - 1, Role::kAdvertisement) &&
                            begins_block(sheet, i) && begins_block(sheet, i - 1) &&
                            looks[i - 1].words >= kTitle && looks[i - 1].words <= kMostTitle &&
                            looks[i - 1].capitals == looks[i - 1].words && !looks[i - 1].ends_sentence &&
                            !looks[i - 1].offer && !looks[i - 1].price && !looks[i - 1].telephone;
        if (titled) sheet.pieces[i - 1].role = Role::kHeadline;
        if (titled || first || goes_on ||
            guesses[i].chance[static_cast<size_t>(Tag::kProse)] > (beside ? kBeside : kAlone))
          piece.role = Role::kParagraph;
      }
    }
  }
}

// Where Markdown marks the heads the odds of what would be trade between printed lines count for less: a
// marked head is one, and so are the sentences below it a story's, to the next mark.
void trust_marked_heads(Sheet& sheet, const std::vector<LineLook>& looks) {
  constexpr size_t kSentence = 8;  // words
  bool below = false;
  for (size_t i = 0; i < looks.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    const bool trade = piece.role == Role::kAdvertisement;
    if (heading_of(sheet, i) > 0) {
      if (trade && looks[i].letters > 0) piece.role = Role::kHeadline;
      below = piece.role == Role::kHeadline;
    } else if (sheet.reading.fragments[piece.fragment].rule) {
      below = false;
    } else if (sheet.reading.fragments[piece.fragment].bold && i > 0 && looks[i].words < kSentence &&
               !looks[i].ends_sentence && !looks[i].by_name && looks[i - 1].ends_sentence &&
               sheet.pieces[i - 1].role == Role::kParagraph && (trade || piece.role == Role::kParagraph)) {
      piece.role = Role::kSubhead;
    } else if (trade && below && looks[i].words >= kSentence && looks[i].ends_sentence) {
      piece.role = Role::kParagraph;
    }
  }
}

// "By Jane Doe" with nothing of a story above or below it: who draws the comics, or says so in an
// advertisement.
void drop_lone_bylines(Sheet& sheet, const std::vector<LineLook>& looks) {
  constexpr size_t kReach = 8;  // specks and other bylines between it and what it belongs to
  // Of columns read into each other any line may stand beside any.
  const size_t n = sheet.reading.printed ? 0 : looks.size();
  const auto idle = [&](size_t i) { return looks[i].noise || sheet.pieces[i].role == Role::kByline; };
  const auto foreign = [&](size_t i) {
    const Role role = sheet.pieces[i].role;
    return role == Role::kAdvertisement || role == Role::kFurniture;
  };
  for (size_t i = 0; i < n; ++i) {
    if (sheet.pieces[i].role != Role::kByline || !looks[i].by_name || heading_of(sheet, i) > 0) continue;
    size_t above = i;
    while (above > 0 && above + kReach > i && idle(above)) --above;
    size_t below = i;
    while (below < n && below < i + kReach && idle(below)) ++below;
    if (above < i && foreign(above) && (below == n || foreign(below)))
      sheet.pieces[i].role = Role::kAdvertisement;
  }
}

// Words that only papers are called by, at the end ("Millfield Herald") or behind "The"; where they mean
// something else as well ("Post Office Closes"), behind "The" and at the end.
bool names_paper(const std::vector<std::string>& words) {
  static const char* const kOpening[] = {"the", "daily", "evening", "morning", "sunday", "weekly"};
  static const char* const kOther[] = {"mail",   "mirror", "news", "post", "press",
                                       "record", "review", "star", "sun"};
  if (words.size() < 2) return false;
  const bool opens = std::find(std::begin(kOpening), std::end(kOpening), words[0]) != std::end(kOpening);
  const bool other = std::find(std::begin(kOther), std::end(kOther), words.back()) != std::end(kOther);
  return is_paper_word(words.back()) || (opens && is_paper_word(words[1])) ||
         (other && (opens || words.size() == 2));
}

// The name of the paper among the lines of date and page at the top of it, above the first head.
void find_masthead(Sheet& sheet, const std::vector<LineLook>& looks) {
  constexpr size_t kTop = 6;
  const size_t n = sheet.pieces.size();
  for (size_t i = 0; i + 1 < std::min(n, kTop); ++i) {
    if (sheet.pieces[i].role != Role::kHeadline || looks[i].words > 4 || looks[i].words < 2) continue;
    if (looks[i].capitals + looks[i].small_words < looks[i].words) continue;
    const Fragment& fragment = sheet.reading.fragments[sheet.pieces[i].fragment];
    const bool marked = i == 0 && (fragment.bold || fragment.heading > 0);
    const bool beside = marked || (i > 0 && looks[i - 1].folio) || looks[i + 1].folio;
    const bool above = i + 2 < n && (sheet.pieces[i + 1].role == Role::kHeadline ||
                                     (looks[i + 1].folio && sheet.pieces[i + 2].role == Role::kHeadline));
    if (!beside || !above) continue;
    const std::vector<std::string> words = words_en(sheet.pieces[i].text);
    const bool again = std::any_of(sheet.pieces.begin(), sheet.pieces.end(), [&](const Piece& piece) {
      return (piece.role == Role::kFurniture || piece.role == Role::kAdvertisement) &&
             piece.text.size() <= sheet.pieces[i].text.size() + 4 && words_en(piece.text) == words;
    });
    if (!again && !names_paper(words)) continue;
    sheet.pieces[i].role = Role::kFurniture;
    sheet.pieces[i].furniture = "section";
  }
}

// Heads in the first line of their texts, and what stands over several of them: "LOCAL INTELLIGENCE."
void set_run_in_heads(Sheet& sheet, const std::vector<LineLook>& looks, const std::set<size_t>& heads) {
  for (size_t i : heads) {
    sheet.pieces[i].role = Role::kHeadline;
    sheet.pieces[i + 1].role = Role::kParagraph;
    if (i == 0 || looks[i - 1].shouted < looks[i - 1].words || looks[i - 1].words > 4) continue;
    sheet.pieces[i - 1].role = Role::kFurniture;
    sheet.pieces[i - 1].furniture = "section";
  }
}

// The name under a letter to the editor.
void find_signatures(Sheet& sheet, const std::vector<LineLook>& looks) {
  constexpr size_t kLetter = 14;  // lines that a letter may have
  size_t greeted = sheet.pieces.size();
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    if (piece.role == Role::kParagraph && greets(piece)) greeted = i;
    if (piece.role == Role::kHeadline) greeted = sheet.pieces.size();
    if (greeted >= i || i - greeted > kLetter || piece.role != Role::kAdvertisement) continue;
    if (!looks[i].name || looks[i].words > 4 || sheet.pieces[i - 1].role != Role::kParagraph) continue;
    piece.role = Role::kByline;
    greeted = sheet.pieces.size();
  }
}

// With the model given, or without one with those built in.
void label_by(Sheet& sheet, const RoleModel* model) {
  const std::set<size_t> run_in = part_run_in_heads_en(sheet);
  sheet.looks = looks_of(sheet);
  const std::vector<LineLook>& looks = *sheet.looks;
  const std::vector<std::vector<uint16_t>> traits = traits_en(sheet, looks);
  const std::vector<RoleGuess> guesses = model ? model->decode(traits) : choose_roles_en(sheet, traits);
  static constexpr Role kRoleOf[kTags] = {Role::kHeadline, Role::kByline,  Role::kParagraph,
                                          Role::kSubhead,  Role::kCaption, Role::kAdvertisement};
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    const LineLook& look = looks[i];
    const Fragment& fragment = sheet.reading.fragments[piece.fragment];
    piece.score.fill(log_of(0));
    for (size_t t = 0; t < kTags; ++t)
      piece.score[static_cast<size_t>(kRoleOf[t])] = log_of(guesses[i].chance[t]);
    const auto tag = static_cast<size_t>(guesses[i].tag);
    piece.role = kRoleOf[tag];
    piece.certainty = guesses[i].chance[tag];
    if (look.letters + look.digits == 0 || fragment.rule) piece.role = Role::kAdvertisement;
    if (look.section && piece.role != Role::kAdvertisement && fragment.heading == 0) {
      piece.role = Role::kAdvertisement;
    }
    if (look.jump_to || look.jump_from) {
      piece.role = Role::kJump;
    } else if (look.credit && (piece.role == Role::kCaption || piece.role == Role::kAdvertisement ||
                               piece.role == Role::kByline ||
                               guesses[i].chance[static_cast<size_t>(Tag::kCaption)] > 0.15F)) {
      piece.role = Role::kCredit;
    } else if (look.post && greets(piece)) {
      piece.role = Role::kParagraph;  // "Editor:"
    } else if (look.post && piece.role != Role::kParagraph) {
      piece.role = Role::kByline;
    }
    // What Markdown marks as a head is one, unless it is "By Jane Doe" or says what she is.
    if (piece.role == Role::kByline && fragment.heading > 0 && !look.by_name && !look.post)
      piece.role = Role::kHeadline;
    // A picture's alternative text is often said again below it.
    const bool said = i > 0 && piece.text == sheet.pieces[i - 1].text &&
                      sheet.reading.fragments[sheet.pieces[i - 1].fragment].image;
    if ((fragment.image || said || fragment.caption) && look.words >= 4) piece.role = Role::kCaption;
    if (piece.role == Role::kAdvertisement) place_other(piece, look, fragment.image);
  }
  trust_marked_heads(sheet, looks);
  mend_roles(sheet, looks, guesses);
  set_run_in_heads(sheet, looks, run_in);
  find_masthead(sheet, looks);
  find_captions(sheet, looks, guesses);
  find_captions_above(sheet, looks);
  find_signatures(sheet, looks);
  drop_lone_bylines(sheet, looks);
}

}  // namespace

void label_en(Sheet& sheet, const RoleModel& model) {
  label_by(sheet, &model);
}

void label_en(Sheet& sheet) {
  label_by(sheet, nullptr);
}

}  // namespace broadsheet
