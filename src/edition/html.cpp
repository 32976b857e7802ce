#include <unordered_set>

#include "edition/bars.h"
#include "edition/export.h"
#include "text/utf8.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

// Quiet enough to be read as it is and to be printed; dark where the system is.
constexpr const char* kStyle = R"(
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 40em; line-height: 1.75;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", Georgia, "Times New Roman", SimSun, serif; }
h1, h2, h3, .kicker, .deck, .byline, nav { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
article { margin: 3rem 0; border-top: 1px solid; }
.kicker, .deck, .byline, figcaption { font-size: .875em; opacity: .8; margin: .5em 0; }
article p { margin: 0; text-indent: 2em; text-align: justify; }
header p, figure p, footer p { text-indent: 0 !important; }
figure { margin: 1em 0; padding: .5em 1em; border: 1px solid; }
[lang|=en] p { hyphens: auto; }
@media print { nav { display: none; } article { break-inside: auto; } h2, h3 { break-after: avoid; } }
)";

std::string line(const char* open, const std::string& text, const char* close) {
  return text.empty() ? std::string() : open + escape_html(text) + close + "\n";
}

std::string byline_html(const Article& article) {
  std::string out;
  for (const Byline& by : article.byline) {
    if (!out.empty()) out += " · ";
    if (!by.role.empty()) out += escape_html(by.role) + " ";
    out += "<span class=\"author\">" + escape_html(by.name) + "</span>";
  }
  if (!article.dateline.place.empty())
    out += (out.empty() ? "" : " · ") + escape_html(article.dateline.place);
  if (!article.dateline.date.empty()) {
    const std::string date = escape_html(article.dateline.date);
    if (!out.empty()) out += " · ";
    out += is_iso_date(article.dateline.date) ? "<time datetime=\"" + date + "\">" + date + "</time>" : date;
  }
  return out.empty() ? out : "<p class=\"byline\">" + out + "</p>\n";
}

// A row of a table has bars between its cells.
std::string row_html(const std::string& text) {
  std::string out = "<tr>";
  for (std::string_view cell : cells_at_bars(text)) out.append("<td>").append(cell).append("</td>");
  return out + "</tr>\n";
}

std::string blocks_html(const Article& article) {
  std::string out;
  std::string open;  // the element that entries or rows go on in
  const auto close = [&] {
    if (!open.empty()) out += "</" + open + ">\n";
    open.clear();
  };
  for (size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    const std::string text = escape_html(block.text);
    const bool row = is_barred_row(block);
    const char* const wanted = block.kind != BlockKind::kList ? "" : row ? "table" : "ul";
    if (open != wanted) close();
    switch (block.kind) {
      case BlockKind::kParagraph:
        out += "<p>" + text + "</p>\n";
        break;
      case BlockKind::kSubhead:
        out += "<h3>" + text + "</h3>\n";
        break;
      case BlockKind::kQuote:
        out += "<blockquote><p>" + text + "</p></blockquote>\n";
        break;
      case BlockKind::kList:
        if (open.empty()) out += "<" + std::string(wanted) + ">\n";
        open = wanted;
        out += row ? row_html(text) : "<li>" + text + "</li>\n";
        break;
      case BlockKind::kCaption: {
        // A credit right after its caption belongs to the same picture.
        out += "<figure><figcaption>" + text;
        if (i + 1 < article.blocks.size() && article.blocks[i + 1].kind == BlockKind::kCredit) {
          out += " <small>" + escape_html(article.blocks[++i].text) + "</small>";
        }
        out += "</figcaption></figure>\n";
        break;
      }
      case BlockKind::kCredit:
        out += "<p><small>" + text + "</small></p>\n";
        break;
    }
  }
  close();
  return out;
}

std::string lang_attribute(const std::string& language) {
  return language.empty() ? std::string() : " lang=\"" + escape_html(language) + "\"";
}

}  // namespace

bool is_iso_date(const std::string& date) {
  const char* const kForm = "dddd-dd-dd";
  if (date.size() != 10) return false;
  for (size_t i = 0; i < 10; ++i) {
    if (kForm[i] == 'd' ? date[i] < '0' || date[i] > '9' : date[i] != '-') return false;
  }
  return true;
}

std::string title_of(const Edition& edition) {
  if (edition.title.empty()) return edition.date.empty() ? "Broadsheet" : edition.date;
  return edition.date.empty() ? edition.title : edition.title + " " + edition.date;
}

std::string name_in_contents(const Article& article) {
  if (!article.headline.empty()) return article.headline;
  for (const Block& block : article.blocks) {
    if (!block.text.empty()) {
      const std::string text = well_formed(block.text);
      size_t end = 0;
      // 24 characters, cut between characters.
      for (int characters = 0; end < text.size() && characters < 24; ++characters) {
        do ++end;
        while (end < text.size() && is_trail_byte(text[end]));
      }
      return end < text.size() ? text.substr(0, end) + "…" : text;
    }
  }
  return article.id;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : well_formed(text)) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
          out += "\xEF\xBF\xBD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::string to_html_article(const Article& article) {
  std::string out = "<article id=\"a-" + escape_html(article.id) + "\" class=\"" + name_of(article.kind) +
                    "\">\n<header>\n";
  out += line("<p class=\"kicker\">", article.kicker, "</p>");
  out += line("<h2>", article.headline, "</h2>");
  out += line("<p class=\"deck\">", article.deck, "</p>");
  out += byline_html(article) + "</header>\n";
  out += blocks_html(article);
  if (!article.continues.empty()) {
    // The sign alone: the edition may be in any language.
    out +=
        "<footer><p><a rel=\"next\" href=\"#a-" + escape_html(article.continues) + "\">→</a></p></footer>\n";
  }
  return out + "</article>\n";
}

std::string to_html_articles(const Edition& edition) {
  std::string out;
  // An id stands once in a document, whatever the edition says.
  std::unordered_set<std::string> seen;
  for (const Page& page : edition.pages) {
    out += "<section" + lang_attribute(page.language) + ">\n";
    for (const Article& article : page.articles) {
      if (seen.insert(article.id).second) {
        out += to_html_article(article);
        continue;
      }
      Article again = article;
      for (int i = 2; !seen.insert(again.id).second; ++i) again.id = article.id + "-" + std::to_string(i);
      out += to_html_article(again);
    }
    out += "</section>\n";
  }
  return out;
}

std::string to_html(const Edition& edition) {
  std::string language;
  for (const Page& page : edition.pages) {
    if (language.empty()) language = page.language;
  }
  const std::string title = escape_html(title_of(edition));
  std::string out =
      "<!doctype html>\n<html" + lang_attribute(language) + ">\n<head>\n<meta charset=\"utf-8\">\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n";
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" "
      "content=\"Broadsheet\">\n";
  out += "<title>" + title + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n";
  out += "<h1>" + title + "</h1>\n<nav>\n<ol>\n";
  std::unordered_set<std::string> seen;
  for (const Page& page : edition.pages) {
    for (const Article& article : page.articles) {
      if (!seen.insert(article.id).second) continue;
      out += "<li><a href=\"#a-" + escape_html(article.id) + "\">" + escape_html(name_in_contents(article)) +
             "</a></li>\n";
    }
  }
  return out + "</ol>\n</nav>\n<main>\n" + to_html_articles(edition) + "</main>\n</body>\n</html>\n";
}

}  // namespace broadsheet
