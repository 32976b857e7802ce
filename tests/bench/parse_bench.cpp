// How fast dumps are parsed, beside a bare UTF-8 decoder over the same bytes in the same run, and what time
// and memory take as pages grow in number and in length. Natively and as WebAssembly:
//
//     build/native/parse_bench FILE...
//     .ci/web node build/web/parse_bench.js FILE...
//
// Time is that of the processor (user and system), the best of several rounds, so that a busy machine says
// the same as a quiet one. Long pages are made of the given dumps one behind the other, their hanzi moved
// along in the code table from round to round: the same lines and marks, but nothing said twice.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
#include <emscripten/heap.h>
#else
#include <malloc.h>
#include <sys/resource.h>
#endif

#include "compose/compose.h"
#include "text/utf8.h"

namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kWhere = "wasm";
EM_JS(double, processor_seconds, (), {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
});
double memory_mb() {
  return static_cast<double>(emscripten_get_heap_size()) / 1e6;
}
#else
constexpr const char* kWhere = "native";
double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}
// The most that was ever resident.
double memory_mb() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) * 1024 / 1e6;
}
#endif

// The best of so many rounds, and of as many as fit into `least` seconds: an engine of WebAssembly makes what
// it runs fast only while it runs, and that takes it a second or two.
template <typename Work>
double best_seconds(int rounds, double least, Work work) {
  double best = 1e9;
  double all = 0;
  for (int round = 0; round < rounds || all < least; ++round) {
    const double begin = processor_seconds();
    work();
    const double seconds = processor_seconds() - begin;
    all += seconds;
    best = std::min(best, seconds);
  }
  return std::max(best, 1e-6);
}

// The dump with each hanzi `by` further on in the code table.
std::string moved_along(const std::string& dump, char32_t by) {
  constexpr char32_t kFirst = 0x4E00;
  constexpr char32_t kCount = 0x9FA6 - kFirst;
  std::string out;
  for (size_t i = 0; i < dump.size();) {
    const char32_t c = broadsheet::next_code_point(dump, i);
    broadsheet::append_utf8(out,
                            c >= kFirst && c < kFirst + kCount ? kFirst + (c - kFirst + by) % kCount : c);
  }
  return out;
}

// One page of `bytes` or a little more.
std::string long_page(const std::vector<std::string>& dumps, size_t bytes) {
  std::string out;
  for (size_t k = 0; out.size() < bytes; ++k) {
    out += moved_along(dumps[k % dumps.size()], static_cast<char32_t>(k / dumps.size() * 7919));
    out += "\n\n";
  }
  return out;
}

size_t parse(const std::string& dump) {
  return broadsheet::parse_page("page", dump).articles.size();
}

void number_of_pages(const std::vector<std::string>& dumps) {
  std::printf("%-8s %9s %9s %9s %9s %12s\n", kWhere, "pages", "MB", "s", "ms/page", "memory MB");
  double bytes = 0;
  std::vector<broadsheet::Page> edition;
  size_t done = 0;
  double seconds = 0;
  for (size_t pages : {10, 100, 1000}) {
    const double begin = processor_seconds();
    for (; done < pages; ++done) {
      const std::string& dump = dumps[done % dumps.size()];
      bytes += static_cast<double>(dump.size());
      edition.push_back(broadsheet::parse_page("page", dump));  // kept, as an edition keeps its pages
    }
    seconds += processor_seconds() - begin;
    std::printf("%-8s %9zu %9.2f %9.3f %9.3f %12.1f\n", kWhere, pages, bytes / 1e6, seconds,
                seconds * 1e3 / static_cast<double>(pages), memory_mb());
    std::fflush(stdout);
  }
}

void length_of_a_page(const std::vector<std::string>& dumps) {
  std::printf("%-8s %9s %9s %9s %22s %12s\n", kWhere, "page MB", "s", "MB/s", "time / n log n (rel.)",
              "memory MB");
  double first = 0;
  for (const size_t bytes : {40'000, 160'000, 640'000, 2'500'000, 5'000'000}) {
    const std::string page = long_page(dumps, bytes);
    const double seconds = best_seconds(bytes < 1'000'000 ? 3 : 1, 0, [&] { parse(page); });
    const auto n = static_cast<double>(page.size());
    const double unit = seconds / (n * std::log2(n));
    if (first == 0) first = unit;
    std::printf("%-8s %9.2f %9.3f %9.2f %22.2f %12.1f\n", kWhere, n / 1e6, seconds, n / 1e6 / seconds,
                unit / first, memory_mb());
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 1 << 28);  // as the program does
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
#endif
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;  // speed alone
  std::vector<std::string> dumps;
  double bytes = 0;
  for (int i = quick ? 2 : 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "%s: cannot be opened. Check the path.\n", argv[i]);
      return 3;
    }
    dumps.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    bytes += static_cast<double>(dumps.back().size());
  }
  if (dumps.empty()) {
    std::fprintf(stderr, "usage: parse_bench [--quick] FILE...\n");
    return 2;
  }
  size_t articles = 0;
  const double parsed = best_seconds(7, 3, [&] {
    articles = 0;
    for (const std::string& dump : dumps) articles += parse(dump);
  });
  uint64_t sum = 0;
  const double decoded = best_seconds(7, 0, [&] {
    for (const std::string& dump : dumps) {
      for (size_t i = 0; i < dump.size();) sum += broadsheet::next_code_point(dump, i);
    }
  });
  std::printf("%s: %zu dumps, %.0f bytes, %zu articles\n", kWhere, dumps.size(), bytes, articles);
  std::printf("%s: parse %.1f MB/s, bare UTF-8 decoder %.1f MB/s (%llu)\n", kWhere, bytes / 1e6 / parsed,
              bytes / 1e6 / decoded, static_cast<unsigned long long>(sum % 97));
  if (quick) return 0;
  number_of_pages(dumps);
  length_of_a_page(dumps);
}
