// The accessibility tree on its way to the DOM: one byte string a frame, and only where something changed.
#pragma once

#include "view/mirror.h"

namespace broadsheet::browser {

// Sends the nodes to JavaScript where they differ from those sent last. `everything` sends them in any case.
void send_mirror(const view::Mirror& mirror, bool everything);

}  // namespace broadsheet::browser
