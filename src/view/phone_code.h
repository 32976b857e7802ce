// A link as a QR code that a phone's camera reads.
//
//     PhoneCode code = make_phone_code("https://paper.example/#/a/k3v9q2xw");
//     if (code.size) ... code.dark(x, y) ...
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::view {

struct PhoneCode {
  int size = 0;  // modules a side, without the quiet zone; 0: nothing to show
  std::vector<uint8_t> bits;
  bool dark(int x, int y) const;
};

// Nothing where the link is empty, or so long that its modules would be too fine for a wall.
PhoneCode make_phone_code(std::string_view link);

}  // namespace broadsheet::view
