#include "compose/website.h"

#include <array>
#include <string_view>

namespace broadsheet {

namespace {

using View = std::u32string_view;

constexpr size_t kLongestLine = 120;  // of a line of a site: letters, or a third as many hanzi
constexpr size_t kShortestHead = 20;
constexpr int kSeveral = 3;  // different ones that make a page one of a site

// How such lines begin, in small letters; those from kEnds on end the story, too.
constexpr std::array<View, 36> kLines = {
    U"skip to content", U"skip to main", U"sign in", U"log in", U"subscribe", U"we use cookies",
    U"this site uses", U"share tweet", U"share this", U"share on", U"updated ", U"published ", U"follow us",
    U"newsletter", U"breadcrumb", U"home >", U"首页 >", U"登录", U"注册", U"分享到", U"字号", U"扫一扫",
    U"您的位置", U"当前位置",
    // They end the story, too.
    U"related articles", U"related stories", U"most read", U"most popular", U"comments (", U"about us",
    U"terms of use", U"©", U"相关阅读", U"相关新闻", U"返回顶部", U"版权所有"};
constexpr size_t kEnds = 24;

// Does it say more than so many letters can?
bool is_longer(const Piece& piece, size_t most) {
  size_t letters = 0;
  for (const char32_t c : piece.text) {
    letters += c < 0x2E80 ? 1 : 3;
    if (letters > most) return true;
  }
  return false;
}

// Date, source and author of a story on a site.
bool is_source_line(const Piece& piece) {
  return piece.text.find(U"来源:") != View::npos || piece.text.find(U"发布时间:") != View::npos;
}

// The index in kLines; its size where the line is none of them.
size_t line_of(const Piece& piece) {
  if (is_longer(piece, kLongestLine)) return kLines.size();
  std::u32string text = piece.text;
  for (char32_t& c : text) c = c >= 'A' && c <= 'Z' ? c + 32 : c;
  size_t k = 0;
  while (k < kLines.size() && !text.starts_with(kLines[k])) ++k;
  return k;
}

}  // namespace

void mark_website(Sheet& sheet) {
  std::array<bool, kLines.size()> seen{};
  int kinds = 0;
  for (const Piece& piece : sheet.pieces) {
    const size_t line = line_of(piece);
    if (line == kLines.size() || seen[line]) continue;
    seen[line] = true;
    ++kinds;
  }
  if (kinds < (sheet.reading.format == "html" ? 1 : kSeveral)) return;
  const size_t count = sheet.pieces.size();
  size_t begin = 0;  // of the story's text
  while (begin < count && !is_longer(sheet.pieces[begin], kLongestLine)) ++begin;
  if (begin == count) return;
  size_t head = count;
  size_t end = count;
  for (size_t i = 0; i < count; ++i) {
    Piece& piece = sheet.pieces[i];
    const size_t line = line_of(piece);
    if (i > begin && line >= kEnds && line < kLines.size() && end == count) end = i;
    if (line < kLines.size() || i >= end || (i < begin && is_source_line(piece))) {
      piece.role = Role::kFurniture;
      piece.furniture = "other";
    } else if (i < begin && piece.role != Role::kByline && is_longer(piece, kShortestHead)) {
      head = i;  // the last long line above the text
    }
  }
  for (size_t i = 0; i < begin && head < count; ++i) {
    Piece& piece = sheet.pieces[i];
    if (i < head) {
      piece.role = Role::kFurniture;
      piece.furniture = "other";
    } else if (i == head) {
      piece.role = Role::kHeadline;
      piece.furniture.clear();
    }
  }
}

}  // namespace broadsheet
