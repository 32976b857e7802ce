// The exports: what JavaScript may call. One program, one App, one canvas.
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "browser/convert.h"
#include "browser/glyphs.h"
#include "browser/host.h"
#include "browser/js.h"
#include "browser/keys.h"
#include "browser/kiosk.h"
#include "browser/mirror_wire.h"
#include "browser/renderer.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "view/app.h"

namespace broadsheet::browser {
namespace {

struct Program {
  BrowserHost host;
  BrowserKiosk kiosk;
  std::unique_ptr<view::App> app;
  std::vector<view::InputFile> arriving;
  std::string clipboard;
  double last_frame = 0;
};
std::unique_ptr<Program> program;

std::string text(const char* data, size_t length) {
  return std::string(data, length);
}

const char* paste_text(ImGuiContext*) {
  return program->clipboard.c_str();
}

void copy_text(ImGuiContext*, const char* copied) {
  program->host.copy(copied, "");
}

void place_ime(ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* ime) {
  js_ime(ime->WantTextInput || ime->WantVisible, ime->InputPos.x, ime->InputPos.y, ime->InputLineHeight);
}

}  // namespace

BROADSHEET_EXPORT(bs_alloc) void* bs_alloc(size_t bytes) {
  return std::malloc(bytes);
}
BROADSHEET_EXPORT(bs_free) void bs_free(void* block) {
  std::free(block);
}

BROADSHEET_EXPORT(bs_start) void bs_start() {
  start_renderer();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a caret that blinks asks for frames
  io.ConfigDebugHighlightIdConflicts = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset |
                     ImGuiBackendFlags_HasMouseCursors;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = js_texture_limit();
  platform.Platform_GetClipboardTextFn = paste_text;
  platform.Platform_SetClipboardTextFn = copy_text;
  platform.Platform_SetImeDataFn = place_ime;
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  // No list of windows under Ctrl+Tab: there are none to choose from.
  ImGui::GetCurrentContext()->ConfigNavWindowingKeyNext = ImGuiKey_None;
  ImGui::GetCurrentContext()->ConfigNavWindowingKeyPrev = ImGuiKey_None;
  program = std::make_unique<Program>();
  program->app = std::make_unique<view::App>(program->host, add_faces(*io.Fonts));
}

// Draws a frame. Bit 0 of the answer: another one is needed at once; bit 1: a field takes text.
BROADSHEET_EXPORT(bs_frame) int bs_frame(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  const double now = js_now();
  const double step = now - program->last_frame;
  io.DeltaTime = static_cast<float>(step > 1e-4 ? (step < 0.1 ? step : 0.1) : 1e-4);
  program->last_frame = now;
  io.DisplaySize = ImVec2(width, height);
  io.DisplayFramebufferScale = ImVec2(density, density);
  trim_atlas(*io.Fonts);
  begin_glyph_budget();
  ImGui::NewFrame();
  program->app->frame();
  ImGui::Render();
  draw(*ImGui::GetDrawData());
  const bool incomplete = end_glyph_budget(*io.Fonts);
  js_cursor(ImGui::GetMouseCursor());
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  const bool takes_text = context.PlatformImeData.WantTextInput;
  // A field that has just become active tells io only in the next frame.
  const bool more = incomplete || context.InputEventsQueue.Size > 0 || takes_text != io.WantTextInput;
  return (more ? 1 : 0) | (takes_text ? 2 : 0);
}

BROADSHEET_EXPORT(bs_mirror) void bs_mirror(int everything) {
  send_mirror(program->app->mirror(), everything != 0);
}

BROADSHEET_EXPORT(bs_restored) void bs_restored() {
  restart_renderer();
}

BROADSHEET_EXPORT(bs_pointer) void bs_pointer(float x, float y, int touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(x, y);
}

BROADSHEET_EXPORT(bs_pointer_gone) void bs_pointer_gone() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

BROADSHEET_EXPORT(bs_button) void bs_button(int button, int down) {
  ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
}

BROADSHEET_EXPORT(bs_scroll) void bs_scroll(float dx, float dy) {
  program->app->scroll(dx, dy);
}
BROADSHEET_EXPORT(bs_fling) void bs_fling(float velocity) {
  program->app->fling(velocity);
}
BROADSHEET_EXPORT(bs_zoom) void bs_zoom(float factor) {
  program->app->zoom(factor);
}
BROADSHEET_EXPORT(bs_focus) void bs_focus(int focused) {
  ImGui::GetIO().AddFocusEvent(focused != 0);
}

// False where ImGui knows no such key.
BROADSHEET_EXPORT(bs_key)
int bs_key(const char* key, size_t key_length, const char* code, size_t code_length, int down,
           int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  const auto hold = [&] {
    io.AddKeyEvent(ImGuiMod_Ctrl, modifiers & 1);
    io.AddKeyEvent(ImGuiMod_Shift, modifiers & 2);
    io.AddKeyEvent(ImGuiMod_Alt, modifiers & 4);
    io.AddKeyEvent(ImGuiMod_Super, modifiers & 8);
  };
  // Where a key comes down and goes up at once, ImGui lets a frame pass between the two: what is held with it
  // has to change before the first and behind the second, or a Ctrl that was held already is gone from that
  // frame.
  const ImGuiKey found = key_from({key, key_length}, {code, code_length});
  if (down != 0 || found == ImGuiKey_None) hold();
  if (found == ImGuiKey_None) return 0;
  io.AddKeyEvent(found, down != 0);
  if (down == 0) hold();
  return 1;
}

BROADSHEET_EXPORT(bs_text) void bs_text(const char* data, size_t length) {
  ImGui::GetIO().AddInputCharactersUTF8(text(data, length).c_str());
}

BROADSHEET_EXPORT(bs_clipboard) void bs_clipboard(const char* data, size_t length) {
  program->clipboard.assign(data, length);
}

BROADSHEET_EXPORT(bs_file)
void bs_file(const char* name, size_t name_length, const char* bytes, size_t length) {
  program->arriving.push_back({text(name, name_length), text(bytes, length)});
}
// True where a new edition was opened, false where what was open stayed.
BROADSHEET_EXPORT(bs_open_files) int bs_open_files() {
  std::vector<view::InputFile> files;
  files.swap(program->arriving);
  const int before = program->app->opened();
  if (!files.empty()) program->app->open_files(files);
  return program->app->opened() != before;
}

BROADSHEET_EXPORT(bs_go) void bs_go(const char* data, size_t length) {
  program->app->go({data, length});
}
// Where the reader is, for bs_resume, to js_result.
BROADSHEET_EXPORT(bs_place) void bs_place() {
  const std::string place = program->app->place();
  js_result(place.data(), place.size());
}
BROADSHEET_EXPORT(bs_resume) void bs_resume(const char* data, size_t length) {
  program->app->resume({data, length});
}
// False where the address names nothing in the open edition.
BROADSHEET_EXPORT(bs_knows) int bs_knows(const char* data, size_t length) {
  return program->app->knows({data, length});
}
BROADSHEET_EXPORT(bs_complain) void bs_complain(const char* data, size_t length) {
  program->app->complain({data, length});
}
BROADSHEET_EXPORT(bs_preferences_changed) void bs_preferences_changed() {
  program->app->preferences_changed();
}

// For the tests: see App::width_of.
BROADSHEET_EXPORT(bs_width) float bs_width(const char* words, size_t length, int face, float size) {
  return program->app->width_of(static_cast<view::Face>(face), size, {words, length});
}

// False where the settings name no kiosk.
BROADSHEET_EXPORT(bs_kiosk) int bs_kiosk(const char* settings, size_t length) {
  return program->app->start_kiosk({settings, length}, program->kiosk);
}
BROADSHEET_EXPORT(bs_kiosk_leave) void bs_kiosk_leave() {
  program->app->leave_kiosk();
}
// What kind of life: view::KioskInput. True where nothing else may hear of it.
BROADSHEET_EXPORT(bs_kiosk_input) int bs_kiosk_input(int kind, float x, float y) {
  return program->app->kiosk_input(static_cast<view::KioskInput>(kind), x, y);
}
// What bs_file brought, as a newer edition; to js_result why it is none.
BROADSHEET_EXPORT(bs_kiosk_offer) void bs_kiosk_offer(const char* date, size_t length) {
  std::vector<view::InputFile> files;
  files.swap(program->arriving);
  const std::string why = program->app->offer_kiosk(files, {date, length});
  js_result(why.data(), why.size());
}
BROADSHEET_EXPORT(bs_kiosk_offline) void bs_kiosk_offline(const char* date, size_t length, int offline) {
  program->app->kiosk_offline(offline != 0, {date, length});
}

BROADSHEET_EXPORT(bs_act) void bs_act(const char* id, size_t length) {
  program->app->mirror().act({id, length});
}
BROADSHEET_EXPORT(bs_take_focus) void bs_take_focus(const char* id, size_t length) {
  program->app->mirror().focus({id, length});
}

// The open edition in a form of convert.h, to js_result.
BROADSHEET_EXPORT(bs_export) void bs_export(int form) {
  const bool json = static_cast<Form>(form) == Form::kJson;
  const std::string made =
      json ? program->app->json(1) : edition_as(program->app->edition(), static_cast<Form>(form));
  js_result(made.data(), made.size());
}

// One article of it as HTML; nothing where there is no such article.
BROADSHEET_EXPORT(bs_article_html) void bs_article_html(const char* id, size_t length) {
  const std::string made = article_as_html(program->app->edition(), {id, length});
  js_result(made.data(), made.size());
}

// The id under which the open edition is remembered.
BROADSHEET_EXPORT(bs_edition_id) void bs_edition_id() {
  const std::string& id = program->app->edition_id();
  js_result(id.data(), id.size());
}

// What the open edition is called, with its date; may be empty.
BROADSHEET_EXPORT(bs_edition_title) void bs_edition_title() {
  const std::string title = title_line(program->app->edition());
  js_result(title.data(), title.size());
}

// The dumps of the open edition, UTF-8: how many, the name and the text of one.
BROADSHEET_EXPORT(bs_sources) int bs_sources() {
  return static_cast<int>(program->app->edition().pages.size());
}
BROADSHEET_EXPORT(bs_source_name) void bs_source_name(int page) {
  const Page& wanted = program->app->edition().pages[static_cast<size_t>(page)];
  if (wanted.source) js_result(wanted.source->name.data(), wanted.source->name.size());
}
BROADSHEET_EXPORT(bs_source_text) void bs_source_text(int page) {
  const Page& wanted = program->app->edition().pages[static_cast<size_t>(page)];
  if (wanted.source) js_result(wanted.source->text.data(), wanted.source->text.size());
}

}  // namespace broadsheet::browser
