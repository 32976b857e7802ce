#include "compose/facts_zh.h"

#include "compose/marks_zh.h"
#include "text/fold.h"

namespace broadsheet {

bool is_speck(const std::u32string& text) {
  size_t hanzi = 0;
  for (char32_t c : text) {
    if (is_digit(c) || c == U'。' || c == '!' || c == '?' || c == ')' || c == 0x201D) return false;
    hanzi += is_hanzi(c);
  }
  return text.size() <= 3 && (hanzi == 0 || text.size() == 1);
}

Facts facts_of(const Piece& piece) {
  Facts facts;
  for (char32_t c : piece.text) {
    facts.length += c != U' ';
    facts.commas += c == ',';
    facts.stops = facts.stops || c == U'。';
  }
  facts.sentence = ends_sentence_zh(piece.text);
  const char32_t last = piece.text.empty() ? U' ' : piece.text.back();
  facts.bracket = last == ')';
  const bool asks = last == '?' || last == '!' || last == 0x2026;
  facts.is_short = facts.length > 0 && facts.length <= kLongHead && !facts.stops &&
                   (!facts.sentence || (asks && facts.length <= 30) || facts.length <= 30) &&
                   !(last == U'。' || last == ',' || last == U'、' || last == ';');
  return facts;
}

}  // namespace broadsheet
