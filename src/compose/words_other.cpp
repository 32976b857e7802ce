#include "compose/words_other.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/script.h"

namespace broadsheet {

namespace {

template <size_t N>
bool among(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::u32string_view, 18> kBy{U"por",   U"par",   U"von",   U"di",   U"door",  U"av",
                                                  U"af",    U"przez", U"tekst", U"text", U"texte", U"texto",
                                                  U"testo", U"текст", U"автор", U"بقلم", U"كتب",   U"írta"};
constexpr std::array<std::u32string_view, 12> kAnd{U"y", U"e",  U"i", U"et",  U"und", U"en",
                                                   U"a", U"og", U"и", U"och", U"και", U"ve"};
constexpr std::array<std::u32string_view, 15> kParticles{U"de",    U"da",  U"do",  U"dos", U"del",
                                                         U"della", U"di",  U"du",  U"la",  U"le",
                                                         U"van",   U"von", U"der", U"den", U"ten"};
constexpr std::array<std::u32string_view, 4> kReporters{U"기자", U"특파원", U"논설위원", U"記者"};
constexpr std::array<std::u32string_view, 16> kPages{
    U"página",   U"pagina",   U"pág",  U"page", U"seite",     U"strona", U"str",    U"стр",
    U"страница", U"странице", U"sida", U"side", U"bladzijde", U"sayfa",  U"σελίδα", U"صفحة"};
// The first letters of the names of months that hardly begin another word.
constexpr std::array<std::u32string_view, 34> kMonths{
    U"janv",  U"jänn",  U"janu",  U"ener", U"gennai", U"févr",  U"febr", U"märz", U"marz",
    U"avri",  U"april", U"abril", U"mayo", U"magg",   U"juni",  U"juin", U"giug", U"juli",
    U"juil",  U"lugl",  U"agos",  U"augu", U"août",   U"sept",  U"sett", U"octu", U"okto",
    U"octob", U"ottob", U"nove",  U"dece", U"dezem",  U"dicie", U"décem"};
constexpr std::array<std::u32string_view, 12> kMonthsCyrillic{U"январ",   U"феврал", U"марта", U"апрел",
                                                              U"мая",     U"июн",    U"июл",   U"август",
                                                              U"сентябр", U"октябр", U"ноябр", U"декабр"};

}  // namespace

std::vector<std::u32string> words_other(std::u32string_view text) {
  std::vector<std::u32string> words;
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
    words.back().push_back(small_form(c));
  }
  return words;
}

bool is_by_word(std::u32string_view word) {
  return among(kBy, word);
}
bool is_and_word(std::u32string_view word) {
  return among(kAnd, word);
}
bool is_particle(std::u32string_view word) {
  return among(kParticles, word);
}
bool is_reporter_word(std::u32string_view word) {
  return among(kReporters, word);
}
bool is_page_word(std::u32string_view word) {
  return among(kPages, word);
}
bool is_month_word(std::u32string_view word) {
  const auto begins = [&](std::u32string_view month) { return word.starts_with(month); };
  return std::any_of(kMonths.begin(), kMonths.end(), begins) ||
         std::any_of(kMonthsCyrillic.begin(), kMonthsCyrillic.end(), begins);
}

}  // namespace broadsheet
