// How near a parsed page comes to the articles that were printed: f1, order, exact, head, byline, caption,
// dup, count, account.
//
//     Truth truth;
//     Complaint fault = truth_from_json(bytes, "expected.json", "page.txt", truth);
//     Score score = score_page(truth, page);
//
// Texts are compared without white space, with full-width ASCII folded to half-width and Kangxi radicals to
// hanzi. Every share lies in [0, 1], 1 is best; `count` is a number of articles, 0 is best.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "edition/json.h"

namespace broadsheet {

struct TruthBlock {
  std::string kind;  // paragraph, subhead, quote, list
  std::string text;
};

struct TruthArticle {
  std::vector<std::string> heads;  // kicker, headline and deck, as printed
  std::vector<std::string> byline;
  std::vector<TruthBlock> blocks;
  std::vector<std::string> captions;
};

// The articles of a page as they were printed, and what one dump of it says twice.
struct Truth {
  std::vector<TruthArticle> articles;
  std::vector<std::string> duplicates;
};

struct Score {
  double f1 = 0;     // pairwise article F1: do two passages stand in one article, truth against parse
  double order = 0;  // 1 - normalised edit distance between true and parsed body, mean over the true articles
  double exact = 0;  // share of true articles whose head matches and whose body differs by at most 1 %
  double head = 0;   // share of true articles whose heads match within 5 %
  std::optional<double> byline;   // F1 over reporters' names; nothing where the page names none
  std::optional<double> caption;  // share of captions that stand in a caption block and in no paragraph
  std::optional<double> dup;      // recall of the passages said twice
  double count = 0;               // |parsed - true| number of articles
  // Share of the dump's non-blank bytes that stand in exactly one span; nothing where page.source holds no
  // text.
  std::optional<double> account;
};

// The measures' names, in the order of `values_of`.
const std::vector<std::string>& score_names();
std::vector<std::optional<double>> values_of(const Score& score);

// Means over pages; a page that says nothing of a measure is left out of its mean.
std::vector<std::optional<double>> mean_of(const std::vector<Score>& scores);

// Reads truth.json or expected.json: `variant` is the dump whose repeated passages count ("page.txt").
Complaint truth_from_json(std::string_view json, const std::string& file, const std::string& variant,
                          Truth& truth);

// page.source is needed for `account` only.
Score score_page(const Truth& truth, const Page& page);

}  // namespace broadsheet
