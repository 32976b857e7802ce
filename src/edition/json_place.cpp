#include "edition/json_place.h"

#include <algorithm>

#include "text/utf8.h"

namespace broadsheet {

namespace {

size_t skip_space(std::string_view json, size_t at) {
  while (at < json.size() && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t'))
    ++at;
  return at;
}

// One past the closing quotation mark of the string that begins at `at`.
size_t skip_string(std::string_view json, size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return std::min(at + 1, json.size());
}

// One past the value at `at`. Counts brackets instead of recursing: depth is the document's to choose.
size_t skip_value(std::string_view json, size_t at) {
  size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = skip_string(json, at);
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
      continue;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      --depth;
      ++at;
    } else if (c == ',') {
      if (depth == 0) return at;
      ++at;
      continue;
    } else {
      ++at;
      continue;
    }
    if (depth == 0) return at;
  }
  return at;
}

// Offset of the member or element that `step` names in the value at `at`; npos where there is none.
size_t enter(std::string_view json, size_t at, const JsonStep& step) {
  const bool object = at < json.size() && json[at] == '{';
  const bool array = at < json.size() && json[at] == '[';
  if (object == step.key.empty() || (!object && !array)) return std::string_view::npos;
  at = skip_space(json, at + 1);
  for (size_t index = 0; at < json.size() && json[at] != '}' && json[at] != ']'; ++index) {
    bool found = index == step.index && array;
    if (object) {
      const size_t end = skip_string(json, at);
      found = json.substr(at + 1, end - at - 2) == step.key;
      at = skip_space(json, end);
      at = skip_space(json, at + 1);  // the colon
    }
    if (found) return at;
    at = skip_space(json, skip_value(json, at));
    if (at < json.size() && json[at] == ',') at = skip_space(json, at + 1);
  }
  return std::string_view::npos;
}

}  // namespace

size_t json_offset(std::string_view json, const std::vector<JsonStep>& path) {
  size_t at = skip_space(json, json.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
  for (const JsonStep& step : path) {
    const size_t next = enter(json, at, step);
    if (next == std::string_view::npos) break;
    at = next;
  }
  return at;
}

std::string json_path(const std::vector<JsonStep>& path) {
  std::string out;
  for (const JsonStep& step : path) {
    if (step.key.empty()) {
      out += "[" + std::to_string(step.index) + "]";
    } else {
      if (!out.empty()) out += ".";
      out += step.key;
    }
  }
  return out;
}

std::string line_and_column(std::string_view text, size_t offset) {
  size_t line = 1;
  size_t column = 1;
  for (size_t i = 0; i < std::min(offset, text.size()); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if (!is_trail_byte(text[i])) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace broadsheet
