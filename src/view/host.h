// What the screens need of the machine they run on. src/browser implements it; tests use a fake with fixed
// widths.
//
// Calls go one way, view -> Host, and return at once; what takes time (a picker, a permission) comes back
// later as a call on App. Text is UTF-8, lengths are logical (CSS) pixels, times are seconds.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::view {

enum class Face { kSerif, kSerifBold, kSans, kSansBold, kSerifItalic, kSansItalic };
inline constexpr int kFaceCount = 6;

class Host {
 public:
  virtual ~Host() = default;

  // Monotonic clock.
  virtual double now() const = 0;
  // Seconds since 1970, UTC: when a correction was made.
  virtual int64_t clock() const { return std::time(nullptr); }
  // Asks for a frame at `when` (a now() time; anything in the past means the next animation frame).
  // Without a wake and without input no frame is drawn. Only the earliest of what was asked for is kept: what
  // waits for a time asks again in each frame until then.
  virtual void wake(double when) = 0;

  // The advance from the run's start to the end of each of its code points, kerned and shaped as the browser
  // does it (CanvasRenderingContext2D.measureText over the run). `ends` gets one value a code point.
  virtual void measure(Face face, float pixels, std::string_view run, std::vector<float>& ends) = 0;
  // Byte offsets at which words begin or end, each once, in order (Intl.Segmenter where there
  // is one).
  virtual void word_bounds(std::string_view text, std::vector<uint32_t>& bounds) = 0;

  virtual void pick_files() = 0;
  virtual void copy(std::string_view plain, std::string_view html) = 0;
  virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
  virtual void print() = 0;
  virtual void set_title(std::string_view title) = 0;
  // The part of the address after '#'. `push` makes a step for the Back button; otherwise it replaces.
  virtual void set_address(std::string_view fragment, bool push) = 0;
  // The full link that leads to `fragment`, for sharing; empty where the edition is too long to be sent.
  virtual std::string link_to(std::string_view fragment) = 0;
  // What outlives the page, text of any length by key: settings under plain names (theme, size, language),
  // what belongs to an edition under Desk::note_key. `remember` is written at once; `recall` answers at once,
  // "" where nothing is kept. Where the browser keeps nothing both work as long as the page is open.
  virtual std::string recall(std::string_view key) = 0;
  virtual void remember(std::string_view key, std::string_view value) = 0;

  // 'Save as web page': this viewer with the open edition, its corrections and the settings.
  virtual void save_page() {}
  // Editions that were opened before and can be opened again, the last one first, without the open one.
  struct Kept {
    std::string id, title;
  };
  virtual std::vector<Kept> kept_editions() { return {}; }
  virtual void reopen(std::string_view id) { (void)id; }
  // False where nothing outlives the page: a private window, a browser that refuses.
  virtual bool remembers() { return true; }
  // Forgets editions, places, corrections, settings; the page starts anew.
  virtual void forget_all() {}

  struct Preferences {
    bool dark = false;            // prefers-color-scheme
    bool more_contrast = false;   // prefers-contrast: more
    bool reduced_motion = false;  // prefers-reduced-motion
    bool coarse_pointer = false;  // a finger rather than a mouse
    std::string language;         // navigator.language
  };
  virtual Preferences preferences() const = 0;
};

}  // namespace broadsheet::view
