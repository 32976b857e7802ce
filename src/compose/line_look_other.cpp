// A line of a language that has no tables here. What the role tables ask of English words and letters gets
// the value that a clean English line of that shape has, so that the page is told by its shapes and their
// order.
#include <algorithm>

#include "compose/line_look_en.h"
#include "compose/words_other.h"
#include "text/fold.h"
#include "text/script.h"

namespace broadsheet {

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x61F || c == 0x6D4 ||
         c == 0x964 || c == 0x965 || c == 0x589;
}

namespace {

constexpr size_t kLongWord = 9;  // letters, with the blank behind it

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
         c == 0x2039 || c == 0x203A;
}

struct Token {
  bool capital = false;
  bool shouted = false;
  bool cased = false;
  bool plain = true;  // nothing but letters and what stands in names
};

std::vector<Token> tokens_of(std::u32string_view text) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    if (i == text.size()) break;
    Token token;
    size_t letters = 0;
    size_t capitals = 0;
    for (; i < text.size() && !is_space(text[i]); ++i) {
      const char32_t c = text[i];
      if (!is_spaced_letter(c)) {
        token.plain =
            token.plain && (c == '.' || c == '-' || c == '\'' || c == 0x2019 || c == ',' || c >= 0x300);
        continue;
      }
      token.cased = token.cased || is_capital(c) || is_small(c);
      if (letters == 0) token.capital = is_capital(c);
      ++letters;
      capitals += is_capital(c) ? 1 : 0;
    }
    token.plain = token.plain && letters > 0;
    token.shouted = letters >= 2 && capitals == letters;
    tokens.push_back(token);
  }
  return tokens;
}

// "Por Lucía Romero", "Von Hans von der Au", "김민수 기자"
bool is_by_name(const std::vector<Token>& tokens, const std::vector<std::string>& words) {
  if (tokens.size() < 2 || tokens.size() > 7 || words.size() != tokens.size()) return false;
  if (is_reporter_word(words.back())) return true;
  if (!is_by_word(words.front())) return false;
  for (size_t k = 1; k < tokens.size(); ++k) {
    if (tokens[k].cased && !tokens[k].capital && !is_particle(words[k]) && !is_and_word(words[k]))
      return false;
  }
  return tokens[1].capital || !tokens[1].cased;
}

bool any_page_word(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_page_word(word); });
}
bool any_month_word(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_month_word(word); });
}

// A page's number, or a date: "Seite 3", "14. November 2031", "2031년 3월 2일 4면".
bool is_folio(std::u32string_view text, const std::vector<std::string>& words) {
  constexpr size_t kLongest = 60;
  if (words.empty() || text.size() > kLongest) return false;
  size_t numbers = 0;
  bool year = false;
  size_t others = 0;  // letters
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end > i) {
      ++numbers;
      year = year || (end - i == 4 && (text[i] == '1' || text[i] == '2'));
    } else if (!is_space(text[i])) {
      ++others;
    }
    i = std::max(end, i + 1);
  }
  if (numbers > 0 && others == 0) return true;
  if (words.size() == 2 && numbers == 1 && any_page_word(words)) return true;
  return numbers >= 2 && (year || any_month_word(words));
}

}  // namespace

LineLook look_at_other(std::u32string_view text) {
  LineLook look;
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  if (text.empty()) return look;
  const std::vector<Token> tokens = tokens_of(text);
  const std::vector<std::string> words = words_other(text);
  look.words = tokens.size();
  for (const char32_t c : text) {
    // A syllable of Hangul, or a hanzi, says as much as two letters or three.
    const bool dense = (c >= 0xAC00 && c <= 0xD7A3) || is_hanzi(c) || is_kana(c);
    const size_t size = dense ? 2 : 1;
    look.length += size;
    if (dense || is_spaced_letter(c)) {
      look.letters += size;
    } else if (is_digit(c)) {
      ++look.digits;
    } else if (!is_space(c)) {
      ++look.marks;
    }
  }
  // Some scripts set no blanks between words.
  look.words = std::max(look.words, look.length / kLongWord);
  bool named = tokens.size() >= 2 && tokens.size() <= 5 && text.size() <= 44;
  for (size_t k = 0; k < tokens.size(); ++k) {
    look.capitals += tokens[k].capital ? 1 : 0;
    look.shouted += tokens[k].shouted ? 1 : 0;
    named = named && tokens[k].capital && tokens[k].plain;
  }
  look.name = named;
  size_t first = 0;
  while (first < text.size() && !is_spaced_letter(text[first]) && !is_digit(text[first]) &&
         !is_hanzi(text[first]) && !is_kana(text[first]))
    ++first;
  if (first < text.size()) {
    look.starts_lower = is_small(text[first]);
    look.starts_capital = !look.starts_lower && !is_digit(text[first]);
    look.caseless = look.starts_capital && !is_capital(text[first]);
  }
  size_t last = text.size();
  while (last > 1 && (is_quote(text[last - 1]) || text[last - 1] == ')' || text[last - 1] == ']')) --last;
  look.ends_sentence = is_sentence_end(text[last - 1]);
  look.ends_hyphen = text.size() > 2 && text.back() == '-' && is_spaced_letter(text[text.size() - 2]);
  look.ends_lower = is_small(text.back());
  look.starts_quote = is_quote(text.front());
  for (size_t i = 4; i + 2 < text.size() && !look.sentences; ++i) {
    const bool wide = text[i] >= 0x3000;  // no blank behind it
    look.sentences = is_sentence_end(text[i]) && (wide || is_space(text[i + 1])) && !is_small(text[i + 2]) &&
                     !is_digit(text[i - 1]);
  }
  look.by_name = is_by_name(tokens, words);
  look.folio = !look.ends_sentence && is_folio(text, words);
  const bool number = look.digits > 0;
  look.jump_to = words.size() >= 3 && words.size() <= 8 && number && !look.folio && !look.ends_sentence &&
                 any_page_word(words);
  look.noise = look.letters < 2 || look.letters * 2 < look.length;
  // As long as a sentence, and mostly letters; a head of that length closes none.
  look.prose = look.length >= 60 && look.letters * 4 >= look.length * 3 &&
               (look.ends_sentence || look.length >= 100) && look.shouted * 2 < look.words;
  return look;
}

}  // namespace broadsheet
