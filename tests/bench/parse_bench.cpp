// How fast dumps are parsed, beside a bare UTF-8 decoder over the same bytes in the same run.
//
//     parse_bench FILE...      prints MB/s of both, the best of five rounds each
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "text/utf8.h"

namespace {

template <typename Work>
double best_seconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> dumps;
  double bytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "%s: cannot be opened. Check the path.\n", argv[i]);
      return 3;
    }
    dumps.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    bytes += static_cast<double>(dumps.back().size());
  }
  if (dumps.empty()) {
    std::fprintf(stderr, "usage: parse_bench FILE...\n");
    return 2;
  }
  size_t articles = 0;
  const double parsed = best_seconds([&] {
    articles = 0;
    for (const std::string& dump : dumps) articles += broadsheet::parse_page("page", dump).articles.size();
  });
  uint64_t sum = 0;
  const double decoded = best_seconds([&] {
    for (const std::string& dump : dumps) {
      for (size_t i = 0; i < dump.size();) sum += broadsheet::next_code_point(dump, i);
    }
  });
  std::printf("%zu dumps, %.0f bytes, %zu articles\nparse %.1f MB/s\nbare UTF-8 decoder %.1f MB/s (%llu)\n",
              dumps.size(), bytes, articles, bytes / 1e6 / parsed, bytes / 1e6 / decoded,
              static_cast<unsigned long long>(sum % 97));
}
