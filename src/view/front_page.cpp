#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/front_story.h"

#include "text/sort.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostPages = 16;

// What one story weighs on the page: its length, and what the paper itself did to lift it.
double weight_of(const Article& article, size_t place) {
  double weight = std::sqrt(static_cast<double>(text_bytes(article)) + 1);
  if (!article.kicker.empty() || !article.deck.empty()) weight *= 1.25;
  if (article.headline.empty()) weight *= 0.5;
  if (place == 0) weight *= 1.2;
  if (article.kind == ArticleKind::kContinued) weight *= 0.6;
  return weight;
}

struct Composer : StoryWriter {
  int row_lines = 4;  // text under a head in the lower rows
  int row_count = 0;

  // Stories side by side, their text filled down to one common foot.
  float row(const std::vector<Story>& stories, const std::vector<float>& shares, float y, int lines) {
    size_t n = stories.size();
    float gap = kColumnGap * std::min(1.4f, scale.text) + 16;
    float total = std::accumulate(shares.begin(), shares.end(), 0.0f);
    float room = width - gap * static_cast<float>(n - 1);
    TextStyle text = scale.excerpt();
    std::vector<float> lefts, widths, tops;
    std::vector<int> columns;
    float x = 0, foot = 0;
    for (size_t i = 0; i < n; ++i) {
      float w = std::floor(room * shares[i] / total);
      lefts.push_back(x);
      widths.push_back(w);
      columns.push_back(std::max(1, static_cast<int>(w / (21 * text.size))));
      float top = heads(*stories[i].article, head_for(w), x, y, w, false, true);
      tops.push_back(top);
      foot = std::max(foot, top + static_cast<float>(lines) * text.line_height);
      x += w + gap;
    }
    float bottom = y;
    for (size_t i = 0; i < n; ++i) {
      // A head's line is a little lower than one of text: not for that a line less.
      int fit = std::max(1, static_cast<int>((foot - tops[i]) / text.line_height + 0.2f));
      float end =
          story(*stories[i].article, head_for(widths[i]), lefts[i], y, widths[i], columns[i], fit, false);
      bottom = std::max(bottom, end);
    }
    for (size_t i = 1; i < n; ++i) set.upright(lefts[i] - gap / 2, y, bottom - y);
    ++row_count;
    return bottom;
  }

  TextStyle head_for(float w) const {
    return w > 27 * scale.px(16) ? scale.story_head() : scale.brief_head();
  }

  // A larger story in two columns beside two smaller ones, one above the other; `mirrored` has them to the
  // left.
  float stack(const std::vector<Story>& three, float y, bool mirrored) {
    float gap = kColumnGap * std::min(1.4f, scale.text) + 16;
    float wide = std::floor((width - gap) * 0.62f), narrow_width = width - gap - wide;
    float wide_x = mirrored ? narrow_width + gap : 0, side_x = mirrored ? 0 : wide + gap;
    TextStyle text = scale.excerpt(), head = scale.story_head();
    head.size = scale.px(30);
    head.line_height = scale.px(39);
    Sheet aside;  // its height is needed before the larger story's text
    std::swap(aside, sheet);
    float side = y;
    for (size_t i = 1; i < three.size(); ++i) {
      if (i > 1) {
        set.across(side_x, side + 16, narrow_width, Tone::kHairline);
        side += 34;
      }
      side = story(*three[i].article, scale.brief_head(), side_x, side, narrow_width, 1,
                   std::max(3, row_lines - 1), false);
    }
    std::swap(aside, sheet);
    if (mirrored) append(aside);
    size_t target = sheet.targets.size();
    begin_story(*three[0].article);
    float top = heads(*three[0].article, head, wide_x, y, wide, false, false);
    int lines = std::max(3, static_cast<int>((side - top + 0.5f) / text.line_height));
    float bottom = pour(*three[0].article, wide_x, top, wide, wide > 34 * text.size ? 2 : 1, lines);
    end_story(target, wide_x, y, wide, bottom);
    if (!mirrored) append(aside);
    bottom = std::max(bottom, side);
    set.upright(std::max(wide_x, side_x) - gap / 2, y, bottom - y);
    ++row_count;
    return bottom;
  }

  // Sections of the page, from here down, separated by a full rule.
  float rows(std::vector<Story> rest, float y, int most) {
    size_t at = 0;
    bool wide_first = true, stacked = false;
    while (at < rest.size()) {
      size_t left = rest.size() - at;
      // A page of rows alone is a table: every other one is a large story with two beside it.
      if (most > 2 && left >= 3 && left != 4 && !stacked && text_bytes(*rest[at].article) > 900) {
        stacked = true;
        set.across(0, y, width, Tone::kInk);
        y = stack({rest.begin() + static_cast<long>(at), rest.begin() + static_cast<long>(at + 3)}, y + 22,
                  !wide_first) +
            26;
        wide_first = !wide_first;
        at += 3;
        continue;
      }
      stacked = false;
      size_t n = std::min<size_t>(left, static_cast<size_t>(most));
      if (left > n && left - n == 1 && n > 2) --n;  // never one story alone in the last row
      if (left > n && left < 2 * n) n = (left + 1) / 2;
      std::vector<Story> now(rest.begin() + static_cast<long>(at), rest.begin() + static_cast<long>(at + n));
      std::vector<float> shares(n, 1);
      if (n == 2) shares = wide_first ? std::vector<float>{7, 5} : std::vector<float>{5, 7};
      if (n == 3 && now[0].weight > 1.5 * now[2].weight) shares = {5, 4, 3};
      if (n == 2 && !wide_first) std::swap(now[0], now[1]);
      wide_first = !wide_first;
      set.across(0, y, width, Tone::kInk);
      y = row(now, shares, y + 22, row_lines) + 26;
      at += n;
    }
    return y;
  }

  float masthead(float y) {
    TextStyle style = scale.masthead();
    style.centre = true;
    std::string title = desk.edition.title;
    if (title.empty()) title = words.product;
    bool latin = static_cast<unsigned char>(title[0]) < 0x80;
    style.tracking = latin ? 0 : std::round(style.size * (scale.phone ? 0.16f : 0.3f));
    if (set.setter.width(title, style) + style.tracking > width) {
      style.size = scale.px(scale.phone ? 26 : 34);
      style.tracking = 0;
    }
    float bottom = set.put(title, style, Tone::kInk, 0, y, width, Role::kHeading, 1) + 8;
    set.across(0, bottom, width, Tone::kInk, 3);
    set.across(0, bottom + 5, width, Tone::kInk);
    TextStyle meta = scale.meta();
    float line = bottom + 15;
    size_t pictures = 0, stories = 0;
    for (size_t i = 0; i < desk.order.size(); ++i) ++(is_picture(desk.article(i)) ? pictures : stories);
    std::string date = date_line(desk.edition.date, desk.chinese);
    std::string count = view::fill(words.article_count, grouped(stories));
    if (pictures > 0) count += " · ";
    if (pictures > 0) count += view::fill(words.photo_count, grouped(pictures));
    std::string page = desk.edition.pages.size() == 1 ? page_name(desk, 0) : std::string();
    if (page == title) page.clear();
    set.put(date, meta, Tone::kSoft, 0, line, width);
    TextStyle centred = meta;
    centred.centre = true;
    if (!scale.phone) set.put(page, centred, Tone::kSoft, 0, line, width);
    float w = set.setter.width(count, meta);
    set.put(count, meta, Tone::kSoft, width - w - 1, line, w + 2);
    set.across(0, line + meta.line_height + 8, width, Tone::kInk);
    return line + meta.line_height + 9 + 28;
  }

  // Lead to the left, what comes after it and the pictures in a column to the right.
  float lead_and_side(const Story& lead, std::vector<Story>& rest, std::vector<Story>& pictures, float y) {
    float gap = 2 * kColumnGap;
    float left = std::floor((width - gap) * 0.588f), right = width - gap - left;
    float x = left + gap;
    float side = y;
    Sheet aside;  // its height is needed before the lead's text, its pieces are read after
    std::swap(aside, sheet);
    for (size_t i = 0; i < pictures.size() && i < 2; ++i)
      side = picture(*pictures[i].article, x, side, right) + 20;
    size_t beside = pictures.empty() ? 2 : 1;
    if (rest.size() <= beside + 1) beside = std::min(rest.size(), beside);
    for (size_t i = 0; i < beside && i < rest.size(); ++i) {
      if (i > 0) {
        set.across(x, side + 18, right, Tone::kHairline);
        side += 38;
      }
      side = story(*rest[i].article, scale.story_head(), x, side, right, 1, pictures.empty() ? 5 : 4, false);
    }
    rest.erase(rest.begin(), rest.begin() + static_cast<long>(std::min(beside, rest.size())));
    pictures.erase(pictures.begin(),
                   pictures.begin() + static_cast<long>(std::min<size_t>(2, pictures.size())));
    std::swap(aside, sheet);
    size_t target = sheet.targets.size();
    begin_story(*lead.article);
    float top = heads(*lead.article, scale.lead_head(), 0, y, left, true, false);
    TextStyle text = scale.excerpt();
    int columns = std::max(2, static_cast<int>(left / (24 * text.size)));
    int lines = std::max(7, static_cast<int>((side - top) / text.line_height));
    float bottom = pour(*lead.article, 0, top, left, columns, lines);
    end_story(target, 0, y, left, bottom);
    append(aside);
    bottom = std::max(bottom, side);
    set.upright(left + gap / 2, y, bottom - y);
    return bottom;
  }

  // A head across the whole page, its text in three or four columns.
  float banner(const Story& lead, std::vector<Story>& pictures, float y) {
    size_t target = sheet.targets.size();
    begin_story(*lead.article);
    TextStyle head = scale.lead_head();
    head.centre = true;
    head.size = scale.px(48);
    head.line_height = scale.px(60);
    float top = heads(*lead.article, head, 0, y, width, true, false) + 4;
    TextStyle text = scale.excerpt();
    float gap = 2 * kColumnGap;
    Telling telling = pictures.empty() ? find_telling(*lead.article) : Telling{};
    bool beside = !pictures.empty() || telling.kind != Telling::kNone;
    float side = beside ? std::floor(width * 0.26f) : 0;
    float room = beside ? width - side - gap : width;
    int columns = std::max(2, static_cast<int>(room / (17.5f * text.size)));
    float foot = top;
    float x = room + gap;
    Sheet aside;
    std::swap(aside, sheet);
    for (size_t i = 0; i < pictures.size() && i < 2; ++i)
      foot = picture(*pictures[i].article, x, foot, side) + 20;
    if (telling.kind != Telling::kNone) foot = pull(telling, x, foot, side);
    std::swap(aside, sheet);
    int lines = std::max(9, static_cast<int>((foot - top) / text.line_height));
    float bottom = pour(*lead.article, 0, top, room, columns, lines);
    end_story(target, 0, y, room, bottom);
    append(aside);
    if (beside) set.upright(room + gap / 2, top, std::max(bottom, foot) - top);
    pictures.erase(pictures.begin(),
                   pictures.begin() + static_cast<long>(std::min<size_t>(2, pictures.size())));
    return std::max(bottom, foot);
  }

  // The lead in the middle, a narrow column of stories on either side.
  float centred(const Story& lead, std::vector<Story>& rest, std::vector<Story>& pictures, float y) {
    float gap = 2 * kColumnGap;
    float side = std::floor((width - 2 * gap) * 0.235f), middle = width - 2 * side - 2 * gap;
    TextStyle text = scale.excerpt();
    float left = story(*rest[0].article, scale.brief_head(), 0, y, side, 1, 6, false);
    set.across(0, left + 18, side, Tone::kHairline);
    left = story(*rest[1].article, scale.brief_head(), 0, left + 38, side, 1, 6, false);
    float x = side + gap;
    size_t target = sheet.targets.size();
    begin_story(*lead.article);
    float top = heads(*lead.article, scale.lead_head(), x, y, middle, true, false);
    float right_x = x + middle + gap;
    size_t used = 2;
    // The right column's height is needed before the lead's text; its pieces are put after.
    float right = y;
    Sheet aside;
    std::swap(aside, sheet);
    for (size_t i = 0; i < pictures.size() && i < 2; ++i)
      right = picture(*pictures[i].article, right_x, right, side) + 22;
    int more = pictures.empty() ? 2 : 1;
    for (int i = 0; i < more && used < rest.size(); ++i, ++used) {
      if (i > 0) {
        set.across(right_x, right + 18, side, Tone::kHairline);
        right += 38;
      }
      right = story(*rest[used].article, scale.brief_head(), right_x, right, side, 1, 6, false);
    }
    std::swap(aside, sheet);
    float foot = std::max(left, right);
    int columns = std::max(2, static_cast<int>(middle / (20 * text.size)));
    int lines = std::max(8, static_cast<int>((foot - top) / text.line_height));
    float bottom = pour(*lead.article, x, top, middle, columns, lines);
    end_story(target, x, y, middle, bottom);
    append(aside);
    bottom = std::max(bottom, foot);
    set.upright(side + gap / 2, y, bottom - y);
    set.upright(x + middle + gap / 2, y, bottom - y);
    rest.erase(rest.begin(), rest.begin() + static_cast<long>(used));
    pictures.erase(pictures.begin(),
                   pictures.begin() + static_cast<long>(std::min<size_t>(2, pictures.size())));
    return bottom;
  }

  void append(Sheet& other) {
    size_t shift = sheet.pieces.size();
    for (Target& target : other.targets) {
      target.before += shift;
      if (target.underline >= 0) target.underline += static_cast<int>(shift);
      sheet.targets.push_back(std::move(target));
    }
    for (Piece& piece : other.pieces) sheet.pieces.push_back(std::move(piece));
    sheet.stripes.insert(sheet.stripes.end(), other.stripes.begin(), other.stripes.end());
    sheet.height = std::max(sheet.height, other.height);
  }

  float narrow(const Story& lead, const std::vector<Story>& rest, const std::vector<Story>& pictures,
               float y) {
    y = story(*lead.article, scale.lead_head(), 0, y, width, 1, 7, true) + 22;
    for (size_t i = 0; i < rest.size(); ++i) {
      set.across(0, y, width, i == 0 ? Tone::kInk : Tone::kHairline);
      y = story(*rest[i].article, i < 2 ? scale.story_head() : scale.brief_head(), 0, y + 20, width, 1,
                i < 2 ? 4 : 3, false) +
          20;
      if (i == 1 || (i + 1 == rest.size() && i < 1))
        for (const Story& photo : pictures) y = picture(*photo.article, 0, y, width) + 20;
    }
    if (rest.empty())
      for (const Story& photo : pictures) y = picture(*photo.article, 0, y, width) + 20;
    return y;
  }

  float page(int number, float y) {
    const Page& source = desk.edition.pages[Desk::at(number)];
    std::vector<Story> stories, pictures, briefs;
    for (size_t i = 0; i < source.articles.size(); ++i) {
      const Article& article = source.articles[i];
      Story story{&article, weight_of(article, i)};
      bool small = article.kind == ArticleKind::kBrief || article.kind == ArticleKind::kNotice ||
                   text_bytes(article) < 330;
      (is_picture(article) ? pictures : small ? briefs : stories).push_back(story);
    }
    if (stories.empty()) std::swap(stories, briefs);
    auto heavier = [](const Story& a, const Story& b) { return a.weight > b.weight; };
    sort_stably(stories, heavier);
    if (briefs.size() == 1 && stories.size() > 1) {
      stories.push_back(briefs[0]);
      briefs.clear();
    }
    if (stories.empty()) {
      for (const Story& photo : pictures) y = picture(*photo.article, 0, y, width) + 24;
      return y;
    }
    Story lead = stories[0];
    std::vector<Story> rest(stories.begin() + 1, stories.end());
    float em = scale.px(16);
    if (width < 44 * em) {
      y = narrow(lead, rest, pictures, y);
      if (!briefs.empty()) y = brief_list(briefs, 0, y + 4, width) + 24;
      return y;
    }
    if (width < 60 * em) {  // a tablet held upright
      std::vector<Story> none;
      y = story(*lead.article, scale.lead_head(), 0, y, width, 2, 8, true) + 26;
      if (!pictures.empty() || !briefs.empty()) {
        for (const Story& photo : pictures) y = picture(*photo.article, 0, y, width) + 24;
        if (!briefs.empty()) y = brief_list(briefs, 0, y, width) + 24;
      }
      return rows(rest, y, 2);
    }
    bool heavy = rest.empty() || lead.weight > 1.9 * rest[0].weight || (number % 3 == 1 && rest.size() < 3);
    bool even = rest.size() >= 4 && rest[0].weight > 0.72 * lead.weight;
    if (number % 3 == 2 && rest.size() >= 4) even = true;
    std::vector<Story> side = pictures;
    if (heavy)
      y = banner(lead, side, y);
    else if (even)
      y = centred(lead, rest, side, y);
    else
      y = lead_and_side(lead, rest, side, y);
    y += 28;
    for (size_t i = 0; i < side.size(); ++i) y = picture(*side[i].article, 0, y, width) + 24;
    int most = std::clamp(static_cast<int>(width / (17 * em)), 2, 5);
    y = rows(rest, y, most);
    if (!briefs.empty()) y = brief_rows(briefs, y) + 24;
    return y;
  }

  float brief_rows(const std::vector<Story>& briefs, float y) {
    int columns = std::clamp(static_cast<int>(width / (18 * scale.px(16))), 1, 4);
    columns = std::min<int>(columns, static_cast<int>(briefs.size()));
    float gap = kColumnGap + 16;
    float w = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    set.across(0, y, width, Tone::kInk);
    float top = set.put(words.brief, scale.meta(), Tone::kAccent, 0, y + 14, width) + 4;
    float bottom = top;
    for (size_t at = 0; at < briefs.size(); at += static_cast<size_t>(columns)) {
      float next = top;
      for (size_t i = at; i < briefs.size() && i < at + static_cast<size_t>(columns); ++i) {
        float x = static_cast<float>(i - at) * (w + gap);
        next = std::max(next, brief(*briefs[i].article, x, top, w));
      }
      for (int i = 1; i < columns; ++i)
        set.upright(static_cast<float>(i) * (w + gap) - gap / 2, top, next - top);
      bottom = next;
      top = next + 18;
    }
    return bottom;
  }

  void compose() {
    float y = masthead(scale.phone ? 14 : 22);
    size_t pages = std::min(desk.edition.pages.size(), kMostPages);
    for (size_t i = 0; i < pages; ++i) {
      const Page& source = desk.edition.pages[i];
      if (source.articles.empty()) continue;
      if (i > 0) {
        set.across(0, y + 12, width, Tone::kInk, 3);
        y = set.put(page_name(desk, static_cast<int>(i)), scale.kicker(), Tone::kInk, 0, y + 24, width,
                    Role::kHeading, 2) +
            16;
      }
      y = page(static_cast<int>(i), y);
    }
    set.across(0, y, width, Tone::kHairline);
    const Page& first = desk.edition.pages.front();
    size_t repairs = 0;
    uint64_t bytes = 0;
    for (const Page& source : desk.edition.pages) {
      for (const Article& article : source.articles) repairs += article.repairs.size();
      if (source.source) bytes += source.source->bytes;
    }
    std::string name = first.source ? first.source->name : std::string();
    if (desk.edition.pages.size() > 1)
      name.append(" +").append(std::to_string(desk.edition.pages.size() - 1));
    std::string foot = view::fill(words.colophon, name, grouped(bytes), grouped(repairs));
    float w = std::min(width, set.setter.width(foot, scale.meta()) + 2);
    // To the source: in a kiosk nothing leads there.
    if (!desk.kiosk) set.link("colophon", foot, {0, y + 10, w, 28}, static_cast<int>(sheet.pieces.size()));
    y = set.put(foot, scale.meta(), Tone::kSoft, 0, y + 14, width) + 48;
    sheet.height = y;
  }
};

}  // namespace

float page_width(float screen) {
  if (screen < 600) return screen - 40;
  if (screen < 1100) return screen - 64;
  if (screen < 1600) return std::min(1216.0f, screen - 112);
  return std::floor(screen * 0.845f);
}

void compose_front(Desk& desk, Sheet& sheet, float width, float height) {
  if (desk.edition.pages.empty()) return;
  for (int lines = 4, round = 0; round < 2; ++round) {
    sheet.clear();
    Composer composer{{desk, sheet, {sheet, desk.setter}, desk.scale(), *desk.words, width}, lines};
    composer.compose();
    // A page that ends above the foot of the screen gets longer excerpts instead of a blank foot.
    float spare = height - sheet.height;
    if (composer.row_count == 0 || spare < composer.scale.px(27) || desk.edition.pages.size() > 1) break;
    lines += std::min(14, static_cast<int>(spare / composer.scale.px(27)) / composer.row_count);
    if (lines == 4) break;
  }
}

}  // namespace broadsheet::view
