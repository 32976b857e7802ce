#include "edition/edition.h"

namespace broadsheet {

namespace {

// FNV-1a, 64 bit (Fowler, Noll, Vo): small, and the same on every machine for ever.
uint64_t fnv1a(const std::string& text, uint64_t hash) {
  for (unsigned char byte : text) {
    hash ^= byte;
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace

int shown_number(const Edition& edition, size_t page) {
  const int printed = edition.pages[page].number;
  return printed > 0 ? printed : static_cast<int>(page) + 1;
}

std::string make_article_id(const std::string& headline, const std::string& first_paragraph) {
  static const char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  uint64_t hash = fnv1a(headline, 0xcbf29ce484222325ULL);
  hash = fnv1a(std::string(1, '\0'), hash);
  hash = fnv1a(first_paragraph, hash);
  std::string id(8, '0');
  for (char& letter : id) {
    letter = kDigits[hash % 36];
    hash /= 36;
  }
  return id;
}

std::string make_edition_id(const Edition& edition) {
  std::string id;
  for (const Page& page : edition.pages) {
    if (page.source) id = make_article_id(id.append(page.source->name), page.source->text);
    // A dump that did not bring its text is known by its articles.
    if (page.source && !page.source->text.empty()) continue;
    for (const Article& article : page.articles) id = make_article_id(id, article.id);
  }
  return id;
}

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kSubhead:
      return "subhead";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kCredit:
      return "credit";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kList:
      return "list";
  }
  return "paragraph";
}

const char* name_of(RepairKind kind) {
  switch (kind) {
    case RepairKind::kJoin:
      return "join";
    case RepairKind::kMove:
      return "move";
    case RepairKind::kSplit:
      return "split";
    case RepairKind::kDuplicate:
      return "duplicate";
    case RepairKind::kCaption:
      return "caption";
    case RepairKind::kFurniture:
      return "furniture";
    case RepairKind::kHyphen:
      return "hyphen";
    case RepairKind::kLetter:
      return "letter";
  }
  return "join";
}

const char* name_of(ArticleKind kind) {
  switch (kind) {
    case ArticleKind::kArticle:
      return "article";
    case ArticleKind::kPhoto:
      return "photo";
    case ArticleKind::kBrief:
      return "brief";
    case ArticleKind::kNotice:
      return "notice";
    case ArticleKind::kContinued:
      return "continued";
  }
  return "article";
}

const char* name_of(Evidence evidence) {
  static const char* const kNames[kEvidenceCount] = {"told",    "hyphen",  "turn",    "next", "further",
                                                     "earlier", "caption", "strayed", "copy", "misread"};
  return kNames[static_cast<int>(evidence)];
}

const char* say_evidence(Evidence evidence) {
  static const char* const kSaid[kEvidenceCount] = {
      "",
      "a word divided at a line's end",
      "the next column goes on in mid-sentence",
      "the sentence is left open and goes on in the next passage",
      "the sentence is left open; of all passages further on this one continues it best",
      "the sentence is left open; a passage that stands earlier in the dump continues it best",
      "a picture's caption stood between two parts of a sentence",
      "the passage stood before the text that it goes on from; its words are those of this story",
      "the same words stand elsewhere on the page",
      "the name's first character is no family name, but what an OCR engine makes of one"};
  return kSaid[static_cast<int>(evidence)];
}

}  // namespace broadsheet
