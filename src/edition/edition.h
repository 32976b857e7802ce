// What every room shares: Edition > Page > Article > Block > Span, and Repair.
//
// These are plain values. `compose` fills them, `search`, `view` and the exporters read them, edition/json.h
// prints and reads them as broadsheet-1. All offsets are byte offsets into Source::text (UTF-8);
// json.h turns them into offsets into the bytes as they were given.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace broadsheet {

// [begin, end) in bytes of Source::text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

enum class BlockKind { kParagraph, kSubhead, kCaption, kCredit, kQuote, kList };

// Text as a reader should see it, and where it came from, in reading order.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;
  std::vector<Span> spans;
  // For each span the byte offset in `text` at which its words begin: where a join mark is drawn.
  std::vector<uint32_t> cuts;
};

struct Byline {
  std::string name;
  std::string role;         // 本报记者, 通讯员, "Staff Writer"; empty where the page says none
  std::vector<Span> spans;  // empty where the name stands inside a paragraph that keeps its words
  std::string read{};       // what the dump has, where that is no name and was mended
};

struct Dateline {
  std::string place;
  std::string date;  // ISO 8601 (2021-01-06), or as printed where it cannot be read as a date
};

// What a repair rests on, so that every interface can say it in its own words. kTold: only `why` knows.
enum class Evidence {
  kTold,
  kHyphen,   // a word divided at a line's end
  kTurn,     // the next column goes on in mid-sentence
  kNext,     // an open sentence goes on in the next passage
  kFurther,  // in one further on
  kEarlier,  // in one that stands before it
  kCaption,  // a caption stood between two parts of a sentence
  kStrayed,  // a passage stood before the text that it goes on from
  kCopy,     // the same words stand elsewhere on the page
  kMisread,  // a name's first hanzi is no family name, but what an OCR engine makes of one
};
inline constexpr int kEvidenceCount = 10;

enum class RepairKind { kJoin, kMove, kSplit, kDuplicate, kCaption, kFurniture, kHyphen, kLetter };

// One decision of the parser that changed the order or the extent of the text.
struct Repair {
  RepairKind kind = RepairKind::kJoin;
  double confidence = 0;  // probability in [0, 1] that the decision is right
  std::vector<uint32_t>
      at;           // byte offsets in Source::text; a join has two: end of one part, begin of the next
  std::string why;  // the evidence, one line of English; see say_evidence
  Evidence evidence = Evidence::kTold;
};

enum class ArticleKind { kArticle, kPhoto, kBrief, kNotice, kContinued };

struct Article {
  std::string id;  // 8 letters or digits, from the head and the first paragraph (see make_article_id)
  ArticleKind kind = ArticleKind::kArticle;
  std::string kicker;       // 引题
  std::string headline;     // 主题, printed lines joined by one space
  std::string deck;         // 副题
  std::vector<Span> spans;  // where kicker, headline and deck stand
  std::vector<Byline> byline;
  Dateline dateline;
  std::vector<Block> blocks;
  std::vector<Repair> repairs;
  std::string continues;  // id of the article that goes on from here; empty where none does
};

struct Furniture {
  std::string kind;  // folio, masthead, date, section, editor, telephone, advertisement, refusal, rule, other
  std::string text;
  std::vector<Span> spans;
};

struct Duplicate {
  std::string text;
  std::vector<Span> spans;
  std::string article;  // id of the article that keeps the words
  int block = -1;       // index in Article::blocks; -1 where not one block alone
};

struct Unplaced {
  std::string text;
  std::vector<Span> spans;
};

// A dump as it came, and the same as UTF-8.
struct Source {
  std::string name;
  std::string format = "text";     // text, layout, ocr, markdown, …: what src/read took it for
  std::string encoding = "utf-8";  // utf-8, gb18030, utf-16le, utf-16be
  uint64_t bytes = 0;              // size as given
  std::string text;  // UTF-8. For utf-8 input these are the very bytes, BOM and bad bytes included
  std::vector<uint32_t>
      origin;  // offset in the given bytes of each byte of `text` (and one past); empty: the same
};

struct Page {
  std::shared_ptr<const Source> source;
  std::string language;  // BCP 47 of most of the page: zh-Hans, zh-Hant, en, …
  int number = 0;        // as the paper prints it; 0 where no line says it
  std::vector<Article> articles;
  std::vector<Furniture> furniture;
  std::vector<Duplicate> duplicates;
  std::vector<Unplaced> unplaced;
};

struct Edition {
  std::string title;  // the paper's name where a page says it
  std::string date;   // ISO 8601 where a page says it
  std::vector<Page> pages;
};

// The number that a reader knows the page by: the printed one, else its place in the edition, from 1.
int shown_number(const Edition& edition, size_t page);

// The stable id: eight characters of [0-9a-z], from the headline and the first paragraph's text.
std::string make_article_id(const std::string& headline, const std::string& first_paragraph);

// The same for the same dumps in the same order, however they are parsed or corrected. What is remembered of
// an edition stands under it.
std::string make_edition_id(const Edition& edition);

// The names that broadsheet-1 uses: "paragraph", "join", "photo".
const char* name_of(BlockKind kind);
const char* name_of(RepairKind kind);
const char* name_of(ArticleKind kind);
const char* name_of(Evidence evidence);
// The evidence as one line of English, for Repair::why.
const char* say_evidence(Evidence evidence);

}  // namespace broadsheet
