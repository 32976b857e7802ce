#include "edition/score.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>
#include <utility>

#include "edition/distance.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

using Json = nlohmann::json;

// A passage is twelve letters, one begins at every fifth.
constexpr size_t kPassage = 12;
constexpr size_t kStep = 5;

// White space as Unicode has it, and the separators that Python counts in (U+001C to U+001F).
bool is_blank(char32_t code) {
  return (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x20) || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

std::u32string normal(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (size_t i = 0; i < text.size();) {
    const char32_t code = next_code_point(text, i);
    if (is_blank(code)) continue;
    out += fold_char(code);
  }
  return out;
}

double normal_distance(const std::u32string& a, const std::u32string& b) {
  return static_cast<double>(edit_distance(a, b)) /
         static_cast<double>(std::max({a.size(), b.size(), size_t{1}}));
}

bool in_body(const std::string& kind) {
  return kind == "paragraph" || kind == "subhead" || kind == "quote" || kind == "list";
}

std::u32string body_of(const TruthArticle& article) {
  std::u32string out;
  for (const TruthBlock& block : article.blocks) {
    if (in_body(block.kind)) out += normal(block.text);
  }
  return out;
}

std::u32string body_of(const Article& article) {
  std::u32string out;
  for (const Block& block : article.blocks) {
    if (in_body(name_of(block.kind))) out += normal(block.text);
  }
  return out;
}

std::u32string heads_of(const Article& article) {
  return normal(article.kicker + article.headline + article.deck);
}

std::u32string whole_of(const Article& article) {
  std::u32string out = heads_of(article);
  for (const Block& block : article.blocks) out += normal(block.text);
  return out;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

std::optional<double> share(size_t hits, size_t of) {
  if (of == 0) return std::nullopt;
  return static_cast<double>(hits) / static_cast<double>(of);
}

double pairs(double n) {
  return n * (n - 1) / 2;
}

// Which parsed article holds each passage of the truth.
struct Passages {
  double f1 = 0;
  std::vector<int>
      match;  // a true article's parsed one: the one that holds most of its passages; -1 where none does
};

Passages compare_passages(const std::vector<std::u32string>& truth,
                          const std::vector<std::u32string>& parsed) {
  // Passages that stand twice in the truth say nothing about where they belong.
  std::unordered_map<std::u32string, int> times;
  std::vector<std::pair<std::u32string, size_t>> passages;
  for (size_t t = 0; t < truth.size(); ++t) {
    const std::u32string& body = truth[t];
    const size_t stop = body.size() > kPassage ? body.size() - kPassage : 1;
    for (size_t i = 0; i < stop; i += kStep) {
      passages.emplace_back(body.substr(i, kPassage), t);
      ++times[passages.back().first];
    }
  }
  std::map<std::pair<size_t, size_t>, double> table;
  std::map<size_t, double> of_truth, of_parsed;
  std::vector<std::vector<std::pair<size_t, int>>> votes(truth.size());
  for (const auto& [passage, t] : passages) {
    if (times[passage] > 1) continue;
    ++of_truth[t];
    const auto found =
        std::find_if(parsed.begin(), parsed.end(), [&, &words = passage](const std::u32string& whole) {
          return whole.find(words) != std::u32string::npos;
        });
    if (found == parsed.end()) continue;
    const auto p = static_cast<size_t>(found - parsed.begin());
    ++table[{t, p}];
    ++of_parsed[p];
    const auto vote =
        std::find_if(votes[t].begin(), votes[t].end(), [&](const auto& one) { return one.first == p; });
    if (vote == votes[t].end()) {
      votes[t].emplace_back(p, 1);
    } else {
      ++vote->second;
    }
  }
  double together = 0, in_truth = 0, in_parsed = 0;
  for (const auto& [key, n] : table) together += pairs(n);
  for (const auto& [key, n] : of_truth) in_truth += pairs(n);
  for (const auto& [key, n] : of_parsed) in_parsed += pairs(n);
  const double recall = together / std::max(1.0, in_truth);
  const double precision = together / std::max(1.0, in_parsed);
  Passages out;
  out.f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  for (const auto& vote : votes) {
    const auto best = std::max_element(vote.begin(), vote.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    out.match.push_back(best == vote.end() ? -1 : static_cast<int>(best->first));
  }
  return out;
}

// F1 over names. A name that the parse found and the truth does not list is forgiven where it stands in the
// story's last or first paragraph: the page does name that person there, and the truth may be the poorer.
std::optional<double> compare_bylines(const Truth& truth, const Page& page, const std::vector<int>& match) {
  using Name = std::pair<size_t, std::u32string>;
  std::set<Name> named, found;
  for (size_t t = 0; t < truth.articles.size(); ++t) {
    for (const std::string& name : truth.articles[t].byline) named.emplace(t, normal(name));
  }
  if (named.empty()) return std::nullopt;
  for (size_t t = 0; t < truth.articles.size(); ++t) {
    if (match[t] < 0) continue;
    const std::vector<TruthBlock>& blocks = truth.articles[t].blocks;
    const std::u32string ends =
        blocks.empty() ? U"" : normal(blocks.back().text) + normal(blocks.front().text);
    for (const Byline& by : page.articles[static_cast<size_t>(match[t])].byline) {
      Name name{t, normal(by.name)};
      if (named.count(name) || ends.find(name.second) == std::u32string::npos) found.insert(std::move(name));
    }
  }
  size_t hits = 0;
  for (const Name& name : named) hits += found.count(name);
  return 2.0 * static_cast<double>(hits) / static_cast<double>(named.size() + found.size());
}

std::optional<double> compare_captions(const Truth& truth, const Page& page) {
  std::vector<std::u32string> parsed;
  std::u32string bodies;
  for (const Article& article : page.articles) {
    bodies += body_of(article);
    for (const Block& block : article.blocks) {
      if (block.kind == BlockKind::kCaption) parsed.push_back(normal(block.text));
    }
  }
  size_t hits = 0, all = 0;
  for (const TruthArticle& article : truth.articles) {
    for (const std::string& text : article.captions) {
      const std::u32string caption = normal(text);
      ++all;
      if (bodies.find(caption) != std::u32string::npos) continue;
      hits += std::any_of(parsed.begin(), parsed.end(), [&](const std::u32string& other) {
        return normal_distance(caption, other) <= .1 ||
               (other.find(caption) != std::u32string::npos && other.size() < 2 * caption.size() + 12);
      });
    }
  }
  return share(hits, all);
}

std::optional<double> compare_duplicates(const Truth& truth, const Page& page) {
  size_t hits = 0;
  for (const std::string& text : truth.duplicates) {
    const std::u32string twice = normal(text);
    hits += std::any_of(page.duplicates.begin(), page.duplicates.end(), [&](const Duplicate& other) {
      return normal_distance(twice, normal(other.text)) <= .2;
    });
  }
  return share(hits, truth.duplicates.size());
}

void mark(const std::vector<Span>& spans, std::vector<uint8_t>& seen) {
  for (const Span& span : spans) {
    for (size_t i = span.begin; i < std::min<size_t>(span.end, seen.size()); ++i) {
      seen[i] = static_cast<uint8_t>(std::min(2, seen[i] + 1));
    }
  }
}

std::optional<double> accounted(const Page& page) {
  if (!page.source || (page.source->text.empty() && page.source->bytes > 0)) return std::nullopt;
  const std::string& text = page.source->text;
  std::vector<uint8_t> seen(text.size());
  for (const Article& article : page.articles) {
    mark(article.spans, seen);
    for (const Byline& by : article.byline) mark(by.spans, seen);
    for (const Block& block : article.blocks) mark(block.spans, seen);
  }
  for (const Furniture& item : page.furniture) mark(item.spans, seen);
  for (const Duplicate& item : page.duplicates) mark(item.spans, seen);
  for (const Unplaced& item : page.unplaced) mark(item.spans, seen);
  size_t need = 0, good = 0;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const char32_t code = next_code_point(text, i);
    if (is_blank(code) || code == 0xFEFF) continue;
    need += i - begin;
    for (size_t k = begin; k < i; ++k) good += seen[k] == 1;
  }
  return static_cast<double>(good) / static_cast<double>(std::max<size_t>(need, 1));
}

std::vector<std::string> strings_of(const Json& list) {
  std::vector<std::string> out;
  if (!list.is_array()) return out;
  for (const Json& item : list) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

Json field(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? Json() : *found;
}

}  // namespace

const std::vector<std::string>& score_names() {
  static const std::vector<std::string> kNames = {"f1",      "order", "exact", "head",   "byline",
                                                  "caption", "dup",   "count", "account"};
  return kNames;
}

std::vector<std::optional<double>> values_of(const Score& score) {
  return {score.f1,      score.order, score.exact, score.head,   score.byline,
          score.caption, score.dup,   score.count, score.account};
}

std::vector<std::optional<double>> mean_of(const std::vector<Score>& scores) {
  std::vector<std::optional<double>> out(score_names().size());
  for (size_t k = 0; k < out.size(); ++k) {
    std::vector<double> known;
    for (const Score& score : scores) {
      if (const std::optional<double> value = values_of(score)[k]) known.push_back(*value);
    }
    if (!known.empty()) out[k] = mean(known);
  }
  return out;
}

Complaint truth_from_json(std::string_view json, const std::string& file, const std::string& variant,
                          Truth& truth) {
  const Json doc = Json::parse(json, nullptr, false);
  if (doc.is_discarded())
    return {file, "", "this is not JSON", "Write it as tests/pages/README.md describes"};
  const Json articles = doc.is_object() ? field(doc, "articles") : Json();
  if (!articles.is_array())
    return {file, "", "there is no list 'articles'", "Write it as tests/pages/README.md describes"};
  Truth out;
  for (size_t i = 0; i < articles.size(); ++i) {
    const Json& one = articles[i];
    const std::string place = "article " + std::to_string(i + 1);
    if (!one.is_object() || !field(one, "blocks").is_array()) {
      return {file, place, "there is no list 'blocks'", "Give each article its blocks: kind and text"};
    }
    TruthArticle article;
    article.heads = strings_of(field(one, "heads"));
    const Json headline = field(one, "headline");
    if (article.heads.empty() && headline.is_string()) article.heads.push_back(headline.get<std::string>());
    article.byline = strings_of(field(one, "byline"));
    article.captions = strings_of(field(one, "captions"));
    for (const Json& block : field(one, "blocks")) {
      const Json kind = block.is_object() ? field(block, "kind") : Json();
      const Json text = block.is_object() ? field(block, "text") : Json();
      if (!kind.is_string() || !text.is_string()) {
        return {file, place, "a block has no kind or no text", "Give each block both, as strings"};
      }
      article.blocks.push_back({kind.get<std::string>(), text.get<std::string>()});
    }
    out.articles.push_back(std::move(article));
  }
  const Json twice = field(doc, "duplicates");
  if (twice.is_object()) out.duplicates = strings_of(field(twice, variant.c_str()));
  truth = std::move(out);
  return {};
}

Score score_page(const Truth& truth, const Page& page) {
  std::vector<std::u32string> bodies, wholes;
  for (const TruthArticle& article : truth.articles) bodies.push_back(body_of(article));
  for (const Article& article : page.articles) wholes.push_back(whole_of(article));
  const Passages passages = compare_passages(bodies, wholes);

  std::vector<double> order, exact, head;
  for (size_t t = 0; t < truth.articles.size(); ++t) {
    if (passages.match[t] < 0) {
      order.push_back(0);
      exact.push_back(0);
      head.push_back(0);
      continue;
    }
    const Article& parsed = page.articles[static_cast<size_t>(passages.match[t])];
    const double apart = normal_distance(bodies[t], body_of(parsed));
    std::string heads;
    for (const std::string& line : truth.articles[t].heads) heads += line;
    const bool same_head = normal_distance(normal(heads), heads_of(parsed)) <= .05;
    order.push_back(1 - apart);
    head.push_back(same_head);
    exact.push_back(same_head && apart <= .01);
  }
  Score score;
  score.f1 = passages.f1;
  score.order = mean(order);
  score.exact = mean(exact);
  score.head = mean(head);
  score.byline = compare_bylines(truth, page, passages.match);
  score.caption = compare_captions(truth, page);
  score.dup = compare_duplicates(truth, page);
  score.count =
      std::abs(static_cast<double>(page.articles.size()) - static_cast<double>(truth.articles.size()));
  score.account = accounted(page);
  return score;
}

}  // namespace broadsheet
