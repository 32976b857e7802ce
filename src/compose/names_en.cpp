// Names in English bylines: "By Jane Doe and John Roe, Staff Writers".
#include <algorithm>
#include <iterator>

#include "compose/names.h"
#include "compose/words_en.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

std::u32string_view trim(std::u32string_view text) {
  const auto idle = [](char32_t c) {
    return is_space(c) || c == ',' || c == ';' || c == '_' || c == '|' || c == 0x2014 || c == 0x2013 ||
           c == '-' || c == ':' || c == '*';
  };
  while (!text.empty() && idle(text.front())) text.remove_prefix(1);
  while (!text.empty() && idle(text.back())) text.remove_suffix(1);
  return text;
}

bool is_post_word(const std::string& word) {
  static const char* const kPosts[] = {"staff",     "writer",        "writers",     "reporter",
                                       "reporters", "correspondent", "contributor", "editor",
                                       "special",   "columnist",     "contributing"};
  for (const char* post : kPosts) {
    if (reads_like(word, post, std::string_view(post).size() >= 6 ? 2 : 1) && word.size() >= 4) return true;
  }
  return false;
}

// Does the word, spelt out, say what somebody is?
bool is_plain_post(const std::string& word) {
  static const char* const kPosts[] = {"correspondent", "editor", "reporter",   "columnist",
                                       "staff",         "writer", "contributor"};
  return std::any_of(std::begin(kPosts), std::end(kPosts), [&](const char* post) { return word == post; });
}

// What people of a newspaper write about.
bool is_beat(const std::string& word) {
  static const char* const kBeats[] = {
      "arts",     "assistant", "associate", "business",   "campus",    "chief",     "city",
      "county",   "court",     "crime",     "deputy",     "economics", "education", "environment",
      "features", "foreign",   "health",    "higher",     "home",      "local",     "managing",
      "music",    "news",      "night",     "political",  "religion",  "rural",     "science",
      "senior",   "sport",     "sports",    "technology", "transport"};
  return std::any_of(std::begin(kBeats), std::end(kBeats), [&](const char* beat) { return word == beat; });
}

// Words of `text` with the place where each begins.
struct Word {
  size_t begin = 0;
  std::u32string_view text;
};
std::vector<Word> split(std::u32string_view text) {
  std::vector<Word> words;
  for (size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > begin) words.push_back({begin, text.substr(begin, i - begin)});
  }
  return words;
}

std::string lower(std::u32string_view text) {
  const std::vector<std::string> words = words_en(text);
  return words.empty() ? std::string() : words[0];
}

}  // namespace

std::vector<Byline> names_en(std::u32string_view text, bool whole_line) {
  std::vector<Byline> names;
  if (!whole_line) return names;
  text = trim(text);
  std::vector<Word> words = split(text);
  if (words.size() > 1 && lower(words[0].text) == "by") {
    text.remove_prefix(words[1].begin);
    words = split(text);
  }
  // "From Jane Doe in Paris"
  if (words.size() >= 5 && words[0].text == U"From" && words[words.size() - 2].text == U"in") {
    text = trim(text.substr(words[1].begin, words[words.size() - 2].begin - words[1].begin));
    words = split(text);
  }
  // "Campus Correspondent", "Herald Staff", with the name in the line above.
  if (words.size() >= 2 && words.size() <= 4 && is_plain_post(lower(words.back().text)) &&
      (words.size() == 2 || is_beat(lower(words[0].text))))
    return {{"", to_utf8(text), {}}};
  // What follows the name: "Staff Writer", "is a journalism senior".
  std::u32string_view people = text;
  std::u32string_view post;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string word = lower(words[i].text);
    const bool says = word == "is" || word == "for" || word == "of" || word == "the";
    if (!says && !is_post_word(word)) continue;
    if (i + 1 == words.size() && i > 0 && i < 2) break;  // a family name such as Winter
    people = text.substr(0, words[i].begin);
    post = text.substr(words[i].begin);
    break;
  }
  people = trim(people);
  while (!people.empty() && people.back() == '.' && people.size() > 3 &&
         is_latin(people[people.size() - 3])) {
    people.remove_suffix(1);
  }
  const std::string role = to_utf8(trim(post));
  while (!people.empty()) {
    size_t cut = people.size();
    size_t next = people.size();
    for (const std::u32string_view joint :
         {std::u32string_view(U" and "), std::u32string_view(U" & "), std::u32string_view(U", ")}) {
      const size_t at = people.find(joint);
      if (at >= cut) continue;
      cut = at;
      next = at + joint.size();
    }
    const std::u32string_view name = trim(people.substr(0, cut));
    if (!name.empty()) names.push_back({to_utf8(name), role, {}});
    people.remove_prefix(next);
    people = trim(people);
  }
  if (names.empty() && !role.empty()) names.push_back({"", role, {}});
  return names;
}

}  // namespace broadsheet
