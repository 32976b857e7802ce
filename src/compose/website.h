// A web page's words, copied or dumped: what belongs to the site and not to its story.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Where lines that only sites have ("Skip to content", "Share Tweet Email", 返回顶部) are several, or one in
// a page of HTML, makes them furniture, and with them what stands above the story's head and below "Related
// articles". Roles must be known.
void mark_website(Sheet& sheet);

}  // namespace broadsheet
