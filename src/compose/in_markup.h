// A page that was read from the text inside mark-up (read/markup.h) gets its places in the mark-up itself.
#pragma once

#include <memory>

#include "compose/compose.h"

namespace broadsheet {

// `told`: what was read, its origin in `source`. What no word stands in, the tags, goes with the words
// before.
void put_in_markup(Page& page, const Source& told, std::shared_ptr<const Source> source);

}  // namespace broadsheet
