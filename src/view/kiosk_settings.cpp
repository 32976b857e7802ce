#include "view/kiosk_settings.h"

#include "view/address.h"

namespace broadsheet::view {

namespace {

// 12 or 12.5; nothing else, and no exponents: a setting is written by a person.
bool decimal(std::string_view text, double low, double high, double& out) {
  double value = 0, place = 0;
  for (char c : text) {
    if (c == '.' && place == 0) {
      place = 1;
    } else if (c >= '0' && c <= '9' && value < 1e9) {
      value = value * 10 + (c - '0');
      place *= 10;
    } else {
      return false;
    }
  }
  if (place > 1) value /= place;
  if (text.empty() || value < low || value > high) return false;
  out = value;
  return true;
}

// 19-7, 19:30-6:45
bool hours(std::string_view text, Hours& out) {
  auto time = [](std::string_view part, float& to) {
    size_t colon = part.find(':');
    double hour = 0, minute = 0;
    if (!decimal(part.substr(0, colon), 0, 24, hour)) return false;
    if (colon != std::string_view::npos && !decimal(part.substr(colon + 1), 0, 59, minute)) return false;
    to = static_cast<float>(hour + minute / 60);
    return true;
  };
  size_t dash = text.find('-');
  if (text == "never") {
    out = {};
    return true;
  }
  Hours read;
  if (dash == std::string_view::npos || !time(text.substr(0, dash), read.from) ||
      !time(text.substr(dash + 1), read.to))
    return false;
  out = read;
  return true;
}

bool digits(std::string_view text, std::string& out) {
  if (text.size() < 4 || text.size() > 12 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  out = text;
  return true;
}

bool order(std::string_view text, KioskOrder& out) {
  if (text == "printed")
    out = KioskOrder::kPrinted;
  else if (text == "weight")
    out = KioskOrder::kWeight;
  else if (text == "shuffled")
    out = KioskOrder::kShuffled;
  else
    return false;
  return true;
}

// An address that can be fetched or opened: no javascript:, no data:.
bool web_address(std::string_view text, std::string& out) {
  size_t colon = text.find(':'), slash = text.find('/');
  bool absolute = colon != std::string_view::npos && colon < slash;
  if (text.empty() || text.size() > 500) return false;
  if (absolute && text.rfind("https://", 0) != 0 && text.rfind("http://", 0) != 0) return false;
  out = text;
  return true;
}

}  // namespace

bool Hours::holds(float hour) const {
  if (from <= to) return hour >= from && hour < to;
  return hour >= from || hour < to;
}

bool parse_kiosk(std::string_view query, KioskSettings& settings, std::vector<std::string>& complaints) {
  bool named = false;
  if (!query.empty() && query[0] == '?') query.remove_prefix(1);
  while (!query.empty()) {
    size_t end = query.find('&');
    std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    size_t equals = pair.find('=');
    std::string_view name = pair.substr(0, equals);
    std::string value =
        unescape_address(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
    bool good = true;
    if (name == "kiosk")
      named = true;
    else if (name == "dwell")
      good = decimal(value, 3, 3600, settings.dwell);
    else if (name == "idle")
      good = decimal(value, 15, 3600, settings.idle);
    else if (name == "order")
      good = order(value, settings.order);
    else if (name == "language") {
      good = value == "zh" || value == "en";
      if (good) settings.language = value;
    } else if (name == "scale")
      good = decimal(value, 0.8, 2, settings.scale);
    else if (name == "night")
      good = hours(value, settings.night);
    else if (name == "dim")
      good = hours(value, settings.dim);
    else if (name == "refresh")
      good = web_address(value, settings.refresh);
    else if (name == "every")
      good = decimal(value, 5, 86400, settings.every);
    else if (name == "pin")
      good = digits(value, settings.pin);
    else if (name == "link")
      good = web_address(value, settings.link);
    if (!good) complaints.push_back(std::string(name) + "=" + (name == "pin" ? "****" : value));
  }
  return named;
}

}  // namespace broadsheet::view
