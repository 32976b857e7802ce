// Searches that were made before: the latest ones, and those that the reader keeps; by edition.
//
//     PastSearches past = read_past(host.recall(desk.note_key("searches")));
//     past.note("高新区 规划");
//     host.remember(desk.note_key("searches"), past.text());
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::view {

struct PastSearches {
  static constexpr size_t kMostRecent = 12, kMostKept = 40;
  std::vector<std::string> recent, kept;  // the latest first

  // A search that led somewhere. What it began with goes: 高 before 高新区.
  void note(std::string_view query);
  bool keeps(std::string_view query) const;
  // Keeps it, or keeps it no longer.
  void turn(std::string_view query);
  std::string text() const;  // a search a line, "*" or " " before it
};

PastSearches read_past(std::string_view text);

}  // namespace broadsheet::view
