// Stand-ins for the parts of Dear ImGui that no screen uses, in the page only: a seventh of its code, which
// the linker cannot leave out by itself because the core names them. CMakeLists.txt gives the real ones other
// names (or does not compile them), and these take their places. What would be reached only after BeginTable
// and the like stops the program.
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

#include "misc/freetype/imgui_freetype.h"

namespace {

// Text as far as it fits; `length` counts all of it.
struct Sheet {
  char* begin;
  size_t size;
  size_t length = 0;
  void put(char letter) {
    if (length + 1 < size) begin[length] = letter;
    ++length;
  }
  void number(unsigned value, unsigned base, int width, char fill) {
    char digits[12];
    int count = 0;
    do digits[count++] = "0123456789ABCDEF"[value % base];
    while ((value /= base) != 0);
    for (int i = count; i < width; ++i) put(fill);
    while (count > 0) put(digits[--count]);
  }
};

}  // namespace

// Of printf what the core writes its names with: %s %d %x %X %p, widths and digits. Saves the formatting of
// floating point.
int ImFormatStringV(char* buf, size_t buf_size, const char* fmt, va_list args) {
  Sheet sheet{buf, buf_size};
  for (; *fmt; ++fmt) {
    if (*fmt != '%') {
      sheet.put(*fmt);
      continue;
    }
    char fill = *++fmt == '0' ? '0' : ' ';
    if (*fmt == '.') fill = '0', ++fmt;  // at least so many digits
    int width = 0;
    for (; *fmt >= '0' && *fmt <= '9'; ++fmt) width = width * 10 + *fmt - '0';
    if (*fmt == 's') {
      for (const char* text = va_arg(args, const char*); *text; ++text) sheet.put(*text);
    } else if (*fmt == 'd') {
      const int value = va_arg(args, int);
      if (value < 0) sheet.put('-');
      sheet.number(value < 0 ? 0U - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10, width,
                   fill);
    } else if (*fmt == 'x' || *fmt == 'X' || *fmt == 'p') {
      sheet.number(va_arg(args, unsigned), 16, width, fill);
    } else if (*fmt == '%') {
      sheet.put('%');
    } else {
      IM_ASSERT(0);
      break;
    }
  }
  if (buf_size > 0) buf[ImMin(sheet.length, buf_size - 1)] = 0;
  return static_cast<int>(sheet.length < buf_size ? sheet.length : buf_size - 1);
}

// The JSON library writes code points and bytes with it, the core its names.
extern "C" int snprintf(char* buf, size_t buf_size, const char* fmt, ...) {
  va_list args;
  va_start(args, fmt);
  const int length = ImFormatStringV(buf, buf_size, fmt, args);
  va_end(args);
  return length;
}
int ImFormatString(char* buf, size_t buf_size, const char* fmt, ...) __attribute__((alias("snprintf")));

// No settings are read.
extern "C" int sscanf_absent(const char*, const char*, ...) {
  return 0;
}

// The fonts are the browser's (src/browser/glyphs.cpp); a loader is always set before the atlas is made.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  return nullptr;
}

namespace ImGui {

void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}

void EndTable() {
  __builtin_trap();
}
void TableEndCell(ImGuiTable*) {
  __builtin_trap();
}
void TableEndRow(ImGuiTable*) {
  __builtin_trap();
}
void TablePopBackgroundChannel() {
  __builtin_trap();
}
void TablePopColumnChannel() {
  __builtin_trap();
}
void TablePushBackgroundChannel() {
  __builtin_trap();
}
void TablePushColumnChannel(int) {
  __builtin_trap();
}
void EndColumns() {
  __builtin_trap();
}
void PopColumnsBackground() {
  __builtin_trap();
}
void PushColumnsBackground() {
  __builtin_trap();
}
void EndTabBar() {
  __builtin_trap();
}
ImGuiMultiSelectIO* EndMultiSelect() {
  __builtin_trap();
}
void EndMenuBar() {
  __builtin_trap();
}
// Of the title bar of the window that stands in where none was begun; it is never drawn.
bool CloseButton(ImGuiID, const ImVec2&) {
  return false;
}
bool CollapseButton(ImGuiID, const ImVec2&) {
  return false;
}
// Of the list of windows under Ctrl+Tab.
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) {
  return false;
}

}  // namespace ImGui
