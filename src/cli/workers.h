// Many inputs at once, results in the order of the inputs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace broadsheet::cli {

// Calls work(i) once for each i in [0, count), from up to `jobs` threads (0: one a core). `done(i)` is called
// after each, never two at a time, for progress. Gives back when all are done.
void work_on_all(size_t count, size_t jobs, const std::function<void(size_t)>& work,
                 const std::function<void(size_t)>& done);

// A line on standard error that says how far it is; silent where standard error is no terminal or there is
// one input.
class Progress {
 public:
  explicit Progress(size_t count);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step(const std::string& name);

 private:
  size_t count_ = 0;
  size_t done_ = 0;
  bool shown_ = false;
  double last_ = 0;  // seconds on the steady clock
};

}  // namespace broadsheet::cli
