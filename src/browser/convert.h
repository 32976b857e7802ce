// An edition in the forms that leave the program.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"
#include "edition/forms.h"

namespace broadsheet::browser {

// Empty where no article has this id.
std::string article_as_html(const Edition& edition, std::string_view id);

// Title and date on one line; empty where the edition has neither.
std::string title_line(const Edition& edition);

}  // namespace broadsheet::browser
