#include "compose/runs_en.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>

#include "compose/words_en.h"

namespace broadsheet {

namespace {

// A word's stem, roughly: possessives and plurals are the same word.
std::string stem(std::string word) {
  if (word.size() > 3 && word.compare(word.size() - 2, 2, "'s") == 0) word.resize(word.size() - 2);
  if (word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
  return word;
}

uint32_t hash_of(const std::string& word) {
  uint32_t hash = 2166136261U;  // FNV-1a
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// Of the longer words of a head.
std::set<uint32_t> stems_of(const Sheet& sheet, const std::vector<size_t>& head) {
  std::set<uint32_t> stems;
  for (size_t piece : head) {
    for (const std::string& word : words_en(sheet.pieces[piece].text)) {
      if (word.size() >= 4 && !is_small_word(word)) stems.insert(hash_of(stem(word)));
    }
  }
  return stems;
}

bool is_body(Role role) {
  return role == Role::kParagraph || role == Role::kSubhead;
}

// What the paragraphs of the page say, by their rarer words.
struct Sayings {
  std::vector<std::vector<uint32_t>> stems;  // of each piece; none where it is no paragraph
  std::unordered_map<uint32_t, double> rarities;

  double rarity(uint32_t word) const { return rarities.find(word)->second; }
};

Sayings sayings_of(const Sheet& sheet, const Runs& runs) {
  Sayings out;
  std::unordered_map<uint32_t, float> paragraphs_with;
  size_t paragraphs = 0;
  out.stems.resize(sheet.pieces.size());
  for (const Run& run : runs.runs) {
    for (size_t piece : run.pieces) {
      std::set<uint32_t> stems;
      for (const std::string& word : words_en(sheet.pieces[piece].text)) {
        if (word.size() >= 4 && !is_small_word(word)) stems.insert(hash_of(stem(word)));
      }
      ++paragraphs;
      for (uint32_t word : stems) ++paragraphs_with[word];
      out.stems[piece].assign(stems.begin(), stems.end());
    }
  }
  for (const auto& [word, count] : paragraphs_with)
    out.rarities[word] = std::log(static_cast<double>(paragraphs + 1) / static_cast<double>(count));
  return out;
}

using Counts = std::unordered_map<uint32_t, float>;

// What a run says, and the square of its length in the space of weighted words.
struct Said {
  Counts counts;
  double square = 0;
};

Said said_in(const Run& run, const Sayings& sayings) {
  Said out;
  for (size_t piece : run.pieces) {
    for (uint32_t word : sayings.stems[piece]) ++out.counts[word];
  }
  for (const auto& [word, n] : out.counts) {
    const double weight = n * sayings.rarity(word);
    out.square += weight * weight;
  }
  return out;
}

struct Tear {
  size_t at = 0;  // pieces of the run before it; 0: none
  double worth = 0;
};

// Where the last paragraphs of `run` are about what `earlier` is about rather than about what those before
// them are: cosines of what stands before and behind each cut, kept up word by word.
Tear tear_of(const Run& run, const Said& whole, const std::vector<LineLook>& looks, const Said& earlier,
             const Sayings& sayings) {
  constexpr double kMore = 0.08;   // of the two cosines: .07 to .12 find the same on the development pages
  constexpr size_t kLength = 400;  // characters on either side: where lines are pieces, three say little
  constexpr size_t kLeast = 3;     // paragraphs on either side: two tear whole stories, too
  Counts before;
  Counts behind = whole.counts;
  double to_earlier = 0;
  double to_before = 0;
  double of_before = 0;
  double of_behind = whole.square;
  const auto in_earlier = [&](uint32_t word) {
    const auto found = earlier.counts.find(word);
    return found == earlier.counts.end() ? 0.0F : found->second;
  };
  for (const auto& [word, n] : behind)
    to_earlier += n * in_earlier(word) * sayings.rarity(word) * sayings.rarity(word);
  Tear best;
  const size_t n = run.pieces.size();
  size_t length = 0;
  for (size_t k = 1; k + kLeast <= n; ++k) {
    length += looks[run.pieces[k - 1]].length;
    for (uint32_t word : sayings.stems[run.pieces[k - 1]]) {
      const double weight = sayings.rarity(word) * sayings.rarity(word);
      float& left = before[word];
      float& right = behind[word];
      to_earlier -= in_earlier(word) * weight;
      to_before += (right - left - 1) * weight;
      of_before += (2 * left + 1) * weight;
      of_behind -= (2 * right - 1) * weight;
      ++left;
      --right;
    }
    // What goes on in mid-sentence is one column.
    if (!looks[run.pieces[k - 1]].ends_sentence || looks[run.pieces[k]].starts_lower) continue;
    if (length < kLength || length + kLength > run.length) continue;
    if (k < kLeast || of_before <= 0 || of_behind <= 0 || earlier.square <= 0) continue;
    const double worth = to_earlier / std::sqrt(earlier.square) - to_before / std::sqrt(of_before);
    if (worth > best.worth && worth > kMore * std::sqrt(of_behind)) best = {k, worth};
  }
  return best;
}

// Where the dump has a story's second column behind the text of the next story, nothing but what it is about
// parts the two.
void tear_runs(const std::vector<LineLook>& looks, const Sayings& sayings, Runs& out) {
  constexpr size_t kBack = 3;  // runs before it that may go on in its end
  std::vector<Run> runs;
  std::vector<Said> said;
  for (Run& run : out.runs) {
    Said whole = said_in(run, sayings);
    Tear best;
    size_t from = 0;
    const bool begins = run.heads >= 0 || !run.bylines.empty() || run.dateline || run.salutation;
    for (size_t l = runs.size() > kBack ? runs.size() - kBack : 0; begins && l < runs.size(); ++l) {
      const Tear tear = tear_of(run, whole, looks, said[l], sayings);
      if (tear.worth <= best.worth) continue;
      best = tear;
      from = l;
    }
    runs.push_back(std::move(run));
    if (best.at > 0) {
      Run tail;
      Run& head = runs.back();
      const auto middle = head.pieces.begin() + static_cast<std::ptrdiff_t>(best.at);
      tail.pieces.assign(middle, head.pieces.end());
      head.pieces.erase(middle, head.pieces.end());
      tail.torn_from = static_cast<int>(from);
      tail.signatures.swap(head.signatures);
      tail.first = tail.pieces.front();
      tail.last = head.last;
      head.last = head.pieces.back();
      tail.ends_open = head.ends_open;
      tail.ends_hyphen = head.ends_hyphen;
      tail.to_jump = head.to_jump;
      tail.starts_lower = looks[tail.first].starts_lower;
      head.to_jump = false;
      head.ends_open = !looks[head.last].ends_sentence;
      head.ends_hyphen = looks[head.last].ends_hyphen;
      head.length = 0;
      for (size_t piece : head.pieces) head.length += looks[piece].length;
      for (size_t piece : tail.pieces) tail.length += looks[piece].length;
      said.push_back(said_in(head, sayings));
      said.push_back(said_in(tail, sayings));
      runs.push_back(std::move(tail));
    } else {
      said.push_back(std::move(whole));
    }
  }
  out.runs = std::move(runs);
}

// Gives every run its words, weighted by how few paragraphs of the page have them (Sparck Jones 1972).
void weigh_words(const Sayings& sayings, Runs& out) {
  for (Run& run : out.runs) {
    for (size_t piece : run.pieces) {
      for (uint32_t word : sayings.stems[piece]) ++run.words[word];
    }
    double square = 0;
    for (auto& [word, weight] : run.words) {
      weight = static_cast<float>((1 + std::log(static_cast<double>(weight))) * sayings.rarity(word));
      square += static_cast<double>(weight) * static_cast<double>(weight);
    }
    const auto scale = static_cast<float>(square > 0 ? 1 / std::sqrt(square) : 0);
    for (auto& [word, weight] : run.words) weight *= scale;
  }
}

// Heads of a deeper level may be of lesser stories: they are sub-heads where at least half the texts below
// heads of that level share words with the story above.
void keep_kin_below(const Sheet& sheet, Runs& out) {
  constexpr size_t kBack = 6;    // runs of the story above that are looked at, and lines of its head
  constexpr double kKin = 0.02;  // one rare word of some twenty
  constexpr size_t kLevels = 7;
  std::array<size_t, kLevels> all{};
  std::array<size_t, kLevels> kin{};
  const auto level_of = [](const Run& run) { return static_cast<size_t>(std::clamp(run.level, 0, 6)); };
  size_t story = 0;  // the run that begins the story above
  for (size_t r = 0; r < out.runs.size(); ++r) {
    const Run& run = out.runs[r];
    if (run.below == 0) {
      if (run.heads >= 0) story = r;
      continue;
    }
    double worth = 0;
    const int heads = out.runs[story].heads;
    if (heads >= 0) {
      const std::vector<size_t>& pieces = out.heads[static_cast<size_t>(heads)].pieces;
      if (pieces.size() <= kBack) worth = kinship(sheet, pieces, run);
    }
    for (size_t k = story; k < std::min(r, story + kBack); ++k) {
      worth = std::max(worth, kinship(out.runs[k], run));
    }
    ++all[level_of(run)];
    kin[level_of(run)] += worth > kKin ? 1 : 0;
  }
  for (Run& run : out.runs) {
    if (run.below > 0 && kin[level_of(run)] * 2 < all[level_of(run)]) run.below = 0;
  }
}

}  // namespace

Runs runs_of(const Sheet& sheet, const std::vector<LineLook>& looks) {
  Runs out;
  std::vector<size_t> bylines;  // waiting for the run that they stand before
  int heads = -1;               // head group right before
  bool from_jump = false;
  bool after_picture = false;
  bool running = false;    // the last run may go on
  bool after_run = false;  // nothing but blank space and noise since the last run
  int level = 0;           // of the Markdown head over the story before; 0: none
  const size_t n = sheet.pieces.size();
  for (size_t i = 0; i < n; ++i) {
    const Piece& piece = sheet.pieces[i];
    const LineLook& look = looks[i];
    if (piece.role == Role::kHeadline) {
      if (heads >= 0 && bylines.empty() && out.heads[static_cast<size_t>(heads)].last + 1 >= i) {
        out.heads[static_cast<size_t>(heads)].pieces.push_back(i);
        out.heads[static_cast<size_t>(heads)].last = i;
      } else {
        heads = static_cast<int>(out.heads.size());
        out.heads.push_back({{i}, i, i});
      }
      from_jump = from_jump && !running;
      running = after_run = false;
    } else if (piece.role == Role::kByline || piece.role == Role::kSignature) {
      // A name below a text signs it, and so does "By Jane Doe" where Markdown marks the next line as a head.
      const bool stands_alone =
          (!look.by_name && !look.post) || (i + 1 < n && sheet.pieces[i + 1].role == Role::kHeadline &&
                                            heading_of(sheet, i + 1) > 0 && heading_of(sheet, i) == 0);
      if (stands_alone && after_run && heads < 0 && bylines.empty() && !out.runs.empty()) {
        out.runs.back().signatures.push_back(i);
      } else {
        bylines.push_back(i);
      }
      running = false;
    } else if (piece.role == Role::kJump) {
      if (look.jump_from) {
        from_jump = true;
      } else if (after_run && !out.runs.empty()) {
        out.runs.back().to_jump = true;
      }
      running = false;
    } else if (piece.role == Role::kCaption || piece.role == Role::kCredit) {
      out.captions.push_back(i);
      after_picture = after_picture || piece.role == Role::kCaption;
      running = false;
    } else if (is_body(piece.role)) {
      const bool salutation = look.salutation;
      // An item of a list may begin in lower case.
      const char32_t mark = piece.text.empty() ? U' ' : piece.text.front();
      const bool item = mark == '-' || mark == 0x2014 || mark == 0x2013 || mark == 0x2022 || mark == '*';
      const bool starts_lower = look.starts_lower && !item;
      bool goes_on = running && !out.runs.empty() && !look.dateline && !salutation;
      if (goes_on && piece.role == Role::kParagraph) {
        const Run& run = out.runs.back();
        // A sentence that was closed does not go on in lower case: another column may begin here.
        if (starts_lower && !run.ends_open && look.length > 12) goes_on = false;
        // Nor does an open one go on with a capital, unless it was only cut short in the reading.
        const bool sentence = look.prose || (look.ends_sentence && look.length >= 20);
        if (run.ends_open && look.starts_capital && sentence && looks[run.last].prose) goes_on = false;
        if (run.to_jump) goes_on = false;
      }
      if (!goes_on) {
        Run run;
        run.bylines.swap(bylines);
        run.heads = heads;
        if (heads >= 0) {
          for (size_t head : out.heads[static_cast<size_t>(heads)].pieces) {
            const int here = heading_of(sheet, head);
            if (here > 0) run.level = here;
          }
          if (level > 0 && run.level > level && run.bylines.empty()) {
            run.below = level;
          } else {
            level = run.level;
          }
        }
        run.dateline = look.dateline;
        run.salutation = salutation;
        run.from_jump = from_jump;
        run.after_picture = after_picture;
        run.starts_lower = starts_lower;
        run.first = i;
        out.runs.push_back(std::move(run));
        heads = -1;
        from_jump = false;
      }
      Run& run = out.runs.back();
      run.pieces.push_back(i);
      run.length += look.length;
      run.last = i;
      if (piece.role == Role::kParagraph) {
        run.ends_open = !look.ends_sentence;
        run.ends_hyphen = look.ends_hyphen;
        if (look.jump_inside) {
          run.to_jump = true;
          run.ends_open = false;
        }
      }
      after_picture = false;
      running = after_run = true;
    } else if (!look.noise) {
      running = false;
      after_run = after_run && look.length < 12;
    }
  }
  // A level that one story alone has says how large its head is, not what the others are.
  std::array<size_t, 7> stories{};
  for (const Run& run : out.runs) {
    if (run.below == 0) ++stories[static_cast<size_t>(std::clamp(run.level, 0, 6))];
  }
  for (Run& run : out.runs) {
    if (stories[static_cast<size_t>(std::clamp(run.below, 0, 6))] < 2) run.below = 0;
  }
  // Bylines with no text behind them sign the last run.
  if (!bylines.empty() && !out.runs.empty()) {
    std::vector<size_t>& signatures = out.runs.back().signatures;
    signatures.insert(signatures.end(), bylines.begin(), bylines.end());
  }
  Sayings sayings = sayings_of(sheet, out);
  tear_runs(looks, sayings, out);
  weigh_words(sayings, out);
  keep_kin_below(sheet, out);
  out.stems = std::move(sayings.stems);
  return out;
}

double kinship(const Run& left, const Run& right) {
  const Run& fewer = left.words.size() < right.words.size() ? left : right;
  const Run& more = &fewer == &left ? right : left;
  double sum = 0;
  for (const auto& [word, weight] : fewer.words) {
    const auto found = more.words.find(word);
    if (found != more.words.end()) sum += static_cast<double>(weight) * static_cast<double>(found->second);
  }
  return sum;
}

std::vector<double> tells_better(const Sheet& sheet, const Runs& runs, const std::vector<size_t>& head,
                                 const std::vector<size_t>& story, const std::vector<size_t>& other) {
  // The share of a story's first paragraphs that have a word; one that none has may yet stand in its head.
  constexpr double kBefore = 2;      // paragraphs
  constexpr double kUnheard = 0.02;  // of them
  constexpr size_t kFirst = 40;
  const std::set<uint32_t> said = stems_of(sheet, head);
  const std::vector<uint32_t> all(said.begin(), said.end());
  const auto place = [&](uint32_t word) {
    return static_cast<size_t>(std::lower_bound(all.begin(), all.end(), word) - all.begin());
  };
  std::vector<double> odds(all.size());
  double sign = 1;
  for (const std::vector<size_t>* of : {&story, &other}) {
    std::vector<double> with(all.size(), kBefore * kUnheard);
    size_t paragraphs = 0;
    for (size_t r : *of) {
      for (size_t piece : runs.runs[r].pieces) {
        if (++paragraphs > kFirst) break;
        for (uint32_t word : runs.stems[piece]) {
          const size_t at = place(word);
          if (at < all.size() && all[at] == word) ++with[at];
        }
      }
    }
    const double whole = static_cast<double>(std::min(paragraphs, kFirst)) + kBefore;
    for (size_t k = 0; k < all.size(); ++k) odds[k] += sign * std::log(with[k] / whole);
    sign = -1;
  }
  std::vector<double> out(head.size());
  for (size_t k = 0; k < head.size(); ++k) {
    for (uint32_t word : stems_of(sheet, {head[k]})) out[k] += odds[place(word)];
  }
  return out;
}

double kinship(const Sheet& sheet, const std::vector<size_t>& head, const Run& run) {
  const std::set<uint32_t> stems = stems_of(sheet, head);
  double sum = 0;
  for (uint32_t word : stems) {
    const auto found = run.words.find(word);
    if (found != run.words.end()) sum += static_cast<double>(found->second);
  }
  return sum;
}

}  // namespace broadsheet
