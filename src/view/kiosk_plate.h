// One plate of the kiosk's loop: a story set so large that it is read from three metres.
//
//     Plate plate;
//     compose_plate(desk, article, link, plate);     // for this screen, upright or wide
//     draw_plate(desk, plate, dx, dy);
#pragma once

#include <string_view>

#include "view/desk.h"
#include "view/phone_code.h"
#include "view/telling.h"

namespace broadsheet::view {

struct Plate {
  Sheet sheet;
  PhoneCode code;
  Rect code_at;  // with its quiet zone
  float module = 0;
  Rect panel;     // behind the telling quotation or figure; empty without one
  Rect frame;     // around the words of a picture
  Rect progress;  // for the dashes of the loop
};

// The unit of everything on a plate: a pixel of a 1080p screen, upright or wide.
float plate_unit(const Stage& stage);
void compose_plate(Desk& desk, const Article& article, std::string_view link, Plate& plate);
void draw_plate(Desk& desk, const Plate& plate, float dx, float dy);

}  // namespace broadsheet::view
