#include "compose/choose_roles_en.h"

#include <algorithm>
#include <cmath>

#include "text/english.h"

namespace broadsheet {

namespace {

constexpr double kSurer = 2;  // times less doubt

// What a table makes of a page.
struct Outcome {
  size_t prose = 0;  // characters
  size_t other = 0;  // characters of no article
  double doubt = 0;  // of all lines: minus the logarithm of their roles' chances

  Outcome(const Sheet& sheet, const std::vector<RoleGuess>& guesses) {
    for (size_t i = 0; i < guesses.size(); ++i) {
      const size_t length = sheet.pieces[i].text.size();
      if (guesses[i].tag == Tag::kProse) prose += length;
      if (guesses[i].tag == Tag::kOther) other += length;
      const auto chance = static_cast<double>(guesses[i].chance[static_cast<size_t>(guesses[i].tag)]);
      doubt -= std::log(std::max(chance, 1e-6));
    }
  }
};

}  // namespace

std::vector<RoleGuess> choose_roles_en(const Sheet& sheet, const std::vector<std::vector<uint16_t>>& traits) {
  std::vector<RoleGuess> plain = RoleModel::english().decode(traits);
  if (!sheet.reading.printed || !is_english(sheet.source->text)) return plain;
  std::vector<RoleGuess> printed = RoleModel::english_printed().decode(traits);
  const Outcome a(sheet, plain);
  const Outcome b(sheet, printed);
  const bool surer = a.other <= b.other && a.doubt * kSurer < b.doubt;
  const bool more = a.prose * 3 > b.prose * 4;
  return surer || more ? plain : printed;
}

}  // namespace broadsheet
