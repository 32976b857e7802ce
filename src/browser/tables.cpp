// The tables of the parser, empty until JavaScript lays them in (web/parser.mjs), which it does before
// anything is parsed: a hosted page fetches them only then. They lie behind each other in the file of tables.
#include <cstddef>
#include <string_view>

#include "browser/js.h"

namespace {
char ngrams_zh[BROADSHEET_NGRAMS_ZH];
char seams_zh[BROADSHEET_SEAMS_ZH];
char letters_en[BROADSHEET_LETTERS_EN];
char roles_en[BROADSHEET_ROLES_EN];
char roles_printed_en[BROADSHEET_ROLES_PRINTED_EN];
char shorts_zh[BROADSHEET_SHORTS_ZH];
}  // namespace

namespace broadsheet {

extern const std::string_view kNgramsZh, kSeamsZh, kLettersEn, kRolesEn, kRolesPrintedEn, kShortsZh;
const std::string_view kNgramsZh(ngrams_zh, sizeof ngrams_zh);
const std::string_view kSeamsZh(seams_zh, sizeof seams_zh);
const std::string_view kLettersEn(letters_en, sizeof letters_en);
const std::string_view kRolesEn(roles_en, sizeof roles_en);
const std::string_view kRolesPrintedEn(roles_printed_en, sizeof roles_printed_en);
const std::string_view kShortsZh(shorts_zh, sizeof shorts_zh);

namespace browser {

// Where the table goes; null behind the last one.
BROADSHEET_EXPORT(bs_table) char* bs_table(int which) {
  char* const tables[] = {ngrams_zh, seams_zh, letters_en, roles_en, roles_printed_en, shorts_zh, nullptr};
  return tables[which];
}
BROADSHEET_EXPORT(bs_table_size) size_t bs_table_size(int which) {
  const size_t sizes[] = {sizeof ngrams_zh, sizeof seams_zh,         sizeof letters_en,
                          sizeof roles_en,  sizeof roles_printed_en, sizeof shorts_zh};
  return sizes[which];
}

}  // namespace browser
}  // namespace broadsheet
