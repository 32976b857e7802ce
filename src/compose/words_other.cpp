#include "compose/words_other.h"

#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

// Lists as texts with a blank on either side of each word: tables of words would take four times the room.
bool among(std::string_view list, const std::string& word) {
  return !word.empty() && list.find(" " + word + " ") != std::string_view::npos;
}

constexpr std::string_view kBy =
    " por par von di door av af przez tekst text texte texto testo текст автор بقلم كتب "
    "írta ";
constexpr std::string_view kAnd = " y e i et und en a og и och και ve ";
constexpr std::string_view kParticles = " de da do dos del della di du la le van von der den ten ";
constexpr std::string_view kReporters = " 기자 특파원 논설위원 記者 ";
constexpr std::string_view kPages =
    " página pagina pág page seite strona str стр страница странице sida side bladzijde "
    "sayfa σελίδα صفحة ";
// The first letters of the names of months that hardly begin another word.
constexpr std::string_view kMonths =
    " janv jänn janu ener gennai févr febr märz marz avri april abril mayo magg juni "
    "juin giug juli juil lugl agos augu août sept sett octu okto octob ottob nove dece "
    "dezem dicie décem январ феврал марта апрел мая июн июл август сентябр октябр ноябр "
    "декабр ";

}  // namespace

std::vector<std::string> words_other(std::u32string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char32_t c : text) {
    const bool letter = is_spaced_letter(c) || is_hanzi(c);
    if (!letter && !is_digit(c)) {
      // Vowel signs and the like of Arabic, Hebrew and Indic scripts, apostrophes.
      open =
          open && !is_space(c) && (c >= 0x300 || c == '\'') && !(c >= 0x2000 && c <= 0x206F && c != 0x2019);
      if (!open) continue;
    }
    if (!open) words.emplace_back();
    open = true;
    append_utf8(words.back(), small_form(c));
  }
  return words;
}

bool is_by_word(const std::string& word) {
  return among(kBy, word);
}
bool is_and_word(const std::string& word) {
  return among(kAnd, word);
}
bool is_particle(const std::string& word) {
  return among(kParticles, word);
}
bool is_reporter_word(const std::string& word) {
  return among(kReporters, word);
}
bool is_page_word(const std::string& word) {
  return among(kPages, word);
}
bool is_month_word(const std::string& word) {
  for (size_t at = 1; at < kMonths.size();) {
    const size_t end = kMonths.find(' ', at);
    if (word.starts_with(kMonths.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace broadsheet
