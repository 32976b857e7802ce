// A Host for tests: hanzi are one em, everything else half an em; remembers what the screens asked of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "view/app.h"
#include "view/linebreak.h"

namespace broadsheet::view {

class FakeHost : public Host {
 public:
  double now() const override { return time; }
  int64_t clock() const override { return 1926000000 + static_cast<int64_t>(time); }
  void wake(double when) override {
    if (when <= time)
      woken = true;
    else
      alarms.push_back(when);
  }
  void measure(Face, float pixels, std::string_view run, std::vector<float>& ends) override {
    ends.clear();
    float x = 0;
    ++measured;
    for (size_t at = 0; at < run.size();) {
      uint32_t code = decode(run, at);
      bool wide = is_hanzi(code) || is_opening(code) || is_closing(code) || code == 0x2014 || code == 0x2026;
      x += wide ? pixels : pixels / 2;
      ends.push_back(x);
    }
  }
  void word_bounds(std::string_view text, std::vector<uint32_t>& bounds) override {
    // Words of two hanzi, or of Latin letters.
    bounds.assign(1, 0);
    int run = 0;
    bool latin = false;
    for (size_t at = 0; at < text.size();) {
      size_t begin = at;
      uint32_t code = decode(text, at);
      bool letter = is_latin_letter(code);
      if (begin > 0 && !(letter && latin) && (run == 2 || letter != latin || !is_hanzi(code))) {
        bounds.push_back(static_cast<uint32_t>(begin));
        run = 0;
      }
      ++run;
      latin = letter;
    }
    bounds.push_back(static_cast<uint32_t>(text.size()));
  }
  void pick_files() override { ++picks; }
  void copy(std::string_view plain, std::string_view html) override {
    copied = plain;
    copied_html = html;
  }
  void save_file(std::string_view name, std::string_view, std::string_view) override { saved = name; }
  void print() override {}
  void set_title(std::string_view words) override { title = words; }
  void set_address(std::string_view fragment, bool) override { address = fragment; }
  std::string link_to(std::string_view fragment) override {
    return "https://paper.example/#" + std::string(fragment);
  }
  std::string recall(std::string_view key) override { return kept[std::string(key)]; }
  void remember(std::string_view key, std::string_view value) override { kept[std::string(key)] = value; }
  void save_page() override { ++pages_saved; }
  std::vector<Kept> kept_editions() override { return before; }
  void reopen(std::string_view id) override { reopened = id; }
  bool remembers() override { return storage; }
  void forget_all() override { ++forgotten; }
  Preferences preferences() const override { return wishes; }

  double time = 1;
  bool woken = false;
  int measured = 0, picks = 0, pages_saved = 0, forgotten = 0;
  bool storage = true;
  std::vector<Kept> before;
  std::string reopened;
  std::vector<double> alarms;
  std::string copied, copied_html, saved, title, address;
  std::map<std::string, std::string> kept;
  Preferences wishes;
};

// Type of blocks, half an em a letter: what glyphs look like is the browser's. A letter ends a little higher
// in each face than in the one before, so that a test can tell them apart.
inline float letter_height(float size, Face face) {
  return size - 0.125f * static_cast<float>(face);
}
inline const ImFontLoader* block_type() {
  static ImFontLoader loader;
  loader.Name = "block";
  loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
  loader.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size;
    baked->Descent = 0;
    return true;
  };
  loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*,
                                 ImWchar code_point, ImFontGlyph* glyph, float* advance) {
    if (advance) *advance = baked->Size / 2;
    if (!glyph) return true;
    glyph->Codepoint = code_point & 0x1FFFFFU;
    glyph->AdvanceX = glyph->X1 = baked->Size / 2;
    glyph->Y1 = letter_height(baked->Size, static_cast<Face>(config->FontNo));
    glyph->Visible = code_point > ' ';
    return true;
  };
  return &loader;
}

// An ImGui context with a font and a screen, and the app in it.
struct Desktop {
  FakeHost host;
  ImGuiContext* context = nullptr;
  Fonts fonts;
  std::unique_ptr<App> app;

  explicit Desktop(float width = 1440, float height = 900) {
    context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0f / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->SetFontLoader(block_type());
    ImFontConfig config;
    config.FontLoader = block_type();
    config.SizePixels = 16;
    for (ImFont*& face : fonts.face) {
      config.FontNo = static_cast<ImU32>(&face - fonts.face);
      face = io.Fonts->AddFont(&config);
    }
    host.wishes.language = "zh-CN";
    app = std::make_unique<App>(host, fonts);
  }
  ~Desktop() {
    app.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context);
  }

  void frame() {
    host.time += 1.0 / 60;
    host.woken = false;
    ImGui::NewFrame();
    app->frame();
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                        : ImTextureStatus_OK);
  }
  // Frames until nothing asks for another; false where that does not end.
  bool settle() {
    for (int i = 0; i < 300; ++i) {
      frame();
      if (!host.woken) return true;
    }
    return false;
  }
  const MirrorNode* node(std::string_view id) const {
    for (const MirrorNode& at : app->mirror().nodes())
      if (at.id == id) return &at;
    return nullptr;
  }
  void act(std::string_view id) {
    app->mirror().act(id);
    settle();
  }
  void click(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    settle();
    io.AddMouseButtonEvent(0, true);
    settle();
    io.AddMouseButtonEvent(0, false);
    settle();
  }
  void key(ImGuiKey key, bool ctrl = false, bool shift = false) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(key, true);
    frame();
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddKeyEvent(ImGuiMod_Shift, false);
    frame();
    settle();
  }
};

}  // namespace broadsheet::view
