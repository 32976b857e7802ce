// The scores of the best of a beam so far: what would not be among them need not be made.
//
//     BestScores best(32);
//     if (best.take(score)) states.push_back(…);   // then the best 32 of `states`, of equals the first, are
//     kept
#pragma once

#include <cstddef>
#include <functional>
#include <queue>
#include <vector>

namespace broadsheet {

class BestScores {
 public:
  explicit BestScores(size_t most) : most_(most) {}

  // Whether one of this score, after the others, is among them.
  bool take(double score) {
    if (scores_.size() == most_) {
      if (score <= scores_.top()) return false;
      scores_.pop();
    }
    scores_.push(score);
    return true;
  }

 private:
  size_t most_;
  std::priority_queue<double, std::vector<double>, std::greater<>> scores_;  // the least on top
};

}  // namespace broadsheet
