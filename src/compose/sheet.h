// One page while it is composed. The four steps work on it in turn:
//
//     Sheet sheet = lay_out(source, reading);   // Fragments as Pieces
//     label(sheet);                             // what each piece is:      label.h
//     stitch(sheet);                            // which piece goes on where: stitch.h
//     assemble(sheet);                          // stories of pieces:        assemble.h
//     Page page = write_page(sheet);            // the same as broadsheet-1 has it: write.h
//     explain(sheet, page);                     // repairs with confidences: explain.h
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "read/fragment.h"
#include "text/page_words.h"
#include "text/script.h"

namespace broadsheet {

enum class Role {
  kHeadline,  // kicker, headline or deck: assemble tells them apart by their order
  kByline,
  kParagraph,
  kSubhead,
  kCaption,
  kCredit,
  kSignature,  // a name that closes a story
  kJump,       // 下转3版, "Continued on page 4"
  kFurniture,
  kAdvertisement,
  kDuplicate,
  kCount
};
inline constexpr size_t kRoles = static_cast<size_t>(Role::kCount);
const char* name_of(Role role);

// kOther: a language of a spaced script that has no tables here; its lines are looked at by their shape.
enum class Tongue { kChinese, kEnglish, kOther };

// A run of text that is placed as a whole. Characters are folded (half width, hanzi for radicals) for
// evidence; what is shown is made from the source again.
struct Piece {
  std::u32string text;
  std::vector<uint32_t> at;  // byte offset in the source of each character; of a blank that stands for a line
                             // break: of the break
  std::vector<Span> marks;   // bytes without words that go where the piece goes
  size_t fragment = 0;       // index in Reading::fragments
  std::array<float, kRoles> score{};  // log-odds of the roles, not normalised
  Role role = Role::kParagraph;
  float certainty = 1;      // probability of `role`
  std::string furniture;    // kind of furniture where role is kFurniture
  bool open_start = false;  // in mid-sentence at its begin / its end
  bool open_end = false;
  std::optional<float> starts;  // log-odds that it begins in mid-sentence, as stitch found them
  int previous = -1;  // the piece that this one goes on from / that goes on from this one, in one paragraph
  int next = -1;
  float link = 0;             // log-odds of the join with `next`
  bool reordered = false;     // order.h joined it with `next`, and its log-odds are of another scale
  bool over_columns = false;  // of an OCR dump: a line wider than the columns before and behind it
  bool late = false;     // of an OCR dump: a head in the middle of its story, if columns are read as strips
  bool picture = false;  // the text of a picture with its credit: a story of its own where no story goes on
  bool closes = false;   // a note that only ends a story: nothing but a name may follow
  bool loop = false;     // says again and again what the piece before it says
  int chain = -1;        // index in Sheet::chains, for paragraphs and sub-heads
  int copy_of = -1;      // kDuplicate: the piece that keeps the words
};

// An article under composition. Each piece stands in at most one story.
struct Story {
  std::vector<size_t> heads;  // in printed order
  bool in_row = false;        // the dump has heads of several stories in a row, and this is one of them
  bool in_long_row = false;   // in a row of more lines than one story has, as where all heads stand together
  bool floating = false;      // its head stands elsewhere: floating.h
  bool exchanged = false;     // it has the head of another
  std::vector<size_t> body;  // everything else, in reading order: bylines, paragraphs, sub-heads, captions, …
  bool alone = false;        // no other text goes to it: it is a picture with its words
};

class Topics;
struct LineLook;

struct Sheet {
  std::shared_ptr<const Source> source;   // what is read
  std::shared_ptr<const Source> printed;  // what is shown: of a page in traditional hanzi another, byte for
                                          // byte in the same places
  Reading reading;
  Tongue tongue = Tongue::kChinese;
  Script script = Script::kHan;
  std::vector<Piece> pieces;                // in the order of the dump
  std::vector<std::vector<size_t>> chains;  // pieces of one story in reading order, as stitch found them
  std::vector<Story> stories;
  bool ocr = false;      // an OCR engine read the page: marks are half-width with a blank behind, some wrong
  bool ordered = false;  // columns follow one another in the dump: what goes on does so in the next piece
  bool strips = false;   // columns run over the feet of stories: strips.h
  std::shared_ptr<const Topics> topics;                // what the pieces are about; made by stitch
  PageWords words{0};                                  // of all pieces; filled by stitch
  std::shared_ptr<const std::vector<LineLook>> looks;  // of all pieces of an English page; made by label
};

Sheet lay_out(std::shared_ptr<const Source> source, Reading reading);

// The Markdown level of a piece, 1 to 6; 0 where it is no head, or the format has none.
int heading_of(const Sheet& sheet, size_t piece);

// Were columns of the page printed row by row into each other, and taken apart again?
bool is_tangled(const Sheet& sheet);

// Does the piece begin what the dump sets apart by a blank line, as the tops of columns are?
bool begins_block(const Sheet& sheet, size_t piece);

// Cuts pieces, each before character `second`; `cuts` is in rising order. The parts stand one behind the
// other, marks go with the part they touch.
void split_pieces(Sheet& sheet, const std::vector<std::pair<size_t, size_t>>& cuts);

// The spans of a piece (marks included), in order of the source, one for each unbroken run.
std::vector<Span> spans_of(const Sheet& sheet, const Piece& piece);

// What a reader should see of the piece: width of punctuation set right for the page's language. `places`
// gets the byte of the answer at which each character of the piece stands.
std::string shown(const Sheet& sheet, const Piece& piece, std::vector<uint32_t>* places = nullptr);

}  // namespace broadsheet
