#include "view/telling.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "view/linebreak.h"

namespace broadsheet::view {

namespace {

bool digit(uint32_t code) {
  return code >= '0' && code <= '9';
}

bool ends_clause(uint32_t code) {
  return code == 0x3002 || code == 0xff0c || code == 0xff1b || code == 0xff1a || code == 0xff01 ||
         code == 0xff1f || code == 0x201c || code == 0x201d;
}

// A letter counts half a hanzi.
double length_in_hanzi(std::string_view text) {
  double sum = 0;
  for (size_t at = 0; at < text.size();) sum += decode(text, at) < 0x2e80 ? 0.45 : 1;
  return sum;
}

// Neither so short that it says nothing nor so long that nobody reads it from three metres.
double fitness(double length, double best, double most) {
  if (length < 8 || length > most) return 0;
  return 1 - 0.6 * std::fabs(length - best) / most;
}

struct Search {
  Telling best;
  double score = 0;

  void offer(Telling::Kind kind, double worth, std::string_view text, std::string_view note) {
    if (worth <= score) return;
    score = worth;
    best.kind = kind;
    best.text = text;
    best.note = note;
  }

  void quotations(std::string_view text, double weight) {
    for (size_t from = 0; (from = text.find("\u201c", from)) != std::string_view::npos; from += 3) {
      size_t end = text.find("\u201d", from);
      if (end == std::string_view::npos) break;
      std::string_view inside = text.substr(from + 3, end - from - 3);
      if (inside.find("\u201c") != std::string_view::npos || inside.size() < 12) continue;
      bool whole = false;  // a sentence, not a word that is held at arm's length
      for (std::string_view mark : {"\u3002", "\uff01", "\uff1f", ".", "!", "?"})
        whole = whole || inside.ends_with(mark);
      double worth = fitness(length_in_hanzi(inside), 22, 52) * (whole ? 2.4 : 0.8) * weight;
      offer(Telling::kQuote, worth, text.substr(from, end + 3 - from), {});
    }
  }

  void figures(std::string_view text, double weight) {
    uint32_t before = 0;
    size_t clause = 0;
    for (size_t at = 0; at < text.size();) {
      size_t begin = at;
      uint32_t code = decode(text, at);
      bool space_next = at >= text.size() || text[at] == ' ';
      if (ends_clause(code) || ((code == '.' || code == ',' || code == ';' || code == ':') && space_next))
        clause = at;
      bool starts = digit(code) && !digit(before) && before != '.' && before != '-' && before != ':' &&
                    !is_latin_letter(before) && before != 0x7b2c;
      before = code;
      if (!starts) continue;
      double count = 1;
      bool marks = false;
      while (at < text.size()) {
        bool inner = (text[at] == '.' || text[at] == ',') && at + 1 < text.size() &&
                     digit(static_cast<unsigned char>(text[at + 1]));
        if (!digit(static_cast<unsigned char>(text[at])) && !inner) break;
        marks = marks || inner;
        count += !inner;
        ++at;
      }
      size_t number_end = at;
      double worth = marks ? 1.2 : count >= 3 ? 1.0 : count >= 2 ? 0.7 : 0;
      // The unit: what follows at once, or the English word after a space.
      for (std::string_view unit : {"%", "％", "万", "亿", "倍", "千", "百", "余", "多"})
        if (text.substr(at).starts_with(unit)) {
          worth += unit == "余" || unit == "多" ? 0 : 1;
          at += unit.size();
          break;
        }
      std::string_view rest = text.substr(at);
      for (std::string_view unit : {" per cent", " percent", " million", " billion"})
        if (rest.starts_with(unit)) {
          worth += 1;
          at += unit.size();
        }
      bool date = false;
      for (std::string_view bad : {"年", "月", "日",   "时",   "点",  "版",  "号",  "届",  ":",     "-",
                                   "/",  "岁", " a.m", " p.m", "st ", "nd ", "rd ", "th ", "-year", " year"})
        date = date || text.substr(number_end).starts_with(bad);
      bool year = count == 4 && !marks && at == number_end;
      if (date || (year && (text[begin] == '1' || text[begin] == '2'))) continue;
      for (std::string_view unit :
           {"平方公里", "平方米", "公里", "元", "人次", "人", "吨", "家", "户", "个", "项", "台", "米",
            "次",       "天",     "种",   "条", "亩",   "度", "套", "辆", "分", "名", "座", "件"})
        if (text.substr(at).starts_with(unit)) {
          at += unit.size();
          break;
        }
      before = '0';
      size_t end = at;
      while (end < text.size()) {
        size_t next = end;
        uint32_t c = decode(text, next);
        bool gap = next >= text.size() || text[next] == ' ';
        if (ends_clause(c) || ((c == '.' || c == ',' || c == ';') && gap)) break;
        end = next;
      }
      size_t from = text.find_first_not_of(' ', clause);
      std::string_view note = text.substr(from, end - from);
      offer(Telling::kFigure, worth * fitness(length_in_hanzi(note), 18, 44) * weight,
            text.substr(begin, at - begin), note);
    }
  }
};

}  // namespace

Telling find_telling(const Article& article) {
  Search search;
  bool first = true;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kQuote)
      search.offer(Telling::kQuote, 3 * fitness(length_in_hanzi(block.text), 22, 60), block.text, {});
    if (block.kind != BlockKind::kParagraph) continue;
    double weight = first ? 0.4 : 1;
    first = false;
    search.quotations(block.text, weight);
    search.figures(block.text, weight);
  }
  return search.score > 0.3 ? search.best : Telling{};
}

}  // namespace broadsheet::view
