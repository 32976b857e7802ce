#include "compose/heads.h"

#include "text/utf8.h"

namespace broadsheet {

namespace {

// A deck with a comma is a sentence; one that is this much longer than what stands above it hardly is the
// headline.
constexpr double kDeckLonger = 1.3;

bool begins_with_dash(const std::string& text) {
  return text.rfind("—", 0) == 0 || text.rfind("--", 0) == 0;
}

bool ends_open(const std::string& text) {
  return text.ends_with("—") || text.ends_with("：") || text.ends_with(":") || text.ends_with("--");
}

bool has_comma(const std::string& text) {
  return text.find("，") != std::string::npos || text.find(',') != std::string::npos;
}

// Is the second of two heads the deck, and not the headline under a kicker?
bool second_is_deck(const std::string& first, const std::string& second, Tongue tongue) {
  if (begins_with_dash(second)) return true;
  if (ends_open(first)) return false;
  const auto above = static_cast<double>(to_utf32(first).size()),
             below = static_cast<double>(to_utf32(second).size());
  // A paper in letters sets the small head below, a Chinese one above.
  if (tongue != Tongue::kChinese) return below >= above;
  return has_comma(second) && !has_comma(first) && below > kDeckLonger * above;
}

}  // namespace

Heads tell_heads_apart(const std::vector<HeadLine>& lines, Tongue tongue) {
  std::vector<std::string> heads;
  for (const HeadLine& line : lines) {
    if (heads.empty() || line.apart || begins_with_dash(line.text) || ends_open(heads.back())) {
      heads.push_back(line.text);
    } else {
      heads.back() += " " + line.text;
    }
  }
  Heads out;
  if (heads.size() == 3) return {heads[0], heads[1], heads[2]};
  if (heads.size() == 2) {
    if (second_is_deck(heads[0], heads[1], tongue)) return {"", heads[0], heads[1]};
    return {heads[0], heads[1], ""};
  }
  for (const std::string& head : heads) out.headline += (out.headline.empty() ? "" : " ") + head;
  return out;
}

}  // namespace broadsheet
