// Where in a JSON text something stands: for complaints that a person can act on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// One step into a JSON value: a key of an object, or (key empty) an index of an array.
struct JsonStep {
  std::string_view key;
  size_t index = 0;
};

// Byte offset at which the value reached by `path` begins; the deepest value on the way where it is not
// there. `json` must be well-formed JSON. Keys with escapes in them are not found.
size_t json_offset(std::string_view json, const std::vector<JsonStep>& path);

// "pages[0].articles[2].id"
std::string json_path(const std::vector<JsonStep>& path);

// "line 3, column 14": both from 1, columns in characters.
std::string line_and_column(std::string_view text, size_t offset);

}  // namespace broadsheet
