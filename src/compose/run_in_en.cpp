#include "compose/run_in_en.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compose/words_en.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kLeast = 3;     // on a page, or it is no habit
constexpr size_t kLongest = 90;  // characters of such a head
constexpr size_t kText = 40;     // characters behind it

bool is_dash(char32_t c) {
  return c == 0x2014 || c == 0x2013;
}

// Where the dash stands that ends the head, or npos: all of it in capitals, a full stop at its end, a
// sentence of its own behind it. A colon stands behind one who speaks.
size_t dash_behind_head(std::u32string_view text) {
  size_t letters = 0;
  size_t words = 0;
  for (size_t i = 0; i < text.size() && i < kLongest; ++i) {
    const char32_t c = text[i];
    if (is_dash(c)) {
      size_t stop = i;
      while (stop > 0 && text[stop - 1] == ' ') --stop;
      const bool stops = stop > 0 && text[stop - 1] == '.';
      size_t behind = i + 1;
      while (behind < text.size() && text[behind] == ' ') ++behind;
      const bool goes_on = behind < text.size() && text[behind] >= 'a' && text[behind] <= 'z';
      return stops && !goes_on && letters >= 6 && words >= 1 && text.size() > i + kText ? i : text.npos;
    }
    if (c == ' ') ++words;
    if (!is_latin(c)) continue;
    if (c >= 'a' && c <= 'z') return text.npos;
    ++letters;
  }
  return text.npos;
}

bool is_among(const std::string& word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "MRS. DYER", "THE JUDGE": who says what stands behind the dash.
bool is_speaker(const std::vector<std::string>& words) {
  if (is_among(words[0], {"mr", "mrs", "miss", "ms", "messrs", "dr", "sir", "rev", "hon", "capt", "col",
                          "lord", "lady", "prof", "alderman", "councillor", "judge", "justice"}))
    return std::none_of(words.begin(), words.end(),
                        [](const std::string& word) { return is_small_word(word); });
  return words.size() == 2 && words[0] == "the" &&
         is_among(words[1],
                  {"bishop",  "chairman",  "chancellor", "clerk",     "coroner",  "counsel",  "court",
                   "dean",    "defendant", "foreman",    "governor",  "judge",    "lord",     "magistrate",
                   "mayor",   "minister",  "premier",    "president", "prisoner", "recorder", "secretary",
                   "sheriff", "speaker",   "vicar",      "witness"});
}

// "NEW YORK, MAY 3", "PARIS, Tuesday": a day among figures or behind a comma.
bool is_dated(std::u32string_view head, const std::vector<std::string>& words) {
  const bool figures = std::any_of(head.begin(), head.end(), is_digit);
  if (figures && std::any_of(words.begin(), words.end(), is_weekday_or_month)) return true;
  const size_t comma = head.rfind(U',');
  if (comma == head.npos) return false;
  const std::vector<std::string> behind = words_en(head.substr(comma));
  return !behind.empty() && is_weekday_or_month(behind[0]);
}

enum class Kind { kNone, kPerhaps, kHead };

// `common`: the words that the page has in lower case. Names of people, places and ships are none of them.
Kind kind_of(std::u32string_view head, const std::unordered_set<std::string>& common) {
  const std::vector<std::string> words = words_en(head);
  size_t whole = 0;  // words that are no initials
  bool says = false;
  for (const std::string& word : words) {
    whole += word.size() >= 2 ? 1 : 0;
    says = says || is_small_word(word) || common.count(word) > 0;
  }
  if (whole < 2 || is_speaker(words) || is_dated(head, words)) return Kind::kNone;
  if (words.back() == "co" && head.find(U'&') != head.npos) return Kind::kNone;
  if (says) return Kind::kHead;
  const bool place =
      is_among(words[0], {"st", "new", "san", "santa", "los", "las", "el", "port", "fort", "mount"});
  return place ? Kind::kNone : Kind::kPerhaps;
}

std::unordered_set<std::string> common_words(const Sheet& sheet) {
  constexpr size_t kShort = 4;
  std::unordered_set<std::string> common;
  for (const Piece& piece : sheet.pieces) {
    const std::u32string& text = piece.text;
    for (size_t at = 0; at < text.size();) {
      size_t end = at;
      bool lower = true;
      for (; end < text.size() && is_latin(text[end]); ++end)
        lower = lower && text[end] >= 'a' && text[end] <= 'z';
      if (lower && end - at >= kShort) common.insert(to_utf8(text.substr(at, end - at)));
      at = std::max(end, at + 1);
    }
  }
  return common;
}

// Texts that begin like run-in heads. Where a Markdown head has a text, what follows is inside it.
std::vector<std::pair<size_t, size_t>> find_beginnings(const Sheet& sheet) {
  std::vector<std::pair<size_t, size_t>> cuts;
  bool below_head = false;
  bool inside = false;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const Piece& piece = sheet.pieces[i];
    const bool heading = heading_of(sheet, i) > 0;
    const size_t dash = heading ? piece.text.npos : dash_behind_head(piece.text);
    if (heading) {
      inside = false;
      below_head = true;
    } else if (dash != piece.text.npos) {
      if (!inside) cuts.emplace_back(i, dash);
      below_head = false;
    } else if (below_head && piece.text.size() > kText) {
      inside = true;
    }
  }
  return cuts;
}

// Those of them that are heads: one that comes twice is somebody who speaks.
void keep_heads(const Sheet& sheet, std::vector<std::pair<size_t, size_t>>& cuts) {
  const std::unordered_set<std::string> common = common_words(sheet);
  const auto head_of = [&](const std::pair<size_t, size_t>& cut) {
    return std::u32string_view(sheet.pieces[cut.first].text).substr(0, cut.second);
  };
  const auto key_of = [&](const std::pair<size_t, size_t>& cut) {
    std::string key;
    for (const std::string& word : words_en(head_of(cut))) key += word + " ";
    return key;
  };
  std::unordered_map<std::string, size_t> times;
  for (const auto& cut : cuts) ++times[key_of(cut)];
  size_t sure = 0;
  std::vector<std::pair<size_t, size_t>> kept;
  for (const auto& cut : cuts) {
    const Kind kind = kind_of(head_of(cut), common);
    if (kind == Kind::kNone || times[key_of(cut)] > 1) continue;
    sure += kind == Kind::kHead ? 1 : 0;
    kept.push_back(cut);
  }
  if (sure < kLeast) kept.clear();
  cuts.swap(kept);
}

}  // namespace

std::set<size_t> part_run_in_heads_en(Sheet& sheet) {
  std::set<size_t> heads;
  std::vector<std::pair<size_t, size_t>> cuts = find_beginnings(sheet);
  if (cuts.size() >= kLeast) keep_heads(sheet, cuts);
  if (cuts.size() < kLeast) return heads;
  split_pieces(sheet, cuts);
  for (size_t k = 0; k < cuts.size(); ++k) {
    Piece& head = sheet.pieces[cuts[k].first + k];
    Piece& tail = sheet.pieces[cuts[k].first + k + 1];
    heads.insert(cuts[k].first + k);
    // The dash is neither's word.
    size_t behind = tail.at[0];
    next_code_point(sheet.source->text, behind);
    head.marks.push_back({tail.at[0], static_cast<uint32_t>(behind)});
    size_t words = 1;
    while (words < tail.text.size() && tail.text[words] == ' ') ++words;
    tail.text.erase(0, words);
    tail.at.erase(tail.at.begin(), tail.at.begin() + static_cast<std::ptrdiff_t>(words));
    while (!head.text.empty() && head.text.back() == ' ') {
      head.text.pop_back();
      head.at.pop_back();
    }
  }
  return heads;
}

}  // namespace broadsheet
