#include "view/find_past.h"

#include <algorithm>

namespace broadsheet::view {

namespace {

std::string_view trimmed(std::string_view query) {
  while (!query.empty() && query.front() == ' ') query.remove_prefix(1);
  while (!query.empty() && query.back() == ' ') query.remove_suffix(1);
  return query.find('\n') == std::string_view::npos ? query : std::string_view();
}

void put_first(std::vector<std::string>& list, std::string_view query, size_t most) {
  list.erase(std::remove(list.begin(), list.end(), query), list.end());
  list.insert(list.begin(), std::string(query));
  if (list.size() > most) list.resize(most);
}

}  // namespace

void PastSearches::note(std::string_view query) {
  query = trimmed(query);
  if (query.empty()) return;
  if (!recent.empty() && query.substr(0, recent[0].size()) == recent[0]) recent.erase(recent.begin());
  put_first(recent, query, kMostRecent);
}

bool PastSearches::keeps(std::string_view query) const {
  return std::find(kept.begin(), kept.end(), trimmed(query)) != kept.end();
}

void PastSearches::turn(std::string_view query) {
  query = trimmed(query);
  if (query.empty()) return;
  if (keeps(query)) {
    kept.erase(std::find(kept.begin(), kept.end(), query));
  } else {
    put_first(kept, query, kMostKept);
  }
}

std::string PastSearches::text() const {
  std::string out;
  for (const auto* list : {&kept, &recent})
    for (const std::string& query : *list) {
      out += list == &kept ? '*' : ' ';
      out += query;
      out += '\n';
    }
  return out;
}

PastSearches read_past(std::string_view text) {
  PastSearches past;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.size() < 2) continue;
    auto& list = line[0] == '*' ? past.kept : past.recent;
    if (list.size() < (line[0] == '*' ? PastSearches::kMostKept : PastSearches::kMostRecent))
      list.emplace_back(line.substr(1));
  }
  return past;
}

}  // namespace broadsheet::view
