#include "cli/workers.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

#include "text/utf8.h"

namespace broadsheet::cli {

void work_on_all(size_t count, size_t jobs, const std::function<void(size_t)>& work,
                 const std::function<void(size_t)>& done) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  jobs = std::min(jobs, count);
  std::atomic<size_t> next = 0;
  std::mutex one_at_a_time;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) {
      work(i);
      const std::lock_guard lock(one_at_a_time);
      done(i);
    }
  };
  if (jobs <= 1) return run();
  std::vector<std::jthread> threads;
  for (size_t i = 0; i < jobs; ++i) threads.emplace_back(run);
}

Progress::Progress(size_t count) : count_(isatty(STDERR_FILENO) && count > 1 ? count : 0) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step(const std::string& name) {
  ++done_;
  if (count_ == 0) return;
  const double now =
      std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  // Ten times a second is as often as anyone reads.
  if (now - last_ < 0.1 && done_ < count_) return;
  last_ = now;
  shown_ = true;
  constexpr size_t kWidth = 30;
  const size_t full = kWidth * done_ / count_;
  // A name is a document's word too: what could steer the terminal is left out.
  std::string shown = name.size() > 40 ? name.substr(name.size() - 40) : name;
  std::erase_if(shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  while (!shown.empty() && is_trail_byte(shown[0])) shown.erase(0, 1);
  std::fprintf(stderr, "\r\x1b[K[%s%s] %zu of %zu  %s", std::string(full, '#').c_str(),
               std::string(kWidth - full, '.').c_str(), done_, count_, shown.c_str());
  std::fflush(stderr);
}

}  // namespace broadsheet::cli
