// English roles: the model chooses for the page as a whole, patterns tell kinds of furniture apart.
#include <algorithm>
#include <cmath>

#include "compose/label.h"
#include "compose/roles_en.h"
#include "compose/traits_en.h"
#include "compose/words_en.h"

namespace broadsheet {

namespace {

float log_of(float chance) {
  return std::log(std::max(chance, 1e-6F));
}

// What a line of no article is: its role and kind of furniture.
void place_other(Piece& piece, const LineLook& look, bool image) {
  const std::vector<std::string> words = words_en(piece.text);
  piece.role = Role::kFurniture;
  if (look.jump_to || look.jump_from) {
    piece.role = Role::kJump;
  } else if (look.section) {
    piece.furniture = "section";
  } else if (look.folio) {
    piece.furniture = words.size() <= 2 ? "folio" : "date";
  } else if (image || look.noise || look.letters < 4) {
    piece.furniture = "other";
  } else {
    piece.role = Role::kAdvertisement;
  }
}

}  // namespace

void label_en(Sheet& sheet, const RoleModel& model) {
  std::vector<LineLook> looks;
  looks.reserve(sheet.pieces.size());
  for (const Piece& piece : sheet.pieces) looks.push_back(look_at(piece.text));
  const std::vector<RoleGuess> guesses = model.decode(traits_en(sheet, looks));
  static constexpr Role kRoleOf[kTags] = {Role::kHeadline, Role::kByline,  Role::kParagraph,
                                          Role::kSubhead,  Role::kCaption, Role::kAdvertisement};
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    const LineLook& look = looks[i];
    const Fragment& fragment = sheet.reading.fragments[piece.fragment];
    piece.score.fill(log_of(0));
    for (size_t t = 0; t < kTags; ++t)
      piece.score[static_cast<size_t>(kRoleOf[t])] = log_of(guesses[i].chance[t]);
    const auto tag = static_cast<size_t>(guesses[i].tag);
    piece.role = kRoleOf[tag];
    piece.certainty = guesses[i].chance[tag];
    if (look.letters + look.digits == 0 || fragment.rule) piece.role = Role::kAdvertisement;
    if (look.section && piece.role != Role::kAdvertisement && fragment.heading == 0) {
      piece.role = Role::kAdvertisement;
    }
    if (look.jump_to || look.jump_from) {
      piece.role = Role::kJump;
    } else if (look.credit && (piece.role == Role::kCaption || piece.role == Role::kAdvertisement ||
                               piece.role == Role::kByline)) {
      piece.role = Role::kCredit;
    } else if (look.post && piece.role != Role::kParagraph) {
      piece.role = Role::kByline;
    }
    if (piece.role == Role::kAdvertisement) place_other(piece, look, fragment.image);
  }
}

void label_en(Sheet& sheet) {
  label_en(sheet, RoleModel::english());
}

}  // namespace broadsheet
