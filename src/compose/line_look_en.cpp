#include "compose/line_look_en.h"

#include <algorithm>

#include "compose/words_en.h"
#include "text/fold.h"
#include "text/letters_en.h"

namespace broadsheet {

namespace {

bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}
bool is_lower(char32_t c) {
  return is_latin(c) && !is_upper(c);
}
bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == '`';
}

struct Token {
  std::u32string_view text;
  bool shouted = false;
  bool capital = false;
};

std::vector<Token> tokens_of(std::u32string_view text) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i == begin) break;
    Token token{text.substr(begin, i - begin), false, false};
    size_t letters = 0;
    size_t upper = 0;
    for (char32_t c : token.text) {
      if (!is_latin(c)) continue;
      if (letters == 0) token.capital = is_upper(c);
      ++letters;
      upper += is_upper(c) ? 1 : 0;
    }
    token.shouted = letters >= 2 && upper == letters;
    tokens.push_back(token);
  }
  return tokens;
}

// 543-3434, (805) 546-1144, 1-800-952-6272
bool has_telephone(std::u32string_view text) {
  size_t digits = 0;
  for (size_t i = 0; i + 4 < text.size(); ++i) {
    if (!is_digit(text[i])) {
      digits = 0;
      continue;
    }
    ++digits;
    const char32_t next = text[i + 1];
    if (digits != 3 || !(next == '-' || next == ' ' || next == '.' || next == 0x2013)) continue;
    size_t k = i + 2;
    while (k < text.size() && is_digit(text[k])) ++k;
    if (k - (i + 2) == 4) return true;
  }
  return false;
}

bool has_price(std::u32string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '$' && is_digit(text[i + 1])) return true;
    if (text[i] == '%' && i > 0 && is_digit(text[i - 1]) && text.size() < 60) return true;
    if (text[i] == 0xA2) return true;
  }
  return false;
}

// "By Jane Doe", "BY JANE DOE", "by Jane Doe Staff Writer"
bool is_by_name(const std::vector<Token>& tokens) {
  if (tokens.size() < 2 || tokens.size() > 7) return false;
  // "From Jane Doe in Paris"
  if (tokens[0].text == U"From" && tokens.size() >= 5 && tokens[tokens.size() - 2].text == U"in") {
    return std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.capital; }) +
               1 ==
           static_cast<std::ptrdiff_t>(tokens.size());
  }
  const std::u32string_view by = tokens[0].text;
  if (by.size() != 2 || (by[0] != 'B' && by[0] != 'b') || (by[1] != 'y' && by[1] != 'Y')) return false;
  return tokens[1].capital;
}

bool is_post(const std::vector<std::string>& words) {
  if (words.empty() || words.size() > 6) return false;
  static const char* const kPosts[] = {"writer",        "reporter",  "editor",
                                       "correspondent", "columnist", "contributor"};
  const bool staff = reads_like(words[0], "staff", 1) || reads_like(words[0], "special", 2) ||
                     reads_like(words[0], "contributing", 2) || words[0] == "senior" ||
                     words[0] == "managing" || words[0] == "sports" || words[0] == "associate" ||
                     words[0] == "assistant" || words[0] == "news";
  for (const char* post : kPosts) {
    if (reads_like(words.back(), post, words.back().size() >= 6 ? 2 : 1)) return staff || words.size() <= 2;
  }
  if (words[0] == "special" && words.size() > 1 && words[1] == "to") return true;
  // "Herald Staff"; "Board Cuts Staff" is a head.
  if (words.size() >= 2 && words.size() <= 3 && words.back() == "staff" &&
      is_paper_word(words[words.size() - 2]))
    return true;
  return words.size() == 2 && reads_like(words[0], "staff", 2) && words[1].size() >= 4 &&
         words[1].size() <= 7 && reads_like(words[1], "writer", 3);
}

bool has_dateline(std::u32string_view text, const std::vector<Token>& tokens) {
  if (tokens.size() < 4 || !tokens[0].shouted) return false;
  const std::u32string_view start = text.substr(0, 60);
  if (start.find(U"(AP") != start.npos || start.find(U"(UPI") != start.npos ||
      start.find(U"(Reuter") != start.npos || start.find(U"(API") != start.npos ||
      start.find(U"(AFP") != start.npos) {
    return true;
  }
  size_t shouted = 0;
  while (shouted < tokens.size() && tokens[shouted].shouted) ++shouted;
  if (tokens[shouted - 1].text.back() == ':') return false;  // one who speaks
  for (size_t i = shouted; i < std::min(tokens.size(), shouted + 4); ++i) {
    if (tokens[i].text == U"-" || tokens[i].text == U"\u2014" || tokens[i].text == U"\u2013" ||
        tokens[i].text == U"--") {
      return true;
    }
  }
  return false;
}

size_t find_word(const std::vector<std::string>& words, std::string_view wanted, size_t slips) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (reads_like(words[i], wanted, slips)) return i;
  }
  return words.size();
}

bool is_jump_to(const std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > 7) return false;
  const size_t page = std::min(find_word(words, "page", 1), find_word(words, "pagel", 0));
  const size_t see = find_word(words, "see", words.size() > 2 ? 1 : 0);
  const size_t continued = find_word(words, "continued", 2);
  const bool starts = see <= 1 || continued <= 1 || reads_like(words[0], "please", 2) || words[0] == "turn";
  const bool from = find_word(words, "from", 0) < words.size();
  if (!starts || from) return false;
  return page < words.size() || (continued <= 1 && find_word(words, "on", 0) < words.size());
}

bool is_jump_from(const std::vector<std::string>& words) {
  if (words.empty() || words.size() > 6) return false;
  const size_t from = find_word(words, "from", 0);
  if (from > 2 || from + 1 >= words.size()) return false;
  return reads_like(words[from + 1].substr(0, 4), "page", 1) || reads_like(words[0], "continued", 2);
}

bool is_credit(std::u32string_view text, const std::vector<Token>& tokens,
               const std::vector<std::string>& words) {
  if (tokens.empty() || tokens.size() > 7 || text.size() > 60) return false;
  if (words.size() >= 2 && words[1] == "by") {
    for (const char* what : {"photo", "photos", "photograph", "photographs", "picture", "pictures", "graphic",
                             "illustration", "illustrations", "drawing", "drawings"}) {
      if (words[0] == what) return true;
    }
  }
  const bool ends = text.back() == '.' || text.back() == '!';
  const size_t slash = text.find(U'/');
  if (slash != text.npos && slash > 4 && slash + 4 < text.size() && is_latin(text[slash - 1]) &&
      is_upper(text[slash + 1]) && tokens[0].capital && !ends) {
    return true;
  }
  const size_t dash = text.find(U'\u2014');
  return dash != text.npos && dash > 4 && dash + 4 < text.size() && !is_space(text[dash - 1]) &&
         is_upper(text[dash + 1]) && tokens.size() <= 5 && tokens[0].capital && !ends;
}

bool is_folio(const std::vector<std::string>& words, std::u32string_view text) {
  if (words.empty() || words.size() > 10) return false;
  size_t calendar = 0;
  size_t years = 0;
  for (const std::string& word : words) {
    if (is_weekday_or_month(word)) ++calendar;
    if (word.size() == 4 && (word[0] == '1' || word[0] == '2') &&
        word.find_first_not_of("0123456789") == word.npos)
      ++years;
  }
  if (calendar >= 2 || (calendar == 1 && years == 1)) return true;
  if (reads_like(words[0], "volume", 2) && words[0].size() >= 5) return true;
  if (words.size() <= 2 && words[0].size() >= 4 && reads_like(words[0].substr(0, 4), "page", 1) &&
      text.size() <= 9)
    return true;
  return words.size() == 1 && words[0].find_first_not_of("0123456789") == std::string::npos;
}

// The names of parts of a newspaper that stand over other heads.
bool is_section(const std::vector<std::string>& words) {
  static const char* const kSections[] = {"opinion",
                                          "opinions",
                                          "letters",
                                          "letters to the editor",
                                          "letter to the editor",
                                          "editorial",
                                          "editorials",
                                          "sports",
                                          "sport",
                                          "newsline",
                                          "newsbriefs",
                                          "news briefs",
                                          "briefs",
                                          "in brief",
                                          "classified",
                                          "classifieds",
                                          "calendar",
                                          "entertainment",
                                          "arts",
                                          "business",
                                          "world",
                                          "nation",
                                          "state",
                                          "local",
                                          "lifestyle",
                                          "features",
                                          "commentary",
                                          "viewpoint",
                                          "reader viewpoint",
                                          "reporter's notebook",
                                          "on the street",
                                          "in quotes",
                                          "weather",
                                          "obituaries",
                                          "announcements",
                                          "community",
                                          "metro",
                                          "region",
                                          "international",
                                          "national",
                                          "campus",
                                          "news",
                                          "letters policy",
                                          "comics",
                                          "television",
                                          "travel",
                                          "science",
                                          "health"};
  if (words.empty() || words.size() > 4) return false;
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  for (const char* section : kSections) {
    if (line == section || (line.size() >= 8 && reads_like(line, section, 1))) return true;
  }
  return false;
}

bool is_name(const std::vector<Token>& tokens, std::u32string_view text) {
  if (tokens.size() < 2 || tokens.size() > 5 || text.size() > 44) return false;
  for (const Token& token : tokens) {
    if (!token.capital) return false;
    for (char32_t c : token.text) {
      if (!is_latin(c) && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != ',') return false;
    }
  }
  return !is_small_word(words_en(tokens[0].text).empty() ? "" : words_en(tokens[0].text)[0]);
}

bool is_salutation(std::u32string_view text) {
  const std::vector<std::string> words = words_en(text.substr(0, 24));
  if (words.empty()) return false;
  if (words[0] == "dear") return true;
  if (!reads_like(words[0], "editor", 1)) return false;
  const std::u32string_view rest = text.substr(0, 12);
  return rest.find(U':') != rest.npos || rest.find(U'\u2014') != rest.npos || rest.find(U'-') != rest.npos ||
         text.size() < 12;
}

// "… and the ferries would See FERRY, page 3"
bool has_jump_inside(const std::vector<std::string>& words) {
  const size_t n = words.size();
  if (n < 9) return false;
  for (size_t i = n - 6; i + 1 < n; ++i) {
    const bool see = words[i] == "see" || words[i] == "sec" || words[i] == "sac" || words[i] == "continued" ||
                     (words[i].size() > 4 && words[i].compare(words[i].size() - 4, 4, "-see") == 0);
    if (!see) continue;
    for (size_t k = i + 1; k < n; ++k) {
      if (reads_like(words[k], "page", 1)) return true;
    }
  }
  return false;
}

// A sentence ends in it and another begins: a full stop, then a capital.
bool has_sentences(std::u32string_view text) {
  for (size_t i = 4; i + 2 < text.size(); ++i) {
    if (text[i] == '.' && is_space(text[i + 1]) && is_upper(text[i + 2]) && is_lower(text[i - 1]))
      return true;
  }
  return false;
}

}  // namespace

LineLook look_at(std::u32string_view text) {
  LineLook look;
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  if (text.empty()) return look;
  const std::vector<Token> tokens = tokens_of(text);
  const std::vector<std::string> words = words_en(text);
  look.length = text.size();
  look.words = tokens.size();
  for (char32_t c : text) {
    if (is_latin(c)) {
      ++look.letters;
    } else if (is_digit(c)) {
      ++look.digits;
    } else if (!is_space(c)) {
      ++look.marks;
    }
  }
  for (const Token& token : tokens) {
    look.capitals += token.capital ? 1 : 0;
    look.shouted += token.shouted ? 1 : 0;
  }
  size_t offers = 0;
  for (const std::string& word : words) {
    look.small_words += is_small_word(word) ? 1 : 0;
    offers += is_offer_word(word) ? 1 : 0;
    look.said = look.said || is_said_word(word);
  }
  look.offer = offers >= 2 && offers * 6 >= words.size();
  look.likeness = english_likeness(text);
  size_t first = 0;
  while (first < text.size() && !is_latin(text[first]) && !is_digit(text[first])) ++first;
  if (first < text.size()) {
    look.starts_lower = is_lower(text[first]);
    look.starts_capital = is_upper(text[first]);
  }
  size_t last = text.size();
  while (last > 1 && (is_quote(text[last - 1]) || text[last - 1] == ')' || text[last - 1] == ']')) --last;
  look.ends_sentence = text[last - 1] == '.' || text[last - 1] == '!' || text[last - 1] == '?';
  look.ends_hyphen = text.size() > 2 && text.back() == '-' && is_latin(text[text.size() - 2]);
  look.by_name = is_by_name(tokens);
  look.post = is_post(words);
  look.dateline = has_dateline(text, tokens);
  look.jump_to = is_jump_to(words);
  look.jump_from = is_jump_from(words);
  look.credit = is_credit(text, tokens, words);
  look.telephone = has_telephone(text);
  look.price = has_price(text);
  look.folio = is_folio(words, text);
  look.section = is_section(words);
  look.hangs = !words.empty() && is_small_word(words.back()) && !look.ends_sentence && is_latin(text.back());
  look.jump_inside = has_jump_inside(words);
  look.salutation = is_salutation(text);
  look.name = is_name(tokens, text);
  look.starts_quote = is_quote(text.front());
  look.ends_lower = is_lower(text.back());
  look.sentences = has_sentences(text);
  look.prose = look.length >= 60 && look.likeness > -2.75 && look.small_words * 8 >= look.words;
  look.noise = look.letters < 3 || look.letters * 2 < look.length || look.likeness < -4.0;
  return look;
}

namespace {

// "From Jane Doe in Paris" and "From Small Town in Ohio" look alike. Where a text was closed right above or
// "By …" stands below, it is a head, unless another such line of the page is a byline beyond doubt.
void settle_from_lines(const Sheet& sheet, std::vector<LineLook>& looks) {
  const auto is_from = [&](size_t i) {
    return i < looks.size() && looks[i].by_name && sheet.pieces[i].text.compare(0, 5, U"From ") == 0;
  };
  std::vector<size_t> doubtful;
  bool habit = false;
  for (size_t i = 0; i < looks.size(); ++i) {
    if (!is_from(i)) continue;
    const bool signed_below = i + 1 < looks.size() && looks[i + 1].by_name && !is_from(i + 1);
    const bool above = i > 0 && !(looks[i - 1].prose && looks[i - 1].ends_sentence) && !looks[i - 1].folio &&
                       !looks[i - 1].section;
    if (heading_of(sheet, i) > 0) {
      looks[i].by_name = false;
    } else if (signed_below || !above) {
      doubtful.push_back(i);
    } else {
      habit = true;
    }
  }
  for (size_t i : doubtful) looks[i].by_name = habit;
}

}  // namespace

std::shared_ptr<const std::vector<LineLook>> looks_of(const Sheet& sheet) {
  auto looks = std::make_shared<std::vector<LineLook>>();
  looks->reserve(sheet.pieces.size());
  for (const Piece& piece : sheet.pieces) looks->push_back(look_at(piece.text));
  settle_from_lines(sheet, *looks);
  return looks;
}

}  // namespace broadsheet
