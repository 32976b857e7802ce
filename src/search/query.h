// The query language, read into a tree. Never fails: faults are noted with their place, and what is left is
// kept.
//
//     or    = and { ("OR" | "|" | 或) and }
//     and   = term { ["AND" | 与] term }
//     term  = ["-" | "NOT " | "非 "] ( "(" or ")" | [field ":"] ( word | "phrase" | range ) )
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"

namespace broadsheet {

enum class Zone : uint8_t { kAll, kHeads, kBylines, kBody };

struct Leaf {
  enum class Kind : uint8_t { kText, kExact, kNumber, kDate, kPage, kKind, kPlace };
  Kind kind = Kind::kText;
  Zone zone = Zone::kAll;
  bool negated = false;  // under an odd number of NOTs: gives no matches to show
  std::u16string units;  // folded; of kText, kPlace, and of kNumber the form as typed (empty for ranges)
  std::string raw;       // of kExact
  double low = 0,
         high = 0;  // of kNumber; of kDate as 20210106; of kPage from 1; of kKind the value of ArticleKind
  bool percent = false;         // of kNumber
  std::u16string unit;          // of kNumber: what has to follow it, as 元; may be empty
  uint32_t begin = 0, end = 0;  // bytes of the query
};

struct QueryNode {
  enum class Kind : uint8_t { kLeaf, kNot, kAnd, kOr };
  Kind kind = Kind::kLeaf;
  int leaf = -1;
  std::vector<int> of;  // indices of nodes
};

struct Query {
  std::vector<QueryNode> nodes;
  std::vector<Leaf> leaves;
  int root = -1;  // -1: nothing was asked
  std::vector<QueryError> errors;
};

Query parse_query(std::string_view text);

// 20210106 of "2021-01-06", "2021/1/6" or 2021年1月6日; the parts that are missing are 0; 0 for what is no
// date.
int32_t date_number(std::string_view text);

}  // namespace broadsheet
