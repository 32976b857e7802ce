// The forms in which an edition leaves the program.
//
//     save(file_name_of(edition) + facts_of(Form::kMarkdown).ending, edition_as(edition, Form::kMarkdown));
#pragma once

#include <string>

#include "edition/edition.h"

namespace broadsheet {

// The numbers are known to web/forms.mjs.
// kWhole is JSON with the dumps in it.
enum class Form {
  kJson = 0,
  kNdjson = 1,
  kMarkdown = 2,
  kText = 3,
  kHtml = 4,
  kHtmlArticles = 5,
  kEpub = 6,
  kWhole = 7
};

struct FormFacts {
  const char* ending;
  const char* mime;
};
FormFacts facts_of(Form form);

std::string edition_as(const Edition& edition, Form form);

// The title and date as a file may be called on every system, without an ending.
std::string file_name_of(const Edition& edition);

}  // namespace broadsheet
