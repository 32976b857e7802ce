#include "edition/bars.h"
#include "edition/export.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

// Characters that may open, close or be part of an inline construct (CommonMark 0.31, and the ~ and | of
// GFM).
bool is_inline_mark(char c) {
  return std::string_view("\\`*_[]<>&~|$").find(c) != std::string_view::npos;
}

std::string paragraph(const std::string& prefix, const std::string& text) {
  return text.empty() ? std::string() : prefix + text + "\n\n";
}

std::string names(const Article& article) {
  std::string out;
  for (const Byline& by : article.byline) {
    if (!out.empty()) out += " · ";
    if (!by.role.empty()) out += by.role + " ";
    out += by.name;
  }
  for (const std::string* part : {&article.dateline.place, &article.dateline.date}) {
    if (!part->empty()) out += (out.empty() ? "" : " · ") + *part;
  }
  return out;
}

std::string block_markdown(const Block& block) {
  const std::string text = escape_markdown(block.text);
  switch (block.kind) {
    case BlockKind::kParagraph:
      return paragraph("", text);
    case BlockKind::kSubhead:
      return paragraph("### ", text);
    case BlockKind::kQuote:
      return paragraph("> ", text);
    case BlockKind::kList:
      return paragraph("- ", text);
    case BlockKind::kCaption:
      return paragraph("> ▲ ", text);
    case BlockKind::kCredit:
      return paragraph("> ", text);
  }
  return {};
}

// A row of a table; `first`: with the line below it that makes it one.
std::string row_markdown(const std::string& text, bool first) {
  std::string out = "|", line = "\n|";
  for (std::string_view cell : cells_at_bars(text)) {
    out += " " + escape_markdown(cell) + " |";
    line += " --- |";
  }
  return out + (first ? line + "\n" : "\n");
}

std::string one_line(const std::string& text) {
  std::string out = well_formed(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  const std::string clean = one_line(std::string(text));
  // White space at the ends would make code blocks and hard breaks.
  const size_t first = clean.find_first_not_of(' ');
  if (first == std::string::npos) return out;
  const std::string_view body =
      std::string_view(clean).substr(first, clean.find_last_not_of(' ') + 1 - first);
  size_t digits = 0;
  while (digits < body.size() && body[digits] >= '0' && body[digits] <= '9') ++digits;
  for (size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    // Only at the line's beginning: headings, lists, underlines and fences (1. 1) - + = # ~~~).
    const bool opens = (i == 0 && std::string_view("#-+=").find(c) != std::string_view::npos) ||
                       (i == digits && digits > 0 && (c == '.' || c == ')'));
    // At the line's end a row of # would close a heading and be lost; "http://" and "www." would become links
    // in GFM.
    const bool closes = c == '#' && i > 0;
    const bool links = (c == ':' && body.substr(i, 3) == "://") ||
                       (c == '.' && i >= 3 && body.substr(i - 3, 3) == "www") || c == '@' ||
                       (c == '!' && i + 1 < body.size() && body[i + 1] == '[');
    if (is_inline_mark(c) || opens || closes || links) out += '\\';
    out += c;
  }
  return out;
}

std::string to_markdown(const Edition& edition) {
  std::string out;
  const std::string title =
      edition.title + (edition.title.empty() || edition.date.empty() ? "" : " ") + edition.date;
  out += paragraph("# ", escape_markdown(title));
  for (const Page& page : edition.pages) {
    for (const Article& article : page.articles) {
      // Two lists or quotes of neighbouring articles must not run together: each article begins with a rule
      // or a head.
      if (article.headline.empty()) out += "---\n\n";
      out += paragraph("", escape_markdown(article.kicker));
      out += paragraph("## ", escape_markdown(article.headline));
      const std::string deck = escape_markdown(article.deck);
      if (!deck.empty()) out += "**" + deck + "**\n\n";
      const std::string by = escape_markdown(names(article));
      if (!by.empty()) out += "*" + by + "*\n\n";
      bool row = false;
      for (const Block& block : article.blocks) {
        const bool first = !row;
        row = is_barred_row(block);
        if (!first && !row) out += '\n';
        out += row ? row_markdown(block.text, first) : block_markdown(block);
      }
      if (row) out += '\n';
    }
  }
  while (out.size() > 1 && out[out.size() - 1] == '\n' && out[out.size() - 2] == '\n') out.pop_back();
  return out;
}

std::string to_text(const Article& article) {
  std::string out;
  for (const std::string* head : {&article.kicker, &article.headline, &article.deck}) {
    if (!head->empty()) out += one_line(*head) + "\n";
  }
  const std::string by = names(article);
  if (!by.empty()) out += one_line(by) + "\n";
  for (const Block& block : article.blocks) {
    if (!out.empty()) out += "\n";
    out += one_line(block.text) + "\n";
  }
  return out;
}

std::string to_text(const Edition& edition) {
  std::string out;
  const std::string title =
      edition.title + (edition.title.empty() || edition.date.empty() ? "" : " ") + edition.date;
  if (!title.empty()) out += one_line(title) + "\n\n\n";
  bool first = true;
  for (const Page& page : edition.pages) {
    for (const Article& article : page.articles) {
      if (!first) out += "\n* * *\n\n";
      first = false;
      out += to_text(article);
    }
  }
  return out;
}

}  // namespace broadsheet
