#include "correct/log.h"
#include "edition/json_kind.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr CorrectionKind kKinds[] = {CorrectionKind::kRole,         CorrectionKind::kMove,
                                     CorrectionKind::kJoin,         CorrectionKind::kSplit,
                                     CorrectionKind::kSplitArticle, CorrectionKind::kMerge,
                                     CorrectionKind::kWords,        CorrectionKind::kByline,
                                     CorrectionKind::kUndoRepair,   CorrectionKind::kKeepRepair};

Json entry_json(const Correction& entry) {
  Json out;
  out["do"] = name_of(entry.kind);
  out["page"] = entry.page;
  if (!entry.spans.empty()) {
    out["spans"] = Json::array();
    for (const Span& span : entry.spans) out["spans"].push_back({span.begin, span.end});
  }
  if (has_place(entry.kind)) out["at"] = entry.at;
  if (entry.before) out["before"] = true;
  if (!entry.role.empty()) out["role"] = entry.role;
  if (entry.kind == CorrectionKind::kWords) out["text"] = entry.text;
  if (entry.kind == CorrectionKind::kByline) out["names"] = entry.names;
  if (!entry.repair.empty()) out["repair"] = entry.repair;
  if (!entry.instead.empty()) out["instead"] = entry.instead;
  if (!entry.who.empty()) out["who"] = entry.who;
  if (!entry.when.empty()) out["when"] = entry.when;
  return out;
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// False where the names are no list of strings, or one of them is blank.
bool read_names(const Json& json, std::vector<std::string>& names) {
  if (!json.is_array()) return false;
  for (const Json& name : json) {
    if (!name.is_string() || is_blank(name.get<std::string>())) return false;
    names.push_back(name.get<std::string>());
  }
  return true;
}

bool offset_of(const Json& json, uint32_t& offset) {
  if (!json.is_number_unsigned() || json.get<uint64_t>() > UINT32_MAX) return false;
  offset = static_cast<uint32_t>(json.get<uint64_t>());
  return true;
}

// Empty where the entry at `place` of its log was read, else what is wrong with it.
std::string read_entry(const Json& json, size_t place, Correction& entry) {
  if (!json.is_object()) return "is not an object";
  const std::string verb = text_of(json, "do");
  bool known = false;
  for (CorrectionKind kind : kKinds) {
    if (verb == name_of(kind)) {
      entry.kind = kind;
      known = true;
    }
  }
  if (!known) return "has no known \"do\"";
  entry.page = text_of(json, "page");
  if (json.contains("spans")) {
    if (!json["spans"].is_array()) return "has \"spans\" that are not a list";
    for (const Json& span : json["spans"]) {
      Span one;
      if (!span.is_array() || span.size() != 2 || !offset_of(span[0], one.begin) ||
          !offset_of(span[1], one.end) || one.begin >= one.end) {
        return "has a span that is not [begin, end)";
      }
      entry.spans.push_back(one);
    }
  }
  if (has_place(entry.kind) && !(json.contains("at") && offset_of(json["at"], entry.at)))
    return "has no byte offset \"at\"";
  entry.before = json.contains("before") && json["before"].is_boolean() && json["before"].get<bool>();
  entry.role = text_of(json, "role");
  if (entry.kind == CorrectionKind::kRole && !is_role(entry.role)) return "names no known role";
  if (entry.kind == CorrectionKind::kWords && !(json.contains("text") && json["text"].is_string()))
    return "has no \"text\"";
  entry.text = text_of(json, "text");
  if (entry.kind == CorrectionKind::kByline &&
      !(json.contains("names") && read_names(json["names"], entry.names)))
    return "has no \"names\", or a blank one";
  entry.repair = text_of(json, "repair");
  if (json.contains("instead")) {
    for (const Json& one : json["instead"]) {
      if (!offset_of(one, entry.instead.emplace_back()) || entry.instead.back() >= place)
        return "stands \"instead\" of what is not before it";
    }
  }
  entry.who = text_of(json, "who");
  if (is_blank(entry.who)) entry.who.clear();
  entry.when = text_of(json, "when");
  return "";
}

}  // namespace

bool is_blank(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (!is_space(next_code_point(text, i))) return false;
  }
  return true;
}

const char* name_of(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::kRole:
      return "role";
    case CorrectionKind::kMove:
      return "move";
    case CorrectionKind::kJoin:
      return "join";
    case CorrectionKind::kSplit:
      return "split";
    case CorrectionKind::kSplitArticle:
      return "split-article";
    case CorrectionKind::kMerge:
      return "merge";
    case CorrectionKind::kWords:
      return "words";
    case CorrectionKind::kByline:
      return "byline";
    case CorrectionKind::kUndoRepair:
      return "undo-repair";
    case CorrectionKind::kKeepRepair:
      return "keep-repair";
  }
  return "role";
}

std::string to_json(const Log& log, int indent) {
  Json out;
  out["format"] = "broadsheet-corrections-1";
  out["corrections"] = Json::array();
  for (const Correction& entry : log.entries) out["corrections"].push_back(entry_json(entry));
  out["taken"] = log.taken;
  return out.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Edition& edition, const Log& log, int indent, SourceText text) {
  Json out = Json::parse(to_json(edition, -1, text), nullptr, false);
  Json own = Json::parse(to_json(log), nullptr, false);
  out["corrections"] = std::move(own["corrections"]);
  out["taken"] = std::move(own["taken"]);
  return out.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Complaint from_json(std::string_view json, const std::string& file, Log& log) {
  const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
  if (root.is_discarded() || !root.is_object()) {
    return {file, "", "is not JSON", "Give a file that 'Export corrections' wrote"};
  }
  const auto list = root.find("corrections");
  if (list == root.end() || !list->is_array()) {
    return {file, "", "has no list \"corrections\"", "Give a file that 'Export corrections' wrote"};
  }
  Log out;
  for (size_t i = 0; i < list->size(); ++i) {
    Correction entry;
    const std::string fault = read_entry((*list)[i], i, entry);
    if (!fault.empty())
      return {file, "correction " + std::to_string(i + 1), fault, "Mend or remove that entry"};
    out.entries.push_back(std::move(entry));
  }
  out.taken = out.entries.size();
  uint32_t taken = 0;
  if (root.contains("taken") && offset_of(root["taken"], taken) && taken <= out.entries.size())
    out.taken = taken;
  log = std::move(out);
  return {};
}

}  // namespace broadsheet
