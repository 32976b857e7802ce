// An edition in the forms that leave the program.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"

namespace broadsheet::browser {

// The numbers are known to web/export.mjs.
enum class Form { kJson = 0, kNdjson = 1, kMarkdown = 2, kText = 3, kHtml = 4, kHtmlArticles = 5 };

std::string edition_as(const Edition& edition, Form form);
// Empty where no article has this id.
std::string article_as_html(const Edition& edition, std::string_view id);

}  // namespace broadsheet::browser
