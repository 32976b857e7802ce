#include "search/query.h"

#include <algorithm>

#include "edition/edition.h"
#include "search/folded.h"
#include "search/number.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kMostLeaves = 100;
constexpr int kDeepest = 24;
constexpr size_t kMostFaults = 10;

struct FieldName {
  std::u16string_view name;
  enum class Of : uint8_t { kHeads, kBylines, kBody, kDate, kPage, kKind, kPlace } of;
};
using Of = FieldName::Of;
constexpr FieldName kFieldNames[] = {
    {u"head", Of::kHeads}, {u"title", Of::kHeads},    {u"标题", Of::kHeads},   {u"题", Of::kHeads},
    {u"by", Of::kBylines}, {u"author", Of::kBylines}, {u"记者", Of::kBylines}, {u"作者", Of::kBylines},
    {u"text", Of::kBody},  {u"body", Of::kBody},      {u"正文", Of::kBody},    {u"date", Of::kDate},
    {u"日期", Of::kDate},  {u"时间", Of::kDate},      {u"page", Of::kPage},    {u"版", Of::kPage},
    {u"版面", Of::kPage},  {u"页", Of::kPage},        {u"kind", Of::kKind},    {u"type", Of::kKind},
    {u"类型", Of::kKind},  {u"体裁", Of::kKind},      {u"place", Of::kPlace},  {u"地点", Of::kPlace},
    {u"地", Of::kPlace},
};

struct KindName {
  std::u16string_view name;
  ArticleKind kind;
};
constexpr KindName kKindNames[] = {
    {u"article", ArticleKind::kArticle},     {u"story", ArticleKind::kArticle},
    {u"报道", ArticleKind::kArticle},        {u"文章", ArticleKind::kArticle},
    {u"photo", ArticleKind::kPhoto},         {u"图片", ArticleKind::kPhoto},
    {u"照片", ArticleKind::kPhoto},          {u"图片新闻", ArticleKind::kPhoto},
    {u"brief", ArticleKind::kBrief},         {u"简讯", ArticleKind::kBrief},
    {u"短讯", ArticleKind::kBrief},          {u"notice", ArticleKind::kNotice},
    {u"公告", ArticleKind::kNotice},         {u"启事", ArticleKind::kNotice},
    {u"continued", ArticleKind::kContinued}, {u"续", ArticleKind::kContinued},
    {u"转版", ArticleKind::kContinued},
};

char32_t closing_of(char32_t open) {
  switch (open) {
    case U'"':
      return U'"';
    case U'“':
      return U'”';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'＂':
      return U'＂';
    default:
      return 0;
  }
}

bool is_minus(char32_t c) {
  return c == '-' || c == U'－' || c == U'−';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Query read() {
    std::vector<int> parts;
    for (;;) {
      int node = read_or(0);
      if (node >= 0) parts.push_back(node);
      if (skip_blanks(); at_ >= text_.size()) break;
      // Only a closing parenthesis stops read_or before the end.
      size_t begin = at_;
      next();
      fault(QueryFault::kStrayParen, begin);
    }
    query_.root = join(QueryNode::Kind::kAnd, std::move(parts));
    mark_negated(query_.root, false);
    bool all_negated = !query_.leaves.empty();
    for (const Leaf& leaf : query_.leaves) all_negated = all_negated && leaf.negated;
    if (all_negated)
      query_.errors.push_back({QueryFault::kOnlyNegated, 0, static_cast<uint32_t>(text_.size())});
    // A page of faults tells nobody more than the first of them.
    if (query_.errors.size() > kMostFaults) query_.errors.resize(kMostFaults);
    return std::move(query_);
  }

 private:
  char32_t peek(size_t* behind = nullptr) const {
    if (at_ >= text_.size()) return 0;
    size_t i = at_;
    char32_t c = next_code_point(text_, i);
    if (behind != nullptr) *behind = i;
    return c;
  }
  char32_t next() {
    size_t behind = at_;
    char32_t c = peek(&behind);
    at_ = behind;
    return c;
  }
  void skip_blanks() {
    size_t behind;
    while (at_ < text_.size() && is_space(peek(&behind))) at_ = behind;
  }
  void fault(QueryFault fault, size_t begin) {
    query_.errors.push_back({fault, static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)});
  }

  int join(QueryNode::Kind kind, std::vector<int> parts) {
    if (parts.empty()) return -1;
    if (parts.size() == 1) return parts[0];
    query_.nodes.push_back({kind, -1, std::move(parts)});
    return static_cast<int>(query_.nodes.size()) - 1;
  }

  // A word up to a blank, a parenthesis or a quotation mark.
  std::string_view peek_word() const {
    size_t i = at_;
    while (i < text_.size()) {
      size_t before = i;
      char32_t c = next_code_point(text_, i);
      if (is_space(c) || c == '(' || c == ')' || c == U'（' || c == U'）' || closing_of(c) != 0 ||
          c == U'”' || c == U'」' || c == U'』') {
        i = before;
        break;
      }
    }
    return text_.substr(at_, i - at_);
  }

  int read_or(int depth) {
    std::vector<int> parts;
    size_t operator_at = 0;
    bool open_operator = false;
    for (;;) {
      int node = read_and(depth);
      if (node >= 0) {
        parts.push_back(node);
        open_operator = false;
      } else if (open_operator) {
        fault(QueryFault::kNoWord, operator_at);
      }
      skip_blanks();
      std::string_view word = peek_word();
      if (!is_or(word)) break;
      if (parts.empty()) {
        size_t begin = at_;
        at_ += word.size();
        fault(QueryFault::kNoWord, begin);
        at_ = begin;
      }
      operator_at = at_;
      open_operator = true;
      at_ += word.size();
    }
    return join(QueryNode::Kind::kOr, std::move(parts));
  }

  static bool is_or(std::string_view word) {
    return word == "OR" || word == "|" || word == "||" || word == "或";
  }
  static bool is_and(std::string_view word) { return word == "AND" || word == "&&" || word == "与"; }

  int read_and(int depth) {
    std::vector<int> parts;
    QueryError bare{QueryFault::kNoWord, 0, 0};  // an AND that still lacks a word
    for (;;) {
      skip_blanks();
      if (at_ >= text_.size()) break;
      char32_t c = peek();
      if (c == ')' || c == U'）') break;
      std::string_view word = peek_word();
      if (is_or(word)) break;
      if (is_and(word)) {
        if (bare.end == 0) bare.begin = static_cast<uint32_t>(at_);
        at_ += word.size();
        bare.end = static_cast<uint32_t>(at_);
        if (parts.empty()) query_.errors.push_back(bare), bare.end = 0;
        continue;
      }
      int node = read_term(depth);
      if (node >= 0) parts.push_back(node);
      bare.end = 0;
    }
    if (bare.end > 0) query_.errors.push_back(bare);
    return join(QueryNode::Kind::kAnd, std::move(parts));
  }

  // Always moves on.
  int read_term(int depth) {
    size_t begin = at_;
    size_t behind;
    bool negated = false;
    if (is_minus(peek(&behind))) {
      at_ = behind;
      negated = true;
    } else if (std::string_view word = peek_word(); word == "NOT" || word == "非") {
      at_ += 3;
      skip_blanks();
      negated = true;
    }
    if (negated) {
      char32_t c = peek();
      if (at_ >= text_.size() || is_space(c) || c == ')' || c == U'）') {
        fault(QueryFault::kNoWord, begin);
        return -1;
      }
    }
    int node = read_primary(depth);
    if (node < 0 || !negated) return node;
    query_.nodes.push_back({QueryNode::Kind::kNot, -1, {node}});
    return static_cast<int>(query_.nodes.size()) - 1;
  }

  int read_primary(int depth) {
    size_t begin = at_;
    char32_t c = peek();
    if (c == '(' || c == U'（') {
      next();
      if (depth >= kDeepest) {
        at_ = text_.size();
        fault(QueryFault::kTooLong, begin);
        return -1;
      }
      size_t faults = query_.errors.size();
      int node = read_or(depth + 1);
      skip_blanks();
      if (char32_t close = peek(); close == ')' || close == U'）') {
        next();
        if (node < 0 && query_.errors.size() == faults) fault(QueryFault::kNoWord, begin);
      } else {
        auto from = static_cast<uint32_t>(begin);
        query_.errors.push_back({QueryFault::kOpenParen, from, from + static_cast<uint32_t>(utf8_length(c))});
      }
      return node;
    }
    if (closing_of(c) != 0) return read_phrase(Zone::kAll, begin);
    std::string_view word = peek_word();
    if (word.empty()) {  // a closing quotation mark alone
      next();
      return -1;
    }
    if (const FieldName* field = take_field(word)) {
      c = peek();
      if (at_ >= text_.size() || is_space(c) || c == ')' || c == U'）') {
        fault(QueryFault::kNoWord, begin);
        return -1;
      }
      return read_field(*field, begin);
    }
    at_ += word.size();
    return word_leaf(word, Zone::kAll, begin);
  }

  const FieldName* take_field(std::string_view word) {
    size_t colon = word.find(':'), width = 1;
    if (size_t wide = word.find("："); wide < colon) colon = wide, width = 3;
    if (colon == std::string_view::npos || colon == 0) return nullptr;
    std::u16string name = folded(word.substr(0, colon));
    for (const FieldName& field : kFieldNames)
      if (field.name == name) {
        at_ += colon + width;
        return &field;
      }
    return nullptr;
  }

  int add(Leaf leaf, size_t begin) {
    leaf.begin = static_cast<uint32_t>(begin);
    leaf.end = static_cast<uint32_t>(at_);
    if (query_.leaves.size() >= kMostLeaves) {
      if (query_.errors.empty() || query_.errors.back().fault != QueryFault::kTooLong)
        fault(QueryFault::kTooLong, begin);
      return -1;
    }
    query_.leaves.push_back(std::move(leaf));
    query_.nodes.push_back({QueryNode::Kind::kLeaf, static_cast<int>(query_.leaves.size()) - 1, {}});
    return static_cast<int>(query_.nodes.size()) - 1;
  }

  // `whole`: where its field's name begins.
  int read_phrase(Zone zone, size_t whole) {
    size_t begin = at_;
    char32_t close = closing_of(next());
    size_t from = at_, to = text_.size();
    bool closed = false;
    while (at_ < text_.size() && !closed) {
      to = at_;
      closed = next() == close;
    }
    if (!closed) {
      to = text_.size();
      fault(QueryFault::kOpenQuote, begin);
    }
    Leaf leaf;
    leaf.kind = Leaf::Kind::kExact;
    leaf.zone = zone;
    leaf.raw = trim(text_.substr(from, to - from));
    leaf.units = folded(leaf.raw);
    if (leaf.units.empty()) {
      if (closed) fault(QueryFault::kNoWord, begin);
      return -1;
    }
    return add(std::move(leaf), whole);
  }

  static std::string trim(std::string_view text) {
    while (!text.empty()) {
      size_t i = 0;
      if (!is_space(next_code_point(text, i))) break;
      text.remove_prefix(i);
    }
    size_t end = 0;
    for (size_t i = 0; i < text.size();)
      if (!is_space(next_code_point(text, i))) end = i;
    return std::string(text.substr(0, end));
  }

  int read_field(const FieldName& field, size_t begin) {
    Zone zone = field.of == Of::kHeads     ? Zone::kHeads
                : field.of == Of::kBylines ? Zone::kBylines
                : field.of == Of::kBody    ? Zone::kBody
                                           : Zone::kAll;
    if (closing_of(peek()) != 0) {
      if (zone != Zone::kAll) return read_phrase(zone, begin);
      size_t from = at_;
      int node = read_phrase(Zone::kAll, begin);
      if (node < 0) return -1;
      // date:"2021-01": the marks do no harm.
      Leaf leaf = query_.leaves.back();
      query_.leaves.pop_back();
      query_.nodes.pop_back();
      return filter_leaf(field, leaf.raw, from, begin);
    }
    std::string_view word = peek_word();
    size_t from = at_;
    at_ += word.size();
    if (word.empty()) {
      fault(QueryFault::kNoWord, begin);
      return -1;
    }
    if (zone != Zone::kAll) return word_leaf(word, zone, begin);
    return filter_leaf(field, word, from, begin);
  }

  // A..B, A.., ..B or A. False where there is no "..".
  static bool cut_range(std::string_view word, std::string_view& low, std::string_view& high) {
    size_t dots = word.find("..");
    low = word.substr(0, dots);
    high = dots == std::string_view::npos ? low : word.substr(dots + 2);
    while (!high.empty() && high[0] == '.') high.remove_prefix(1);
    return dots != std::string_view::npos;
  }

  int filter_leaf(const FieldName& field, std::string_view word, size_t from, size_t begin) {
    Leaf leaf;
    std::string_view low, high;
    bool range = cut_range(word, low, high);
    switch (field.of) {
      case Of::kDate: {
        leaf.kind = Leaf::Kind::kDate;
        int32_t first = date_number(low), last = date_number(high);
        if ((!low.empty() && first == 0) || (!high.empty() && last == 0) || (low.empty() && high.empty())) {
          fault(QueryFault::kBadDate, from);
          return -1;
        }
        // The wrong way round is seen before a month becomes its last day: swapped later it would lose its
        // days.
        auto last_day = [](int32_t date) {
          return date % 10000 == 0 ? date + 1231 : date % 100 == 0 ? date + 31 : date;
        };
        if (!high.empty() && last_day(last) < first) {
          fault(QueryFault::kBadRange, from);
          std::swap(first, last);
        }
        leaf.low = first;
        leaf.high = high.empty() ? 99999999 : last_day(last);
        break;
      }
      case Of::kPage: {
        leaf.kind = Leaf::Kind::kPage;
        std::u16string a = folded(low), b = folded(high);
        double first = page_number(a), last = page_number(b);
        if (first < 0 || last < 0 || (range && a.empty() && b.empty())) {
          fault(QueryFault::kBadPage, from);
          return -1;
        }
        leaf.low = first;
        leaf.high = b.empty() ? 4e9 : last;
        break;
      }
      case Of::kKind: {
        leaf.kind = Leaf::Kind::kKind;
        std::u16string name = folded(word);
        const auto* found = std::find_if(std::begin(kKindNames), std::end(kKindNames),
                                         [&](const KindName& k) { return k.name == name; });
        if (found == std::end(kKindNames)) {
          fault(QueryFault::kBadKind, from);
          return -1;
        }
        leaf.low = leaf.high = static_cast<double>(found->kind);
        break;
      }
      default:
        leaf.kind = Leaf::Kind::kPlace;
        leaf.units = folded(word);
        if (leaf.units.empty()) {
          fault(QueryFault::kNoWord, begin);
          return -1;
        }
    }
    if (leaf.high < leaf.low) {
      fault(QueryFault::kBadRange, from);
      std::swap(leaf.low, leaf.high);
    }
    return add(std::move(leaf), begin);
  }

  // 0 for nothing, -1 for what is no number.
  static double page_number(std::u16string_view text) {
    double value = 0;
    if (text.size() > 7) return -1;
    for (char16_t c : text) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  // A word that is a number and nothing else but its unit; `unit` is what is behind.
  static bool whole_number(std::string_view word, Number& number, std::u16string& unit) {
    if (word.empty() || next_number(word, 0) != 0) return false;
    number = read_number(word, 0);
    unit = folded(word.substr(number.end));
    return std::all_of(unit.begin(), unit.end(),
                       [](char16_t c) { return is_hanzi_unit(c) || (c >= 'a' && c <= 'z'); });
  }

  int word_leaf(std::string_view word, Zone zone, size_t begin) {
    Leaf leaf;
    leaf.zone = zone;
    std::string_view low, high;
    if (cut_range(word, low, high)) {
      Number a, b;
      std::u16string unit_a, unit_b;
      bool has_a = whole_number(low, a, unit_a), has_b = whole_number(high, b, unit_b);
      if ((has_a && has_b) || (has_a && high.empty()) || (has_b && low.empty())) {
        leaf.kind = Leaf::Kind::kNumber;
        leaf.percent = a.percent || b.percent;  // 30..40% means both
        leaf.unit = unit_b.empty() ? unit_a : unit_b;
        leaf.low = has_a ? a.value : -1e300;
        leaf.high = has_b ? b.value : 1e300;
        if (leaf.high < leaf.low) {
          fault(QueryFault::kBadRange, begin);
          std::swap(leaf.low, leaf.high);
        }
        return add(std::move(leaf), begin);
      }
    }
    leaf.units = folded(word);
    if (leaf.units.empty()) return -1;
    Number number;
    std::u16string unit;
    // Digits alone are digits (a year, a telephone), but an amount with its unit has a value.
    if (whole_number(word, number, unit) && !(number.plain && (unit.empty() || number.value < 10000))) {
      leaf.kind = Leaf::Kind::kNumber;
      leaf.low = leaf.high = number.value;
      leaf.percent = number.percent;
      leaf.unit = unit;
    }
    return add(std::move(leaf), begin);
  }

  void mark_negated(int node, bool negated) {
    if (node < 0) return;
    const QueryNode& at = query_.nodes[static_cast<size_t>(node)];
    if (at.kind == QueryNode::Kind::kLeaf) query_.leaves[static_cast<size_t>(at.leaf)].negated = negated;
    for (int child : at.of) mark_negated(child, negated != (at.kind == QueryNode::Kind::kNot));
  }

  std::string_view text_;
  size_t at_ = 0;
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text) {
  return Reader(text).read();
}

int32_t date_number(std::string_view text) {
  int32_t parts[3] = {0, 0, 0};
  int digits[3] = {0, 0, 0};
  int part = 0;
  bool open = false;
  for (size_t i = 0; i < text.size();) {
    char32_t c = fold_char(next_code_point(text, i));
    if (c >= '0' && c <= '9') {
      if (part > 2 || ++digits[part] > 4) return 0;
      parts[part] = parts[part] * 10 + static_cast<int32_t>(c - '0');
      open = true;
    } else if (c == '-' || c == '/' || c == '.' || c == U'年' || c == U'月' || c == U'日') {
      if (!open) return 0;
      open = false;
      ++part;
      if (c == U'日' && i < text.size()) return 0;
    } else {
      return 0;
    }
  }
  if (digits[0] != 4 || parts[1] > 12 || parts[2] > 31 || (digits[1] > 0 && parts[1] == 0) ||
      (digits[2] > 0 && parts[2] == 0) || digits[1] > 2 || digits[2] > 2)
    return 0;
  return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

const char* message_of(QueryFault fault, bool chinese) {
  switch (fault) {
    case QueryFault::kOpenQuote:
      return chinese ? "引号没有收尾" : "This quotation mark is not closed";
    case QueryFault::kOpenParen:
      return chinese ? "括号没有收尾" : "This parenthesis is not closed";
    case QueryFault::kStrayParen:
      return chinese ? "多出一个右括号" : "This parenthesis closes nothing";
    case QueryFault::kNoWord:
      return chinese ? "这里缺少要找的词" : "A word is missing here";
    case QueryFault::kBadDate:
      return chinese ? "日期写作 2021、2021-01 或 2021-01-06，两头用 .. 相连"
                     : "Write a date as 2021, 2021-01 or 2021-01-06, two of them with ..";
    case QueryFault::kBadPage:
      return chinese ? "版次写作 2 或 1..4" : "Write a page as 2 or 1..4";
    case QueryFault::kBadKind:
      return chinese ? "类型有：报道、图片、简讯、公告、续"
                     : "Kinds are article, photo, brief, notice, continued";
    case QueryFault::kBadRange:
      return chinese ? "范围的两头颠倒了" : "The ends of this range are the wrong way round";
    case QueryFault::kTooLong:
      return chinese ? "查询太长，其余部分略去" : "The query is too long; the rest is left out";
    case QueryFault::kOnlyNegated:
      return chinese ? "只有排除的词，列出其余全部" : "Only words to leave out: everything else is listed";
  }
  return "";
}

}  // namespace broadsheet
