#include "browser/keys.h"

namespace broadsheet::browser {
namespace {

struct Named {
  std::string_view name;
  ImGuiKey key;
};

constexpr Named kNamed[] = {
    {"Tab", ImGuiKey_Tab},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {" ", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {"Control", ImGuiKey_LeftCtrl},
    {"Shift", ImGuiKey_LeftShift},
    {"Alt", ImGuiKey_LeftAlt},
    {"Meta", ImGuiKey_LeftSuper},
    {"ContextMenu", ImGuiKey_Menu},
    {"'", ImGuiKey_Apostrophe},
    {"\"", ImGuiKey_Apostrophe},
    {",", ImGuiKey_Comma},
    {"<", ImGuiKey_Comma},
    {"-", ImGuiKey_Minus},
    {"_", ImGuiKey_Minus},
    {".", ImGuiKey_Period},
    {">", ImGuiKey_Period},
    {"/", ImGuiKey_Slash},
    {"?", ImGuiKey_F1},
    {";", ImGuiKey_Semicolon},
    {":", ImGuiKey_Semicolon},
    {"=", ImGuiKey_Equal},
    {"+", ImGuiKey_Equal},
    {"[", ImGuiKey_LeftBracket},
    {"{", ImGuiKey_LeftBracket},
    {"]", ImGuiKey_RightBracket},
    {"}", ImGuiKey_RightBracket},
    {"\\", ImGuiKey_Backslash},
    {"|", ImGuiKey_Backslash},
    {"`", ImGuiKey_GraveAccent},
    {"~", ImGuiKey_GraveAccent},
};

ImGuiKey letter_or_digit(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
  if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
  if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
  return ImGuiKey_None;
}

}  // namespace

ImGuiKey key_from(std::string_view key, std::string_view code) {
  for (const Named& named : kNamed)
    if (named.name == key) return named.key;
  if (key.size() == 1) {
    const ImGuiKey found = letter_or_digit(key[0]);
    if (found != ImGuiKey_None) return found;
  }
  if (key.size() >= 2 && key[0] == 'F' && key[1] >= '1' && key[1] <= '9') {
    const int number = key.size() == 2 ? key[1] - '0' : (key[1] - '0') * 10 + (key[2] - '0');
    if (number >= 1 && number <= 12) return static_cast<ImGuiKey>(ImGuiKey_F1 + number - 1);
  }
  if (code.size() == 4 && code.substr(0, 3) == "Key") return letter_or_digit(code[3]);
  if (code.size() == 6 && code.substr(0, 5) == "Digit") return letter_or_digit(code[5]);
  return ImGuiKey_None;
}

}  // namespace broadsheet::browser
