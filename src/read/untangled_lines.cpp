#include "read/untangled_lines.h"

#include <algorithm>
#include <map>

#include "read/ablation.h"
#include "read/by_turns.h"
#include "read/first_rows.h"
#include "read/go_on.h"
#include "read/untangle.h"

namespace broadsheet {
namespace {

constexpr double kTangledShare = .015;  // of the lines, from which more than chance was tangled

}  // namespace

std::vector<SourceLine> untangled_lines(const Source& source, const std::vector<SourceLine>& lines,
                                        bool& tangled) {
  tangled = false;
  if (without(Step::kUntangle)) return lines;
  std::vector<Span> words;
  words.reserve(lines.size());
  for (const SourceLine& line : lines) words.push_back(line.words);
  bool before = false;  // by what looks ahead of untangle.h
  for (const auto& taken : {taken_off_rows, taken_by_turns}) {
    std::vector<Span> apart = taken(source.text, words, goes_on);
    if (apart.empty()) continue;
    before = true;
    words = std::move(apart);
  }
  const std::vector<Thread> threads = untangle(source.text, words, goes_on);
  tangled = before || std::any_of(threads.begin(), threads.end(), [](const Thread& t) { return t.tangled; });
  if (!tangled) return lines;
  std::map<uint32_t, const SourceLine*> whole;  // by the byte at which its words begin
  for (const SourceLine& line : lines) {
    if (!line.blank()) whole[line.words.begin] = &line;
  }
  std::vector<SourceLine> out;
  size_t inside = 0;  // of tangled threads
  size_t count = 0;
  for (const Thread& thread : threads) {
    for (const Span& span : thread.lines) {
      auto found = whole.find(span.begin);
      ++count;
      inside += thread.tangled;
      if (found != whole.end() && found->second->words == span) {
        out.push_back(*found->second);
        continue;
      }
      out.push_back(line_at(source.text, span));
    }
    out.emplace_back();  // blank
  }
  tangled = before || static_cast<double>(inside) >= kTangledShare * static_cast<double>(count);
  return out;
}

}  // namespace broadsheet
