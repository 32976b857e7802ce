// An Edition in the forms that other programs read.
//
//     std::string page = to_html(edition);
//
// Every one is well-formed UTF-8 whatever the source held. Text of a document stays text: nothing in it can
// become markup, a link or code. Articles come in the order of the edition; furniture, duplicates and what
// could not be placed are not part of the articles and are left out (JSON, edition/json.h, has them).
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"

namespace broadsheet {

// CommonMark 0.31: `#` the edition, `##` an article, `###` a sub-head; a blank line between blocks.
std::string to_markdown(const Edition& edition);

// Heads, names and paragraphs, a blank line between them, a line of * * * between articles.
std::string to_text(const Edition& edition);
std::string to_text(const Article& article);

// One HTML document that needs nothing else: no script, no address outside itself, one <article> an article,
// printable.
std::string to_html(const Edition& edition);

// Only its <section> per page and <article> per article, to stand in another page's <main>. Ids are "a-" +
// Article::id.
std::string to_html_articles(const Edition& edition);
std::string to_html_article(const Article& article);

// EPUB 3: a ZIP with a list of contents and a file of XHTML an article.
std::string to_epub(const Edition& edition);

// What a document of the edition is called, and an article in its list of contents.
std::string title_of(const Edition& edition);
std::string name_in_contents(const Article& article);
bool is_iso_date(const std::string& date);

// For text between tags and inside quoted attributes alike: & < > " ' become references, control characters
// U+FFFD.
std::string escape_html(std::string_view text);

// For one line of text in a Markdown document: whatever could begin or end a construct is escaped by a
// backslash.
std::string escape_markdown(std::string_view text);

}  // namespace broadsheet
