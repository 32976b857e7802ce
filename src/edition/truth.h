// A page as the truth that others are scored against: the form of tests/pages/<slug>/expected.json.
//
//     std::string truth = to_truth(page, "page.txt");   // of a page that a person has put right
#pragma once

#include <string>

#include "edition/edition.h"

namespace broadsheet {

// `variant` is the name of the dump, under which its repeated passages are listed. Indented JSON.
std::string to_truth(const Page& page, const std::string& variant);

}  // namespace broadsheet
