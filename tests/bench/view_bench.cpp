// What a frame of reading costs: the draw list of the reader scrolled through 1,000,000 characters, beside an
// empty frame.
//
//     view_bench          prints milliseconds of our own CPU a frame (mean, p99, worst) and the growth of
//     memory
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "../unit/fake_host.h"
#include "edition/json.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

// CPU time of this process: other work on the machine does not count.
double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

long resident_kilobytes() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("VmRSS:", 0) == 0) return std::atol(line.c_str() + 6);
  return 0;
}

const char* const kPieces[] = {
    "清晨六点，试验场的灯已经亮了。",  "一台减速器被推上台架，",
    "转速表的指针缓缓爬升。",          "“以前送检要跑三个城市，来回20天；",
    "现在下楼就是试验台。”负责人说，", "研发投入占比达5.3%，高出平均1.9个百分点。"};

// Articles of invented hanzi text, `characters` in all.
std::string edition_of(size_t characters, size_t per_article) {
  Edition edition;
  edition.title = "长卷报";
  Page page;
  size_t count = 0, seed = 1;
  while (count < characters) {
    Article article;
    article.headline = "第" + std::to_string(page.articles.size() + 1) + "篇长文";
    size_t within = 0;
    while (within < per_article) {
      Block block;
      for (int i = 0; i < 14; ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        block.text += kPieces[(seed >> 33) % 6];
      }
      within += block.text.size() / 3;
      article.blocks.push_back(std::move(block));
    }
    count += within;
    article.id = make_article_id(article.headline, article.blocks[0].text);
    page.articles.push_back(std::move(article));
  }
  edition.pages.push_back(std::move(page));
  return to_json(edition);
}

void report(const char* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (double t : times) sum += t;
  std::printf("%-34s mean %6.3f ms   p99 %6.3f ms   worst %6.3f ms\n", name,
              sum / static_cast<double>(times.size()), times[times.size() * 99 / 100], times.back());
}

// A dump of a million characters beside its result: one side scrolled, the other goes along.
void source_beside_result() {
  Desktop desk;
  std::string dump;
  size_t seed = 7;
  for (int story = 0; dump.size() < 3000000; ++story) {
    dump += "第" + std::to_string(story + 1) + "篇长文的标题\n\n本报记者 林知远\n\n";
    for (int paragraph = 0; paragraph < 12; ++paragraph) {
      for (int i = 0; i < 10; ++i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        dump += kPieces[(seed >> 33) % 6];
      }
      dump += "\n\n";
    }
  }
  desk.app->open_files({{"long.txt", dump}});
  desk.settle();
  desk.app->go("/source");
  desk.settle();
  std::printf("1,000,000 characters as a dump, %zu stories found, source beside result\n",
              desk.app->edition().pages[0].articles.size());
  std::vector<double> times;
  for (int i = 0; i < 1500; ++i) {
    desk.app->scroll(0, i % 100 == 99 ? 9000.0f : 120.0f);
    double from = milliseconds();
    desk.frame();
    times.push_back(milliseconds() - from);
  }
  report("  scrolling", times);
}

// Newspaper columns are set whole: the longest story that is shown in them.
void relaid_in_columns() {
  Desktop desk;
  desk.app->open_files({{"columns.json", edition_of(29000, 29000)}});
  desk.settle();
  desk.app->go("/a/" + desk.app->edition().pages[0].articles[0].id);
  desk.settle();
  desk.key(ImGuiKey_C);
  std::vector<double> times;
  for (int i = 0; i < 40; ++i) {
    ImGui::GetIO().DisplaySize.x = 1300.0f - static_cast<float>(i % 8) * 20;
    double from = milliseconds();
    desk.frame();
    times.push_back(milliseconds() - from);
  }
  std::printf("29,000 characters in newspaper columns\n");
  report("  re-laid on a new width", times);
}

}  // namespace

int main() {
  for (size_t per_article : {1000000u, 200000u, 5000u}) {
    Desktop desk;
    desk.app->open_files({{"long.json", edition_of(1000000, per_article)}});
    desk.settle();
    std::printf("1,000,000 characters in %zu stories\n", desk.app->edition().pages[0].articles.size());
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {  // what ImGui alone takes
      double from = milliseconds();
      ImGui::NewFrame();
      ImGui::Render();
      times.push_back(milliseconds() - from);
    }
    report("  empty frame", times);
    desk.app->go("/a/" + desk.app->edition().pages[0].articles[0].id);
    double from = milliseconds();
    desk.settle();
    std::printf("  story opened in %.2f ms\n", milliseconds() - from);
    times.clear();
    long memory = 0;
    for (int i = 0; i < 3000; ++i) {
      if (i == 600) memory = resident_kilobytes();
      desk.app->scroll(0, i % 100 == 99 ? 9000.0f : 120.0f);
      from = milliseconds();
      desk.frame();
      times.push_back(milliseconds() - from);
    }
    report("  scrolling", times);
    std::printf("  memory grown after the first 600 frames: %ld KB\n", resident_kilobytes() - memory);
    times.clear();
    for (int i = 0; i < 40; ++i) {
      ImGui::GetIO().DisplaySize.x = 600.0f + static_cast<float>(i % 8) * 20;
      from = milliseconds();
      desk.frame();
      times.push_back(milliseconds() - from);
    }
    report("  re-laid on a new width", times);
  }
  source_beside_result();
  relaid_in_columns();
  return 0;
}
