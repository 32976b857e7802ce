// What a text is about: the pairs of hanzi (and the words of other scripts) that it shares with others on the
// page. Names and terms of a story recur in it and nowhere else, which tells to which story a column belongs.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
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

  // A growing bag: what one story says. On a page of ordinary length a count for every term; on a long one,
  // which has as many more stories, an open-addressed map of those that the story says.
  class Group {
   public:
    explicit Group(const Topics& topics);
    void add(const Bag& bag, float weight = 1);
    float total() const { return total_; }

   private:
    friend class Topics;
    float held(uint32_t term) const;
    size_t place_of(uint32_t term) const;
    void grow();
    std::vector<float> count_;
    std::vector<uint32_t> terms_;  // of the map: term + 1; 0 is free. Empty where there is a count for each
    std::array<uint64_t, 32> said_{};  // of the map: a bit for each term that it may hold; most it does not
    size_t used_ = 0;
    float total_ = 0;
  };

  // A bag made ready to be held against many groups: what of it is the same for all of them.
  struct Weighed {
    struct Term {
      uint32_t term = 0;
      float count = 0;
      float most = 0;    // that a group may say it to some effect
      float rarity = 0;  // one over its share of the prior
    };
    std::vector<Term> terms;  // those that stand elsewhere, too
    double said = 0;          // how many words the bag has
  };
  Weighed weighed(const Bag& bag) const;
  // What several pieces say together.
  Weighed weighed(std::span<const size_t> pieces) const;
  // The same where a word of several pieces counts once for each, as what the others say stands elsewhere,
  // too: what a strand says again and again is what it is about. Places strands without a head better than
  // the sum.
  Weighed weighed_apart(std::span<const size_t> pieces) const;

  // Nats by which `bag` is likelier to come from `group` than from the page at large: naive Bayes with a
  // Dirichlet prior (Zhai and Lafferty 2004), a mean over the bag's terms times the root of their number, as
  // terms of one text are far from independent.
  // `member`: the group holds the bag, which is left out of it.
  double affinity(const Weighed& bag, const Group& group, bool member = false) const;

  // The same before the mean is taken, and the number of terms.
  struct Sum {
    double sum = 0;
    double terms = 0;
    Sum& operator+=(const Sum& more) {
      sum += more.sum;
      terms += more.terms;
      return *this;
    }
    double mean() const { return terms > 0 ? sum / std::sqrt(terms) : 0; }
  };
  Sum sum_of(const Weighed& bag, const Group& group, bool member = false) const;

  // How much two bags share, rare terms counting more: 0 for nothing, about 1 for two parts of one story.
  double likeness(const Bag& a, const Bag& b) const;

  // One bag of several.
  static Bag merged(std::span<const Bag* const> bags);

  // What a story's head says, which counts for more than as many words of its text.
  Group of_head(const Sheet& sheet, size_t story) const;

 private:
  std::vector<Bag> bags_;
  std::vector<float> page_;     // count of each term
  std::vector<double> rarity_;  // log of how seldom it is said
  float total_ = 0;
  double prior_ = 1;
};

}  // namespace broadsheet
