// Everything that the program asks of JavaScript: one function a line, answered in web/*.mjs.
//
// The WebAssembly module is bare (no Emscripten runtime beside it): these imports, a handful of WASI calls
// and the exports in main.cpp are the whole boundary. Text is UTF-8 by pointer and length. A function that
// answers with text keeps it and returns its length; text_from() below fetches it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#define BROADSHEET_JS(name) __attribute__((import_module("js"), import_name(#name))) name
#define BROADSHEET_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))

namespace broadsheet::browser {

extern "C" {
double BROADSHEET_JS(js_now)();  // seconds, monotonic
void BROADSHEET_JS(js_wake)(double when);
void BROADSHEET_JS(js_take)(char* to);  // copies the text that the last call answered with

void BROADSHEET_JS(js_gb18030)(char32_t* to);  // the codes of text/gb18030.h
double BROADSHEET_JS(js_number)(const char* text, size_t length);

// Type. `face` is view::Face, `pixels` the size of the em.
void BROADSHEET_JS(js_measure)(int face, float pixels, const char* run, size_t length, float* ends,
                               size_t count);
size_t BROADSHEET_JS(js_words)(const char* text,
                               size_t length);  // answers with uint32 offsets, as "text" of 4 n bytes
float BROADSHEET_JS(js_advance)(int face, float pixels, uint32_t code_point);
// Draws a glyph, `stretch` times as wide; box gets left, top (from the baseline, down), width, height in
// bitmap pixels. False where nothing is to be seen. js_glyph_bitmap then copies width x height bytes of
// coverage.
int BROADSHEET_JS(js_glyph)(int face, float pixels, uint32_t code_point, int stretch, int* box);
void BROADSHEET_JS(js_glyph_bitmap)(uint8_t* to);

// The canvas.
int BROADSHEET_JS(js_texture_limit)();
void BROADSHEET_JS(js_shaders)(const char* vertex, size_t vertex_length, const char* fragment,
                               size_t fragment_length);
void BROADSHEET_JS(js_texture)(uint32_t id, int width, int height,
                               const uint8_t* pixels);  // width 0 drops it
void BROADSHEET_JS(js_texture_part)(uint32_t id, int pitch, const uint8_t* pixels, int x, int y, int width,
                                    int height);
void BROADSHEET_JS(js_draw_begin)(float width, float height);
void BROADSHEET_JS(js_draw_list)(const void* vertices, size_t vertex_bytes, const void* indices,
                                 size_t index_bytes);
void BROADSHEET_JS(js_draw)(uint32_t texture, int x, int y, int width, int height, uint32_t vertex_offset,
                            uint32_t index_offset, uint32_t count);
void BROADSHEET_JS(js_draw_end)();
void BROADSHEET_JS(js_cursor)(int shape);
void BROADSHEET_JS(js_ime)(int wanted, float x, float y, float height);
void BROADSHEET_JS(js_mirror)(const uint8_t* nodes, size_t length);

// What view::Host promises.
void BROADSHEET_JS(js_pick_files)();
void BROADSHEET_JS(js_copy)(const char* plain, size_t plain_length, const char* html, size_t html_length);
void BROADSHEET_JS(js_save_file)(const char* name, size_t name_length, const char* mime, size_t mime_length,
                                 const char* bytes, size_t length);
void BROADSHEET_JS(js_print)();
void BROADSHEET_JS(js_set_title)(const char* title, size_t length);
void BROADSHEET_JS(js_set_address)(const char* fragment, size_t length, int push);
size_t BROADSHEET_JS(js_link_to)(const char* fragment, size_t length);
size_t BROADSHEET_JS(js_recall)(const char* key, size_t length);
void BROADSHEET_JS(js_remember)(const char* key, size_t key_length, const char* value, size_t value_length);
void BROADSHEET_JS(js_save_page)();
size_t BROADSHEET_JS(js_kept)();  // a line an edition: id, tab, title
void BROADSHEET_JS(js_reopen)(const char* id, size_t length);
int BROADSHEET_JS(js_remembers)();
void BROADSHEET_JS(js_forget_all)();
int BROADSHEET_JS(js_preferences)();  // 1 dark, 2 more contrast, 4 reduced motion, 8 coarse pointer
size_t BROADSHEET_JS(js_language)();
void BROADSHEET_JS(js_result)(const char* bytes,
                              size_t length);  // hands text to the JavaScript caller of an export
}

inline std::string text_from(size_t length) {
  std::string text(length, '\0');
  if (length) js_take(text.data());
  return text;
}

}  // namespace broadsheet::browser
