#include "view/kiosk_plate.h"

#include <algorithm>
#include <cmath>

#include "view/kiosk.h"
#include "view/kiosk_words.h"

namespace broadsheet::view {

namespace {

constexpr Ink kWhite = rgb(0xFFFFFF), kBlack = rgb(0x000000);

TextStyle style(Face face, float size, float line) {
  TextStyle out;
  out.face = face;
  out.size = std::max(8.0f, std::round(size));
  out.line_height = std::round(size * line);
  return out;
}

struct PlateWriter {
  Desk& desk;
  Plate& plate;
  Setting set;
  float u, text;  // the screen's unit, and the same times the size that the kiosk was told
  float width, height;
  bool upright;

  // Words at the largest of `sizes` at which they take at most `lines` lines.
  TextStyle fitting(std::string_view words, TextStyle like, float line, std::initializer_list<float> sizes,
                    float room, size_t lines, float most) {
    for (float size : sizes) {
      like.size = std::round(size * text);
      like.line_height = std::round(size * text * line);
      Layout layout = desk.setter.set(words, like, room);
      if (layout.lines.size() <= lines && layout.height() <= most) return like;
    }
    like.max_lines =
        std::max(1, static_cast<int>(most / like.line_height));  // then as many as there is room for
    return like;
  }

  float name_and_date(float x, float y, float room) {
    const KioskWords& words = kiosk_words(desk.chinese);
    TextStyle name = style(Face::kSerifBold, 34 * u, 1.4f);
    std::string title = desk.edition.title.empty() ? desk.words->product : desk.edition.title;
    if (static_cast<unsigned char>(title[0]) >= 0x80) name.tracking = std::round(name.size * 0.3f);
    name.max_lines = 1;
    float w = std::min(room, desk.setter.width(title, name) + 4);
    float bottom = set.put(title, name, Tone::kInk, x, y, w + name.size, Role::kHeading, 1);
    std::string date = date_line(desk.edition.date, desk.chinese);
    TextStyle small = style(Face::kSans, 24 * u, 1.4f);
    small.max_lines = 1;
    float left = x + w + name.size, low = y + name.line_height - small.line_height - 2 * u;
    if (left + desk.setter.width(date, small) > x + room) {  // no room beside the name
      left = x;
      low = bottom;
    }
    float end = set.put(date, small, Tone::kSoft, left, low, x + room - left);
    if (desk.kiosk->offline && !desk.kiosk->good_date.empty())
      end = set.put(fill(words.as_of, desk.kiosk->good_date), small, Tone::kSoft, x, std::max(bottom, end),
                    room);
    return std::max(bottom, end);
  }

  // Kicker, head and first paragraph, in the middle of the room from `top` to `bottom`.
  void story(const Article& article, float x, float top, float bottom, float room) {
    TextStyle kicker = style(Face::kSans, 32 * text, 1.4f), body = style(Face::kSerif, 36 * text, 1.62f);
    kicker.max_lines = 1;
    body.justify = true;
    TextStyle head = style(Face::kSansBold, 84, 1.28f);
    head.balance = true;
    std::string above = article.kicker, title = headline_of(article, *desk.words), below;
    for (const Block& block : article.blocks)
      if (block.kind == BlockKind::kParagraph || is_picture(article)) {
        below = block.text;
        break;
      }
    if (article.headline.empty()) {  // the head is the text's own beginning: not twice
      above = is_picture(article) ? desk.words->untitled_photo : desk.words->brief;
      if (is_picture(article)) {
        title = below;
        below.clear();
        head.face = Face::kSerif;
      }
    }
    float tall = bottom - top;
    float kicker_height = above.empty() ? 0 : kicker.line_height + 12 * u;
    float least = below.empty() ? 0 : 2 * body.line_height + 36 * u;
    head = fitting(title, head, 1.28f, {84, 76, 68, 60, 52, 46}, room,
                   is_picture(article) ? 6
                   : upright           ? 5
                                       : 4,
                   tall - kicker_height - least);
    float head_height = set.height(title, head, room);
    float left = tall - kicker_height - head_height - 36 * u;
    body.max_lines = std::clamp(static_cast<int>(left / body.line_height), 0, upright ? 9 : 5);
    float body_height = 0;
    if (body.max_lines > 0 && !below.empty()) body_height = 36 * u + set.height(below, body, room);
    float y = top + std::max(0.0f, (tall - kicker_height - head_height - body_height) * 0.46f);
    float begin = y;
    if (!above.empty()) y = set.put(above, kicker, Tone::kAccent, x, y, room) + 12 * u;
    y = set.put(title, head, Tone::kInk, x, y, room, Role::kHeading, 2);
    if (body_height > 0) y = set.put(below, body, Tone::kInk, x, y + 36 * u, room);
    if (is_picture(article)) plate.frame = {x - 36 * u, begin - 32 * u, room + 72 * u, y - begin + 64 * u};
  }

  void telling(const Telling& found, float x, float top, float bottom, float room) {
    float tall = bottom - top;
    if (found.kind == Telling::kQuote) {
      TextStyle quote = style(Face::kSerif, 60, 1.5f);
      quote.balance = true;
      quote = fitting(found.text, quote, 1.5f, {66, 58, 52, 46, 40, 36}, room, 9, tall);
      // The opening mark hangs in the margin, the words stand under each other.
      Layout plain = desk.setter.set(found.text, quote, room);
      if (found.text.starts_with("\u201c") && plain.glyphs.size() > 1) quote.indent = -plain.glyphs[1].x;
      float h = set.height(found.text, quote, room);
      set.put(found.text, quote, Tone::kInk, x, top + (tall - h) * 0.42f, room);
      return;
    }
    TextStyle figure = style(Face::kSansBold, 200, 1.1f), note = style(Face::kSerif, 34 * text, 1.55f);
    figure = fitting(found.text, figure, 1.1f, {190, 160, 130, 104, 84, 66}, room, 1, tall * 0.5f);
    note.max_lines = 5;
    float h = figure.line_height + 20 * u + set.height(found.note, note, room);
    float y = top + (tall - h) * 0.42f;
    y = set.put(found.text, figure, Tone::kInk, x, y, room) + 20 * u;
    set.put(found.note, note, Tone::kSoft, x, y, room);
  }

  // Its whole width in device pixels, so that every module is the same size. Returns its top.
  float phone_code(std::string_view link, float right, float bottom) {
    plate.code = make_phone_code(link);
    if (!plate.code.size) return bottom;
    float density = 1 / desk.stage.pixel();
    float modules = static_cast<float>(plate.code.size + 8);
    plate.module = std::max(1.0f, std::floor(250 * u * density / modules)) / density;
    float side = plate.module * modules;
    TextStyle words = style(Face::kSans, 24 * u, 1.5f);
    words.centre = true;
    float y = bottom - words.line_height - 12 * u - side;
    plate.code_at = {desk.stage.snap(right - side), desk.stage.snap(y), side, side};
    set.put(kiosk_words(desk.chinese).phone, words, Tone::kSoft, right - side - 60 * u,
            bottom - words.line_height, side + 120 * u);
    return y;
  }

  void foot(float x, float y, float room) {
    TextStyle hint = style(Face::kSans, 26 * u, 1.5f);
    hint.max_lines = 1;
    float dashes = std::min(room * 0.5f, 56 * u * static_cast<float>(desk.kiosk->machine.count()));
    plate.progress = {x, y + hint.line_height / 2 - 2 * u, dashes, 4 * u};
    float left = x + dashes + 36 * u;
    set.put(kiosk_words(desk.chinese).touch, hint, Tone::kSoft, left, y, x + room - left);
  }
};

}  // namespace

float plate_unit(const Stage& stage) {
  float w = stage.width(), h = stage.height();
  return w >= h ? std::min(w / 1920, h / 1080) : std::min(w / 1080, h / 1920);
}

void compose_plate(Desk& desk, const Article& article, std::string_view link, Plate& plate) {
  plate = Plate{};
  float w = desk.stage.width(), h = desk.stage.height(), u = plate_unit(desk.stage);
  float size = u * std::clamp(static_cast<float>(desk.kiosk->settings.scale) / 1.2f, 0.8f, 1.4f);
  Telling found = is_picture(article) ? Telling{} : find_telling(article);
  bool panel = found.kind != Telling::kNone;
  if (!panel) size *= 1.25f;  // with nothing beside it, it takes the room
  PlateWriter write{desk, plate, {plate.sheet, desk.setter}, u, size, w, h, h > w};
  float margin = (write.upright ? 84 : 112) * u, foot = h - 128 * u;
  if (write.upright) {
    float x = margin, room = w - 2 * margin;
    float top = write.name_and_date(x, 96 * u, room) + 64 * u;
    float split = std::round(h * (panel ? 0.60f : 1.0f));
    if (panel) plate.panel = {0, split, w, h - split};
    float bottom = panel ? split - 64 * u : foot - 48 * u;
    float code_top = write.phone_code(link, w - margin, foot + 40 * u);
    if (!panel) bottom = std::min(bottom, code_top - 48 * u);
    write.story(article, x, top, bottom, room);
    if (panel) {
      float low = plate.code.size ? plate.code_at.y - 48 * u : foot - 48 * u;
      write.telling(found, x, split + 56 * u, low, room);
    }
    write.foot(x, foot, plate.code.size ? plate.code_at.x - x - 60 * u : room);
    return;
  }
  float split = std::round(w * 0.604f);
  if (panel) plate.panel = {split, 0, w - split, h};
  float x = margin, room = panel ? split - margin - 72 * u : w - 2 * margin;
  float inner = split + 72 * u, right = w - 84 * u;
  float top = write.name_and_date(x, 92 * u, room) + 40 * u;
  float code_top = write.phone_code(link, right, h - 84 * u);
  if (!panel && plate.code.size) room = plate.code_at.x - 96 * u - x;
  write.story(article, x, top, foot - 40 * u, room);
  if (panel) write.telling(found, inner, 150 * u, code_top - 48 * u, right - inner);
  write.foot(x, foot, room);
}

void draw_plate(Desk& desk, const Plate& plate, float dx, float dy) {
  Stage& stage = desk.stage;
  const Palette& ink = stage.ink();
  float w = stage.width(), h = stage.height(), u = plate_unit(stage);
  if (plate.panel.w > 0) {
    bool below = plate.panel.x <= 0;
    float x = below ? 0 : plate.panel.x + dx, y = below ? plate.panel.y + dy : 0;
    stage.fill({x, y, w - x, h - y}, ink.wash);
    stage.fill({x, y, below ? w : stage.pixel(), below ? stage.pixel() : h}, ink.hairline);
  }
  if (plate.frame.w > 0)
    stage.frame(
        {stage.snap(plate.frame.x + dx), stage.snap(plate.frame.y + dy), plate.frame.w, plate.frame.h},
        ink.ink, std::max(stage.pixel(), stage.snap(2 * u)));
  draw_sheet(stage, plate.sheet, dx, dy);
  if (plate.code.size) {
    float x = stage.snap(plate.code_at.x + dx), y = stage.snap(plate.code_at.y + dy), m = plate.module;
    stage.fill({x, y, plate.code_at.w, plate.code_at.h}, kWhite);
    for (int row = 0; row < plate.code.size; ++row)
      for (int from = 0; from < plate.code.size;) {
        int to = from;
        while (to < plate.code.size && plate.code.dark(to, row)) ++to;
        if (to > from)
          stage.fill({x + m * static_cast<float>(from + 4), y + m * static_cast<float>(row + 4),
                      m * static_cast<float>(to - from), m},
                     kBlack);
        from = to + 1;
      }
  }
  // One dash a story; a single line where there are too many for that.
  const KioskMachine& machine = desk.kiosk->machine;
  Rect bar = plate.progress;
  bar.x = stage.snap(bar.x + dx);
  bar.y = stage.snap(bar.y + dy);
  auto count = static_cast<float>(machine.count()), done = static_cast<float>(machine.place() + 1);
  float step = bar.w / count, gap = 12 * u;
  if (step > 2 * gap) {
    for (float i = 0; i < count; ++i)
      stage.fill({stage.snap(bar.x + i * step), bar.y, step - gap, bar.h},
                 i < done ? ink.accent : ink.hairline);
  } else {
    stage.fill(bar, ink.hairline);
    stage.fill({bar.x, bar.y, bar.w * done / count, bar.h}, ink.accent);
  }
  stage.mirror().leaf(Role::kStatus, "kiosk.progress",
                      fill(kiosk_words(desk.chinese).plates, std::to_string(machine.place() + 1),
                           std::to_string(machine.count())),
                      bar);
}

}  // namespace broadsheet::view
