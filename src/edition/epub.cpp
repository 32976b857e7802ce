// EPUB 3.2: a navigation document, a file of XHTML an article, nothing from outside. The same edition gives
// the same bytes.
#include <unordered_map>

#include "edition/export.h"
#include "edition/zip.h"

namespace broadsheet {

namespace {

constexpr size_t kMostFiles = 60000;  // a ZIP has room for 65,535

constexpr const char* kContainer =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n"
    "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n"
    "</rootfiles>\n</container>\n";

constexpr const char* kBookStyle =
    "body { line-height: 1.7; }\n"
    "h1, h2, h3 { line-height: 1.3; }\n"
    ".kicker, .deck, .byline, figcaption { font-size: .875em; margin: .5em 0; }\n"
    "article p { margin: 0; text-indent: 2em; text-align: justify; }\n"
    "header p, figure p, footer p { text-indent: 0; }\n"
    "figure { margin: 1em 0; }\n";

// XML has no U+FFFE and U+FFFF; HTML, which `text` is, has.
std::string for_xml(std::string text) {
  for (size_t at = 0; (at = text.find("\xEF\xBF", at)) != std::string::npos; at += 3)
    if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xBE) text[at + 2] = '\xBD';
  return text;
}

std::string xml_text(std::string_view text) {
  return for_xml(escape_html(text));
}

std::string xhtml(const std::string& language, const std::string& title, const std::string& body) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"";
  if (!language.empty())
    out += " lang=\"" + xml_text(language) + "\" xml:lang=\"" + xml_text(language) + "\"";
  out += ">\n<head>\n<title>" + xml_text(title) + "</title>\n";
  return out + "<link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n</head>\n<body>\n" + body +
         "</body>\n</html>\n";
}

}  // namespace

std::string to_epub(const Edition& edition) {
  std::string language;
  size_t articles = 0;
  std::unordered_map<std::string, size_t> number_of;  // the first article of an id
  for (const Page& page : edition.pages) {
    if (language.empty()) language = page.language;
    for (const Article& article : page.articles) number_of.emplace(article.id, ++articles);
  }
  const size_t together = articles / kMostFiles + 1;
  const auto file_of = [&](size_t number) {
    return "story-" + std::to_string((number - 1) / together + 1) + ".xhtml";
  };
  const auto link_to = [&](size_t number) { return file_of(number) + "#a-" + std::to_string(number); };

  const std::string title = title_of(edition);
  Zip zip;
  zip.add("mimetype", "application/epub+zip");
  zip.add("META-INF/container.xml", kContainer);
  std::string contents, manifest, spine, body, file_language, file_title;
  size_t number = 0;
  for (const Page& page : edition.pages) {
    for (const Article& article : page.articles) {
      ++number;
      const std::string name = name_in_contents(article);
      contents += "<li><a href=\"" + link_to(number) + "\">" + xml_text(name) + "</a></li>\n";
      if (body.empty()) {
        file_language = page.language;
        file_title = name;
      }
      // Ids of the edition may be anything and may stand twice: here they are numbers.
      Article plain = article;
      plain.id = std::to_string(number);
      plain.continues.clear();
      body += to_html_article(plain);
      const auto next = number_of.find(article.continues);
      if (!article.continues.empty() && next != number_of.end())
        body += "<p><a href=\"" + link_to(next->second) + "\">→</a></p>\n";
      if (number % together != 0 && number != articles) continue;
      const std::string file = file_of(number), id = "s" + std::to_string((number - 1) / together + 1);
      zip.add("EPUB/" + file, xhtml(file_language, file_title, for_xml(std::move(body))));
      body.clear();
      manifest.append("<item id=\"").append(id).append("\" href=\"").append(file);
      manifest += "\" media-type=\"application/xhtml+xml\"/>\n";
      spine += "<itemref idref=\"" + id + "\"/>\n";
    }
  }
  // A list of contents must have something in it.
  if (contents.empty()) contents = "<li><a href=\"nav.xhtml\">" + xml_text(title) + "</a></li>\n";
  zip.add("EPUB/nav.xhtml",
          xhtml(language, title,
                "<h1>" + xml_text(title) + "</h1>\n<nav epub:type=\"toc\" id=\"toc\">\n<ol>\n" + contents +
                    "</ol>\n</nav>\n"));
  zip.add("EPUB/book.css", kBookStyle);
  // The date of the edition stands for that of the file, so that the file depends on nothing else.
  const std::string day = is_iso_date(edition.date) ? edition.date : "2000-01-01";
  zip.add(
      "EPUB/package.opf",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" "
      "version=\"3.0\" "
      "unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<dc:identifier id=\"id\">urn:broadsheet:" +
          make_edition_id(edition) + "</dc:identifier>\n<dc:title>" + xml_text(title) +
          "</dc:title>\n<dc:language>" + (language.empty() ? "und" : xml_text(language)) +
          "</dc:language>\n<meta property=\"dcterms:modified\">" + day + "T00:00:00Z</meta>\n</metadata>\n" +
          "<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
          "properties=\"nav\"/>\n<item id=\"css\" href=\"book.css\" media-type=\"text/css\"/>\n" +
          manifest + "</manifest>\n<spine>\n<itemref idref=\"nav\"/>\n" + spine + "</spine>\n</package>\n");
  return zip.finish();
}

}  // namespace broadsheet
