// Find in the edition: a line to type in, the stories below it with every match lit.
#pragma once

#include <string>
#include <vector>

#include "view/desk.h"

namespace broadsheet::view {

struct FindHit {
  size_t article = 0;  // in Desk::order
  int block = -1;      // of the first match in the text
  uint32_t begin = 0, end = 0;
  size_t count = 0;
  std::string snippet;                               // one sentence or so around the first match
  std::vector<std::pair<uint32_t, uint32_t>> marks;  // in the snippet
};

struct FindState {
  std::string query;  // as typed
  std::string asked;  // what the hits answer
  int generation = -1;
  std::vector<FindHit> hits;
  size_t matches = 0;
  Sheet sheet;
  std::vector<std::pair<size_t, size_t>> lit;  // piece, hit
  Scroller scroll;
  float width = 0, text = 0;
  const Words* words = nullptr;
  bool arrived = false;
};

std::vector<FindHit> find_hits(const Desk& desk, const std::string& query, size_t& matches);

}  // namespace broadsheet::view
