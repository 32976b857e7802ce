// What a text is about: the pairs of hanzi (and the words of other scripts) that it shares with others on the
// page. Names and terms of a story recur in it and nowhere else, which tells to which story a column belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

class Topics {
 public:
  // (term, count), terms in rising order. Only terms that stand in two pieces or more of the page.
  using Bag = std::vector<std::pair<uint32_t, float>>;

  explicit Topics(const Sheet& sheet);

  const Bag& of(size_t piece) const { return bags_[piece]; }

  // A growing bag: what one story says.
  class Group {
   public:
    explicit Group(const Topics& topics) : count_(topics.page_.size(), 0.F) {}
    void add(const Bag& bag, float weight = 1);
    float total() const { return total_; }

   private:
    friend class Topics;
    std::vector<float> count_;
    float total_ = 0;
  };

  // Nats by which `bag` is likelier to come from `group` than from the page at large: naive Bayes with a
  // Dirichlet prior (Zhai and Lafferty 2004), a mean over the bag's terms times the root of their number, as
  // terms of one text are far from independent.
  // `member`: the group holds the bag, which is left out of it.
  double affinity(const Bag& bag, const Group& group, bool member = false) const;

  // How much two bags share, rare terms counting more: 0 for nothing, about 1 for two parts of one story.
  double likeness(const Bag& a, const Bag& b) const;

  // One bag of several.
  static Bag merged(const std::vector<const Bag*>& bags);

 private:
  std::vector<Bag> bags_;
  std::vector<float> page_;  // count of each term
  float total_ = 0;
};

}  // namespace broadsheet
