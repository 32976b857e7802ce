#include "compose/runs_en.h"

#include <algorithm>
#include <cmath>
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

bool is_salutation(std::u32string_view text) {
  const std::vector<std::string> words = words_en(text.substr(0, 24));
  if (words.empty()) return false;
  if (words[0] == "dear") return true;
  if (!reads_like(words[0], "editor", 1)) return false;
  const std::u32string_view rest = text.substr(0, 12);
  return rest.find(U':') != rest.npos || rest.find(U'\u2014') != rest.npos || rest.find(U'-') != rest.npos ||
         text.size() < 12;
}

bool is_body(Role role) {
  return role == Role::kParagraph || role == Role::kSubhead;
}

// Gives every run its words, weighted by how few paragraphs of the page have them (Sparck Jones 1972).
void weigh_words(const Sheet& sheet, Runs& out) {
  std::unordered_map<uint32_t, float> paragraphs_with;
  size_t paragraphs = 0;
  const auto stems_of = [&](size_t piece) {
    std::set<uint32_t> stems;
    for (const std::string& word : words_en(sheet.pieces[piece].text)) {
      if (word.size() >= 4 && !is_small_word(word)) stems.insert(hash_of(stem(word)));
    }
    return stems;
  };
  for (const Run& run : out.runs) {
    for (size_t piece : run.pieces) {
      ++paragraphs;
      for (uint32_t word : stems_of(piece)) ++paragraphs_with[word];
    }
  }
  for (Run& run : out.runs) {
    for (size_t piece : run.pieces) {
      for (uint32_t word : stems_of(piece)) ++run.words[word];
    }
    double square = 0;
    for (auto& [word, weight] : run.words) {
      const double rare =
          std::log(static_cast<double>(paragraphs + 1) / static_cast<double>(paragraphs_with[word]));
      weight = static_cast<float>((1 + std::log(static_cast<double>(weight))) * rare);
      square += static_cast<double>(weight) * static_cast<double>(weight);
    }
    const auto scale = static_cast<float>(square > 0 ? 1 / std::sqrt(square) : 0);
    for (auto& [word, weight] : run.words) weight *= scale;
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
      const bool stands_alone = !look.by_name && !look.post;
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
      const bool salutation = is_salutation(piece.text);
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
        if (run.ends_open && look.starts_capital && look.prose && looks[run.last].prose) goes_on = false;
        if (run.to_jump) goes_on = false;
      }
      if (!goes_on) {
        Run run;
        run.bylines.swap(bylines);
        run.heads = heads;
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
  // Bylines with no text behind them sign the last run.
  if (!bylines.empty() && !out.runs.empty()) {
    std::vector<size_t>& signatures = out.runs.back().signatures;
    signatures.insert(signatures.end(), bylines.begin(), bylines.end());
  }
  weigh_words(sheet, out);
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

}  // namespace broadsheet
