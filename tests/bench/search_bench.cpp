// Times the search of src/search over given articles and queries, and prints figures and answers as JSON.
//
//     search_bench ARTICLES QUERIES [FOLDED]
//
// ARTICLES: one text a line; "H…" opens an article with its headline, "B…" is a byline, "P…" a paragraph.
// QUERIES: "C…" counts the literal, "F…" finds the first 20, "R<article>\t…" asks at which rank that article
// is found. FOLDED, where given, receives every article's folded texts as UTF-16LE, one article a line,
// U+0001 behind each text. tests/bench/search/run.mjs makes the files, runs this natively and as WebAssembly,
// and sets the peers beside it.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "search/folded.h"
#include "search/search.h"

using namespace broadsheet;

namespace {

constexpr size_t kPage = 10;  // articles a page

// BENCH_CPU=1: time of this process and not of the clock, for a machine that others use (natively only).
double now_ms() {
#ifndef __EMSCRIPTEN__
  static const bool cpu = std::getenv("BENCH_CPU") != nullptr;
  if (cpu) {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }
#endif
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

double heap_bytes() {
#ifdef __EMSCRIPTEN__
  return static_cast<double>(static_cast<size_t>(mallinfo().uordblks));
#else
  struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
#endif
}

double at_rank(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<size_t>(part * static_cast<double>(values.size())))];
}

void print_times(const char* name, const std::vector<double>& times) {
  std::printf("\"%s\":{\"p50\":%.4f,\"p99\":%.4f,\"max\":%.4f,\"n\":%zu},", name, at_rank(times, 0.5),
              at_rank(times, 0.99), at_rank(times, 1), times.size());
}

Edition read_articles(const char* path) {
  Edition edition;
  std::ifstream in(path, std::ios::binary);
  std::string line;
  Article* article = nullptr;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    std::string text = line.substr(1);
    if (line[0] == 'H' || article == nullptr) {
      if (edition.pages.empty() || edition.pages.back().articles.size() == kPage)
        edition.pages.emplace_back();
      article = &edition.pages.back().articles.emplace_back();
      article->headline = text;
    } else if (line[0] == 'B') {
      article->byline.push_back({text, "", {}});
    } else {
      article->blocks.push_back({BlockKind::kParagraph, text, {}, {}});
    }
  }
  return edition;
}

void write_folded(const Edition& edition, const char* path) {
  std::ofstream out(path, std::ios::binary);
  std::u16string units;
  for (const Page& page : edition.pages)
    for (const Article& article : page.articles) {
      units.clear();
      auto add = [&](const std::string& text) {
        fold_text(text, units);
        units.push_back(kFieldEnd);
      };
      add(article.headline);
      for (const Byline& byline : article.byline) add(byline.name);
      for (const Block& block : article.blocks) add(block.text);
      units.push_back(u'\n');
      out.write(reinterpret_cast<const char*>(units.data()), static_cast<std::streamsize>(units.size() * 2));
    }
}

// The best of three: the machine may be busy with something else.
template <class Work>
double timed(Work&& work) {
  double best = 1e300;
  for (int i = 0; i < 3; ++i) {
    double from = now_ms();
    work();
    best = std::min(best, now_ms() - from);
  }
  return best;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "search_bench ARTICLES QUERIES [FOLDED]: see tests/bench/search/run.mjs\n");
    return 2;
  }
  Edition edition = read_articles(words[1]);
  if (count > 3) {
    write_folded(edition, words[3]);
    return 0;
  }
  double bytes = 0;
  for (const Page& page : edition.pages)
    for (const Article& article : page.articles) {
      bytes += static_cast<double>(article.headline.size());
      for (const Byline& byline : article.byline) bytes += static_cast<double>(byline.name.size());
      for (const Block& block : article.blocks) bytes += static_cast<double>(block.text.size());
    }
  // The same bytes read once, as a measure of the machine.
  volatile uint64_t sink = 0;
  double bare = timed([&] {
    uint64_t sum = 0;
    for (const Page& page : edition.pages)
      for (const Article& article : page.articles)
        for (const Block& block : article.blocks)
          for (char c : block.text) sum += (c & 0xC0) != 0x80;
    sink = sum;
  });
  std::vector<double> ready_times, adds;
  SearchIndex index;
  double heap = 0;
  auto all = static_cast<uint32_t>(edition.pages.size());
  for (int round = 0; round < 3; ++round) {
    index.clear();
    double heap_before = heap_bytes(), from = now_ms();
    for (uint32_t p = 0; p < all; ++p) {
      double one = now_ms();
      index.add_page(edition, p);
      // The last pages stand for the one added to all the others.
      one = now_ms() - one;
      if (p < all - all / 8) continue;
      if (round == 0) adds.push_back(one);
      double& best = adds[p - (all - all / 8)];
      best = std::min(best, one);
    }
    ready_times.push_back(now_ms() - from);
    heap = heap_bytes() - heap_before;
  }
  SearchMemory memory = index.memory();
  double ready = *std::min_element(ready_times.begin(), ready_times.end());
  std::printf("{\"articles_bytes\":%.0f,\"pages\":%u,\"bare_ms\":%.2f,\"ready_ms\":%.2f,\"ready_mb_s\":%.1f,",
              bytes, all, bare, ready, bytes / ready / 1000);
  std::printf("\"text_bytes\":%.0f,\"beside_bytes\":%.0f,\"heap_bytes\":%.0f,\"bytes_a_byte\":%.3f,",
              static_cast<double>(memory.text), static_cast<double>(memory.beside), heap,
              std::max(heap, static_cast<double>(memory.text + memory.beside)) / bytes);
  print_times("add_page", adds);

  std::vector<std::string> counts, finds;
  std::vector<std::pair<uint32_t, std::string>> ranks;
  std::ifstream in(words[2], std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (line[0] == 'C') counts.push_back(line.substr(1));
    if (line[0] == 'F') finds.push_back(line.substr(1));
    if (size_t tab = line.find('\t'); line[0] == 'R' && tab != std::string::npos)
      ranks.emplace_back(static_cast<uint32_t>(std::strtoul(line.c_str() + 1, nullptr, 10)),
                         line.substr(tab + 1));
  }
  std::string answers;
  std::vector<double> times;
  for (const std::string& query : counts) {
    SearchCount found;
    times.push_back(timed([&] { found = index.count(query); }));
    answers += (answers.empty() ? "[" : ",[") + std::to_string(found.matches) + "," +
               std::to_string(found.articles) + "," + std::to_string(times.back()) + "]";
  }
  print_times("count", times);
  times.clear();
  for (const std::string& query : finds) {
    SearchResults found;
    times.push_back(timed([&] { found = index.find(edition, query); }));
  }
  print_times("find20", times);
  double reciprocal = 0;
  for (const auto& [article, query] : ranks) {
    SearchOptions options;
    options.snippet = 0;
    options.facets = false;
    SearchResults found = index.find(edition, query, options);
    for (size_t i = 0; i < found.hits.size(); ++i)
      if (found.hits[i].page * kPage + found.hits[i].article == article) {
        reciprocal += 1 / static_cast<double>(i + 1);
        break;
      }
  }
  std::printf("\"known_items\":%zu,\"mrr\":%.4f,\"answers\":[%s]}\n", ranks.size(),
              ranks.empty() ? 0 : reciprocal / static_cast<double>(ranks.size()), answers.c_str());
  return sink == 1;
}
