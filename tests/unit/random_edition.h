// Editions filled with hostile text by a seed: for round trips and escaping.
#pragma once

#include <random>
#include <string>

#include "edition/edition.h"

namespace broadsheet {

// Text made of pieces that mean something to HTML, Markdown, JSON or UTF-8; without bad UTF-8 if `clean`.
inline std::string hostile_text(std::mt19937& random, bool clean) {
  static const std::string kPieces[] = {
      "<script>", "</article>", "&amp;", "&",          "\"",       "'",        "]]>",  "<!--", "-->",
      "`",        "**",         "_",     "[a](b)",     "![",       "# ",       "- ",   "1. ",  "~~~",
      "|",        "$",          "\\",    "http://x.y", "www.x",    "a@b",      "中文", "，",   "“",
      "”",        "é",          "😀",     " ",          "\t",       "\n",       "word", "2021", "===",
      "---",      ">",          "<",     "=",          "onload=x", "\xC2\xA0", "{",    "}",    "javascript:"};
  static const std::string kBad[] = {"\xFF",     "\xC0\x80", "\xED\xA0\x80",       "\xF5",
                                     "\xE4\xB8", "\x01",     std::string(1, '\0'), "\x7F"};
  std::string out;
  const size_t count = random() % 12;
  for (size_t i = 0; i < count; ++i) {
    if (!clean && random() % 4 == 0) {
      out += kBad[random() % std::size(kBad)];
    } else {
      out += kPieces[random() % std::size(kPieces)];
    }
  }
  return out;
}

// An edition whose pages hold their source text; spans lie inside it, at random.
inline Edition random_edition(unsigned seed, bool clean) {
  std::mt19937 random(seed);
  const auto text = [&] { return hostile_text(random, clean); };
  Edition edition;
  edition.title = text();
  edition.date = text();
  for (size_t p = random() % 3; p-- > 0;) {
    auto source = std::make_shared<Source>();
    source->name = text();
    for (int i = 0; i < 20; ++i) source->text += text();
    source->bytes = source->text.size();
    const auto spans = [&] {
      std::vector<Span> out;
      for (size_t i = random() % 3; i-- > 0;) {
        const auto end = static_cast<uint32_t>(random() % (source->text.size() + 1));
        out.push_back({static_cast<uint32_t>(random() % (end + 1U)), end});
      }
      return out;
    };
    Page page;
    page.language = random() % 2 ? "zh-Hans" : "";
    for (size_t a = random() % 4; a-- > 0;) {
      Article article;
      article.id = random() % 8 ? make_article_id(text(), text()) : "same";
      article.kind = static_cast<ArticleKind>(random() % 5);
      article.kicker = text();
      article.headline = text();
      article.deck = text();
      article.spans = spans();
      for (size_t i = random() % 3; i-- > 0;) {
        article.byline.push_back({text(), text(), spans()});
        article.byline.back().read = article.byline.back().role;
      }
      article.dateline = {text(), random() % 2 ? "2021-01-06" : text()};
      for (size_t i = random() % 5; i-- > 0;) {
        Block block{static_cast<BlockKind>(random() % 6), text(), spans(), {}};
        for (size_t cut = 0; cut < block.spans.size(); ++cut) {
          block.cuts.push_back(static_cast<uint32_t>(random() % (block.text.size() + 1)));
        }
        article.blocks.push_back(block);
      }
      for (size_t i = random() % 3; i-- > 0;) {
        article.repairs.push_back({static_cast<RepairKind>(random() % 8),
                                   static_cast<double>(random() % 1001) / 1000,
                                   {static_cast<uint32_t>(random() % (source->text.size() + 1))},
                                   text(),
                                   static_cast<Evidence>(random() % kEvidenceCount)});
      }
      article.continues = random() % 3 ? "" : text();
      page.articles.push_back(article);
    }
    for (size_t i = random() % 3; i-- > 0;) page.furniture.push_back({text(), text(), spans()});
    for (size_t i = random() % 3; i-- > 0;)
      page.duplicates.push_back({text(), spans(), text(), static_cast<int>(random() % 4) - 1});
    for (size_t i = random() % 3; i-- > 0;) page.unplaced.push_back({text(), spans()});
    page.source = source;
    edition.pages.push_back(page);
  }
  return edition;
}

}  // namespace broadsheet
