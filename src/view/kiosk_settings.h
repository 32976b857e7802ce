// What a kiosk is told, in its address or by the file it was saved as: a=b&c=d, percent-encoded.
//
//     broadsheet.html?kiosk&dwell=14&idle=60&order=shuffled&language=zh&scale=1.3&night=19-7&dim=22-6
//         &refresh=edition.json&every=300&pin=2468&link=https%3A%2F%2Fpaper.example%2F
//
//     KioskSettings settings;
//     if (parse_kiosk(query, settings, complaints)) ...   // "kiosk" stands in it
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::view {

enum class KioskOrder { kPrinted, kWeight, kShuffled };

// Part of a day, in hours; over midnight where it begins after it ends, empty where both are the same.
struct Hours {
  float from = 0, to = 0;
  bool holds(float hour) const;
};

struct KioskSettings {
  double dwell = 14;  // seconds that a plate stands
  double idle = 60;   // seconds without a sign of life until the loop goes on
  KioskOrder order = KioskOrder::kPrinted;
  std::string language;  // zh, en; empty: the browser's
  double scale = 1.2;    // of the text, 0.8 to 2
  Hours night{19, 7};    // the dark theme
  Hours dim{22, 6};      // a veil over it
  std::string refresh;   // address of the newest edition
  double every = 300;    // seconds between two looks at it
  std::string pin;       // 4 to 12 digits; without one five touches are enough to leave
  std::string link;      // where the edition is to be read on a phone; empty: the page's own address
};

// False where it names no kiosk. A value that cannot be read stays as it was and is named in `complaints`.
bool parse_kiosk(std::string_view query, KioskSettings& settings, std::vector<std::string>& complaints);

}  // namespace broadsheet::view
