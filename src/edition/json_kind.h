// The one kind of JSON value that the program reads and writes: members stay in the order in which they came.
// One kind, not one for each, since every kind is compiled whole.
//
//     const Json doc = Json::parse(text, nullptr, false);
#pragma once

#include <nlohmann/json.hpp>

namespace broadsheet {

// The library looks through all members for each new one. An object of a hundred thousand, which no file of
// ours has, would take minutes: beyond some thousand they are no longer looked for, and of two by one name
// the first counts, where of fewer members the last does.
template <class Key, class Value, class... More>
struct JsonObject : nlohmann::ordered_map<Key, Value, More...> {
  using Base = nlohmann::ordered_map<Key, Value, More...>;
  using Base::Base;
  using Base::operator[];

  Value& operator[](Key& key) {
    constexpr size_t kMostSought = 4096;
    if (this->size() < kMostSought) return Base::operator[](key);
    return Base::Container::emplace_back(key, Value()).second;
  }
};

using Json = nlohmann::basic_json<JsonObject>;

}  // namespace broadsheet
