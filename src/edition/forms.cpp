#include "edition/forms.h"

#include "edition/export.h"
#include "edition/json.h"
#include "text/utf8.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

constexpr FormFacts kFacts[] = {{".json", "application/json"},
                                {".ndjson", "application/x-ndjson"},
                                {".md", "text/markdown"},
                                {".txt", "text/plain"},
                                {".html", "text/html"},
                                {".html", "text/html"},
                                {".epub", "application/epub+zip"},
                                {".json", "application/json"}};

std::string one_line_a_page(const Edition& edition) {
  std::string lines;
  for (const Page& page : edition.pages) {
    Edition single;
    single.title = edition.title;
    single.date = edition.date;
    single.pages.push_back(page);
    lines += to_json(single) + "\n";
  }
  return lines;
}

}  // namespace

FormFacts facts_of(Form form) {
  return kFacts[static_cast<size_t>(form)];
}

std::string edition_as(const Edition& edition, Form form) {
  switch (form) {
    case Form::kJson:
      return to_json(edition, 1);
    case Form::kNdjson:
      return one_line_a_page(edition);
    case Form::kMarkdown:
      return to_markdown(edition);
    case Form::kText:
      return to_text(edition);
    case Form::kHtml:
      return to_html(edition);
    case Form::kHtmlArticles:
      return to_html_articles(edition);
    case Form::kEpub:
      return to_epub(edition);
    case Form::kWhole:
      return to_json(edition, -1, SourceText::kWith);
  }
  return {};
}

std::string file_name_of(const Edition& edition) {
  std::string name;
  for (const char c : well_formed(edition.title)) {
    const bool odd = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
                     std::string_view("\\/:*?\"<>|.").find(c) != std::string_view::npos;
    if (!odd)
      name += c;
    else if (!name.empty() && name.back() != ' ')
      name += ' ';
  }
  // 60 bytes, cut between characters.
  if (name.size() > 60) {
    size_t end = 60;
    while (end > 0 && is_trail_byte(name[end])) --end;
    name.resize(end);
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  name.erase(0, name.find_first_not_of(' '));
  if (is_iso_date(edition.date)) name += (name.empty() ? "" : " ") + edition.date;
  return name.empty() ? "edition" : name;
}

}  // namespace broadsheet
