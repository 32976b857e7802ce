// Bytes of one page dump -> a Page: decode, read into Fragments, label, stitch, assemble, explain.
//
//     Page page = parse_page("a04.txt", bytes);
//
// Never fails: what is no newspaper page comes back with its text in `unplaced` or as furniture of kind
// "refusal". Law 1 holds for every input: each byte of Source::text that is not white space stands in exactly
// one span.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"

namespace broadsheet {

Page parse_page(std::string name, std::string_view bytes);

// Pages of one edition: gives title and date, joins 下转/上接 and "Continued on" jumps across pages.
Edition compose_edition(std::vector<Page> pages);

}  // namespace broadsheet
