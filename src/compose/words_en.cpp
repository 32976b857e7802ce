#include "compose/words_en.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

template <size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr std::array<std::string_view, 64> kSmall{
    "a",       "about", "after", "all",  "also", "an",    "and",  "are",   "as",   "at",   "be",
    "because", "been",  "but",   "by",   "can",  "could", "do",   "for",   "from", "had",  "has",
    "have",    "he",    "her",   "his",  "how",  "if",    "in",   "into",  "is",   "it",   "its",
    "more",    "no",    "not",   "of",   "on",   "one",   "or",   "other", "our",  "out",  "she",
    "so",      "some",  "than",  "that", "the",  "their", "them", "there", "they", "this", "to",
    "was",     "we",    "were",  "what", "when", "which", "who",  "will",  "with"};

constexpr std::array<std::string_view, 72> kOffer{
    "accessories", "admission", "air",       "am",        "apartments", "apply",   "apt",      "auto",
    "available",   "ave",       "beer",      "blvd",      "books",      "buy",     "call",     "cash",
    "center",      "checks",    "chicken",   "cocktails", "coupon",     "coupons", "daily",    "delivery",
    "dinner",      "discount",  "discounts", "drinks",    "expires",    "for",     "free",     "fri",
    "furniture",   "haircut",   "hiring",    "hours",     "hwy",        "limit",   "location", "lunch",
    "mastercard",  "mon",       "monthly",   "new",       "now",        "off",     "offer",    "open",
    "order",       "parts",     "phone",     "pizza",     "plus",       "pm",      "price",    "prices",
    "purchase",    "rent",      "resume",    "salads",    "sale",       "sales",   "sat",      "save",
    "special",     "specials",  "st",        "sun",       "suite",      "tax",     "visa",     "your"};

constexpr std::array<std::string_view, 12> kSaid{"according", "added",  "asked",    "claimed",
                                                 "explained", "noted",  "reported", "said",
                                                 "says",      "stated", "told",     "wrote"};

constexpr std::array<std::string_view, 38> kCalendar{
    "apr",     "april",    "aug",      "august",  "dec",    "december",  "feb",      "february",
    "fri",     "friday",   "jan",      "january", "jul",    "july",      "jun",      "june",
    "mar",     "march",    "may",      "mon",     "monday", "nov",       "november", "oct",
    "october", "sat",      "saturday", "sep",     "sept",   "september", "sun",      "sunday",
    "thu",     "thursday", "tue",      "tuesday", "wed",    "wednesday"};

constexpr std::array<std::string_view, 33> kPapers{
    "advertiser", "advocate",  "argus",       "bugle",    "bulletin", "chronicle", "clarion",
    "courier",    "dispatch",  "echo",        "examiner", "express",  "gazette",   "globe",
    "guardian",   "herald",    "independent", "inquirer", "journal",  "leader",    "ledger",
    "mercury",    "messenger", "monitor",     "observer", "register", "reporter",  "sentinel",
    "standard",   "telegraph", "times",       "tribune",  "weekly"};

}  // namespace

std::vector<std::string> words_en(std::u32string_view text) {
  std::vector<std::string> words;
  std::u32string word;
  const auto close = [&] {
    while (!word.empty() && (word.back() == '\'' || word.back() == '-')) word.pop_back();
    if (!word.empty()) words.push_back(to_utf8(word));
    word.clear();
  };
  for (char32_t c : text) {
    if (c == 0x2019) c = '\'';
    c = small_form(c);
    const bool inner = !word.empty() && (c == '\'' || c == '-');
    if (is_spaced_letter(c) || is_digit(c) || c == '$' || c == '%' || inner) {
      word.push_back(c);
    } else {
      close();
    }
  }
  close();
  return words;
}

bool is_small_word(std::string_view word) {
  // Both lists are short and sorted; a linear check of sortedness stands in the tests.
  return among(kSmall, word);
}
bool is_offer_word(std::string_view word) {
  static constexpr auto kSorted = [] {
    auto copy = kOffer;
    std::sort(copy.begin(), copy.end());
    return copy;
  }();
  return among(kSorted, word);
}
bool is_said_word(std::string_view word) {
  return among(kSaid, word);
}
bool is_weekday_or_month(std::string_view word) {
  return among(kCalendar, word);
}
bool is_paper_word(std::string_view word) {
  return among(kPapers, word);
}

bool reads_like(std::string_view word, std::string_view meant, size_t slips) {
  const size_t apart = word.size() > meant.size() ? word.size() - meant.size() : meant.size() - word.size();
  if (apart > slips) return false;
  std::vector<size_t> row(meant.size() + 1);
  for (size_t j = 0; j <= meant.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= word.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= meant.size(); ++j) {
      const size_t swap = corner + (word[i - 1] == meant[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, swap});
    }
  }
  return row[meant.size()] <= slips;
}

}  // namespace broadsheet
