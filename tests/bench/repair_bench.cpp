// Are the repairs as sure as they say? Judges every repair on pages with known articles, and prints for each
// kind how many are right, the expected calibration error (ten bins; Guo et al. 2017), and how many of those
// given 0.9 are right.
//
//     repair_bench /work/shared/pages/dev-zh vlm.txt layout.txt mutool.txt
//     repair_bench --list PAGES VARIANT...     every repair that was judged, one a line: to fit from
//
// The words on both sides of a repair are looked up in truth.json. A join is right where they follow each
// other within one paragraph; a move where both stand in one story, in this order; a split where they do not
// follow each other within one paragraph; a caption where the words are a caption's; a duplicate where
// truth.json lists them as said twice; furniture where they stand in no story; a hyphen where the word is
// printed without. What cannot be found, because the dump has it wrong, is not judged, and counted.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "compose/compose.h"
#include "edition/score.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

constexpr size_t kGram = 5;       // letters that must be found as they are
constexpr size_t kReach = 20;     // letters from the repair within which they are looked for
constexpr size_t kSlack = 3;      // letters that the dump may have lost there
constexpr size_t kAmbiguous = 6;  // places from where on letters tell nothing

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::u32string normal(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_space(c)) out.push_back(fold_char(c));
  }
  return out;
}

// Texts one behind the other, and where runs of letters stand in them.
class Known {
 public:
  void add(std::string_view text, int article, int block) {
    const std::u32string letters = normal(text);
    text_ += letters;
    owner_.resize(text_.size(), {article, block});
  }
  void index() {
    for (size_t i = 0; i + kGram <= text_.size(); ++i) at_[text_.substr(i, kGram)].push_back(i);
  }
  std::pair<int, int> owner(size_t at) const { return owner_[std::min(at, owner_.size() - 1)]; }

  // Where the words begin, by the first of their letters that are known; empty where none are.
  std::vector<long> begins(const std::u32string& words) const {
    for (size_t k = 0; k + kGram <= words.size() && k <= kReach; ++k) {
      const auto found = at_.find(words.substr(k, kGram));
      if (found == at_.end() || found->second.size() >= kAmbiguous) continue;
      std::vector<long> out;
      for (size_t at : found->second) out.push_back(static_cast<long>(at) - static_cast<long>(k));
      return out;
    }
    return {};
  }
  // Behind which letter they end.
  std::vector<long> ends(const std::u32string& words) const {
    for (size_t k = 0; k + kGram <= words.size() && k <= kReach; ++k) {
      const auto found = at_.find(words.substr(words.size() - kGram - k, kGram));
      if (found == at_.end() || found->second.size() >= kAmbiguous) continue;
      std::vector<long> out;
      for (size_t at : found->second) out.push_back(static_cast<long>(at + kGram + k));
      return out;
    }
    return {};
  }
  bool holds(const std::u32string& words) const { return text_.find(words) != std::u32string::npos; }

 private:
  std::u32string text_;
  std::vector<std::pair<int, int>> owner_;
  std::unordered_map<std::u32string, std::vector<size_t>> at_;
};

struct Judged {
  RepairKind kind = RepairKind::kJoin;
  double confidence = 0;
  bool right = false;
};

class Judge {
 public:
  Judge(const Truth& truth, const Page& page) : page_(page), text_(page.source->text) {
    int article = 0;
    for (const TruthArticle& one : truth.articles) {
      int block = 0;
      for (const TruthBlock& part : one.blocks) body_.add(part.text, article, block++);
      for (const std::string& caption : one.captions) captions_.add(caption, article, block++);
      ++article;
    }
    for (const std::string& words : truth.duplicates) twice_.add(words, 0, 0);
    body_.index();
    captions_.index();
    twice_.index();
    for (const Article& one : page.articles) {
      for (const Block& block : one.blocks)
        spans_.insert(spans_.end(), block.spans.begin(), block.spans.end());
    }
    for (const Duplicate& one : page.duplicates)
      spans_.insert(spans_.end(), one.spans.begin(), one.spans.end());
    for (const Furniture& one : page.furniture)
      spans_.insert(spans_.end(), one.spans.begin(), one.spans.end());
    std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  }

  // Nothing where the words are not known.
  std::optional<bool> judge(const Repair& repair) const {
    if (repair.at.empty()) return {};
    const uint32_t first = repair.at.front();
    const uint32_t last = repair.at.back();
    switch (repair.kind) {
      case RepairKind::kJoin:
        return followed(words_until(first), words_from(last));
      case RepairKind::kSplit: {
        const std::optional<bool> one = followed(words_until(first), words_from(last));
        return one ? std::optional<bool>(!*one) : one;
      }
      case RepairKind::kMove:
        return one_story(words_until(first), words_from(last));
      case RepairKind::kCaption: {
        const std::u32string words = words_from(first);
        if (!captions_.begins(words).empty()) return true;
        if (!body_.begins(words).empty()) return false;
        return {};
      }
      case RepairKind::kDuplicate:
        return said_twice(first);
      case RepairKind::kFurniture: {
        const std::u32string words = words_from(first);
        return body_.begins(words).empty() && captions_.begins(words).empty();
      }
      case RepairKind::kHyphen:
        return without_hyphen(words_until(first), words_from(last));
      case RepairKind::kLetter:
        return {};  // a name: the words say nothing of it
    }
    return {};
  }

 private:
  const Span* span_at(uint32_t at) const {
    auto after = std::upper_bound(spans_.begin(), spans_.end(), at,
                                  [](uint32_t a, const Span& span) { return a < span.begin; });
    if (after == spans_.begin()) return nullptr;
    --after;
    return at < after->end ? &*after : nullptr;
  }
  // The words of one span up to and with the character at `at`; the hyphens and breaks of printed lines stay
  // out.
  std::u32string words_until(uint32_t at) const {
    const Span* span = span_at(at);
    if (span == nullptr) return {};
    size_t end = at;
    next_code_point(text_, end);
    const size_t from = std::max<size_t>(span->begin, end > 160 ? end - 160 : 0);
    std::u32string words = normal(std::string_view(text_).substr(from, end - from));
    const size_t most = kReach + kGram;
    return words.size() > most ? words.substr(words.size() - most) : words;
  }
  std::u32string words_from(uint32_t at) const {
    const Span* span = span_at(at);
    if (span == nullptr) return {};
    const size_t to = std::min<size_t>(span->end, at + 160);
    return normal(std::string_view(text_).substr(at, to - at)).substr(0, kReach + kGram);
  }

  // Most of the passage's words are among those that truth.json lists.
  bool said_twice(uint32_t at) const {
    size_t grams = 0;
    size_t known = 0;
    for (const Duplicate& one : page_.duplicates) {
      if (std::none_of(one.spans.begin(), one.spans.end(),
                       [&](const Span& span) { return span.begin <= at && at < span.end; }))
        continue;
      const std::u32string words = normal(one.text);
      for (size_t k = 0; k + 2 * kGram <= words.size(); ++k, ++grams)
        known += twice_.holds(words.substr(k, 2 * kGram));
    }
    return grams > 0 && known * 2 >= grams;
  }

  std::optional<bool> followed(const std::u32string& left, const std::u32string& right) const {
    const std::vector<long> ends = body_.ends(left);
    const std::vector<long> begins = body_.begins(right);
    if (ends.empty() || begins.empty()) return {};
    for (long end : ends) {
      for (long begin : begins) {
        if (std::labs(begin - end) > static_cast<long>(kSlack)) continue;
        if (body_.owner(static_cast<size_t>(std::max(0L, std::min(begin, end) - 1))) ==
            body_.owner(static_cast<size_t>(std::max(0L, std::max(begin, end)))))
          return true;
      }
    }
    return false;
  }
  std::optional<bool> one_story(const std::u32string& left, const std::u32string& right) const {
    const std::vector<long> ends = body_.ends(left);
    const std::vector<long> begins = body_.begins(right);
    if (ends.empty() || begins.empty()) return {};
    for (long end : ends) {
      for (long begin : begins) {
        if (begin + static_cast<long>(kSlack) >= end &&
            body_.owner(static_cast<size_t>(std::max(0L, end - 1))).first ==
                body_.owner(static_cast<size_t>(std::max(0L, begin))).first)
          return true;
      }
    }
    return false;
  }
  std::optional<bool> without_hyphen(std::u32string left, const std::u32string& right) const {
    if (!left.empty() && left.back() == U'-') left.pop_back();
    const std::u32string a = left.size() > 4 ? left.substr(left.size() - 4) : left;
    const std::u32string b = right.substr(0, 4);
    if (body_.holds(a + b)) return true;
    if (body_.holds(a + U"-" + b)) return false;
    return {};
  }

  const Page& page_;
  const std::string& text_;
  Known body_;
  Known captions_;
  Known twice_;
  std::vector<Span> spans_;
};

double calibration_error(const std::vector<Judged>& all) {
  struct Bin {
    double confidence = 0;
    double right = 0;
    double count = 0;
  };
  std::array<Bin, 10> bins{};
  for (const Judged& one : all) {
    Bin& bin = bins[std::min<size_t>(9, static_cast<size_t>(one.confidence * 10))];
    bin.confidence += one.confidence;
    bin.right += one.right;
    ++bin.count;
  }
  double error = 0;
  for (const Bin& bin : bins) error += std::abs(bin.confidence - bin.right);
  return all.empty() ? 0 : error / static_cast<double>(all.size());
}

void print(const std::string& name, const std::vector<Judged>& all) {
  double confidence = 0;
  int right = 0;
  int sure = 0;
  int sure_right = 0;
  for (const Judged& one : all) {
    confidence += one.confidence;
    right += one.right;
    if (one.confidence < 0.85 || one.confidence > 0.95) continue;
    ++sure;
    sure_right += one.right;
  }
  const double count = std::max<double>(1, static_cast<double>(all.size()));
  std::printf("%-34s %6zu %8.3f %8.3f %8.3f   ", name.c_str(), all.size(), confidence / count, right / count,
              calibration_error(all));
  if (sure > 0) {
    std::printf("%.2f of %d\n", static_cast<double>(sure_right) / sure, sure);
  } else {
    std::printf("-\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool list = argc > 1 && std::strcmp(argv[1], "--list") == 0;
  const int first = list ? 2 : 1;
  if (argc < first + 2) {
    std::fprintf(stderr, "usage: repair_bench [--list] PAGES VARIANT...\n");
    return 2;
  }
  std::vector<fs::path> folders;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(argv[first], fault))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  std::map<std::string, std::vector<Judged>> groups;
  size_t unknown = 0;
  for (int v = first + 1; v < argc; ++v) {
    const std::string variant = argv[v];
    for (size_t f = 0; f < folders.size(); ++f) {
      const fs::path known = folders[f] / "truth.json";
      if (!fs::exists(folders[f] / variant, fault) || !fs::exists(known, fault)) continue;
      Truth truth;
      const Complaint complaint = truth_from_json(read(known), known.string(), variant, truth);
      if (!complaint.empty()) {
        std::fprintf(stderr, "%s\n", complaint.text().c_str());
        return 3;
      }
      const Page page = parse_page(variant, read(folders[f] / variant));
      const Judge judge(truth, page);
      for (const Article& article : page.articles) {
        for (const Repair& repair : article.repairs) {
          const std::optional<bool> right = judge.judge(repair);
          if (!right) {
            ++unknown;
            continue;
          }
          const Judged one{repair.kind, repair.confidence, *right};
          const std::string kind = name_of(repair.kind);
          if (list) {
            std::printf("%zu\t%s\t%s\t%s\t%s\t%.9f\t%d\t%u\n", f, variant.c_str(),
                        page.source->format.c_str(), kind.c_str(), name_of(repair.evidence),
                        repair.confidence, *right ? 1 : 0, repair.at.front());
          }
          groups[kind + " " + variant].push_back(one);
          groups[kind + " (all)"].push_back(one);
          groups[std::string("~ all repairs, ") + (f % 2 == 0 ? "even pages" : "odd pages")].push_back(one);
          groups["~ all repairs"].push_back(one);
        }
      }
    }
  }
  if (list) return 0;
  std::printf("%-34s %6s %8s %8s %8s   %s\n", "kind, dump", "repairs", "said", "right", "ECE",
              "right of those at .85-.95");
  for (const auto& [name, all] : groups) print(name, all);
  std::printf("not judged, as their words are not in truth.json: %zu\n", unknown);
}
