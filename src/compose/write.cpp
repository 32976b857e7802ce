#include "compose/write.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "compose/account.h"
#include "compose/heads.h"
#include "compose/hyphen_en.h"
#include "compose/names.h"
#include "compose/ocr_zh.h"
#include "text/fold.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

BlockKind kind_of(Role role, Apart form) {
  switch (role) {
    case Role::kSubhead:
      return BlockKind::kSubhead;
    case Role::kCaption:
      return BlockKind::kCaption;
    case Role::kCredit:
      return BlockKind::kCredit;
    default:
      return form == Apart::kNo      ? BlockKind::kParagraph
             : form == Apart::kQuote ? BlockKind::kQuote
                                     : BlockKind::kList;
  }
}

void add_spans(std::vector<Span>& to, const std::vector<Span>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void add_text(const Sheet& sheet, Block& block, const Piece& piece) {
  const std::vector<Span> spans = spans_of(sheet, piece);
  if (!block.text.empty() && sets_blanks(sheet.script)) {
    const bool divided = piece.previous >= 0 && block.text.back() == '-' &&
                         mends_hyphen(sheet.pieces[static_cast<size_t>(piece.previous)], piece);
    if (divided) {
      block.text.pop_back();
    } else {
      block.text += ' ';
    }
  }
  const auto base = static_cast<uint32_t>(block.text.size());
  std::vector<uint32_t> places;
  const size_t runs = spans.size() - piece.marks.size();
  // A single run begins where the piece does.
  const bool whole = runs == 1 && piece.text.front() != U' ';
  const std::string text = shown(sheet, piece, whole ? nullptr : &places);
  block.cuts.reserve(block.cuts.size() + spans.size());
  // Each unbroken run of the source begins with one of the characters; the marks behind them have no words.
  if (whole) block.cuts.push_back(base);
  for (size_t i = 0, run = 0; !whole && i < piece.at.size() && run < runs; ++i) {
    if (piece.text[i] == U' ' || piece.at[i] != spans[run].begin) continue;
    block.cuts.push_back(base + places[i]);
    ++run;
  }
  add_spans(block.spans, spans);
  if (block.text.empty())
    block.text = text;
  else
    block.text += text;
  block.cuts.resize(block.spans.size(), static_cast<uint32_t>(block.text.size()));
}

void write_heads(const Sheet& sheet, const Story& story, Article& article) {
  std::vector<HeadLine> lines;
  for (size_t k = 0; k < story.heads.size(); ++k) {
    const size_t i = story.heads[k];
    const Piece& piece = sheet.pieces[i];
    add_spans(article.spans, spans_of(sheet, piece));
    // The lines of one head, parted to see whether they are of two (head_rows_zh.h).
    if (k > 0 && story.heads[k - 1] + 1 == i && sheet.pieces[i - 1].fragment == piece.fragment)
      lines.back().text += shown(sheet, piece);
    else
      lines.push_back({shown(sheet, piece), begins_block(sheet, i)});
  }
  Heads heads = tell_heads_apart(lines, sheet.tongue);
  article.kicker = std::move(heads.kicker);
  article.headline = std::move(heads.headline);
  article.deck = std::move(heads.deck);
}

std::vector<Byline> names_of(const Sheet& sheet, std::u32string_view text, bool whole_line) {
  std::vector<Byline> names;
  switch (sheet.tongue) {
    case Tongue::kChinese:
      names = names_zh(text, whole_line);
      if (sheet.ocr) mend_ocr_names_zh(names);
      break;
    case Tongue::kEnglish:
      names = names_en(text, whole_line);
      break;
    case Tongue::kOther:
      if (whole_line) names = names_other(text);
      break;
  }
  return names;
}

void write_byline(const Sheet& sheet, const Piece& piece, Article& article) {
  std::vector<Byline> names = names_of(sheet, piece.text, true);
  if (names.empty()) names.push_back({shown(sheet, piece), "", {}});
  names[0].spans = spans_of(sheet, piece);
  if (names[0].name.empty() && !article.byline.empty()) {  // only a post: that of the name before it
    Byline& before = article.byline.back();
    if (before.role.empty()) before.role = names[0].role;
    add_spans(before.spans, names[0].spans);
    return;
  }
  article.byline.insert(article.byline.end(), names.begin(), names.end());
}

// Names in the lead: the paragraph keeps its words. False where there are none.
bool add_names(const Sheet& sheet, std::u32string_view text, Article& article) {
  std::vector<Byline> names = names_of(sheet, text, false);
  for (Byline& byline : names) article.byline.push_back(std::move(byline));
  return !names.empty();
}

// The names of a page in traditional hanzi were read in simplified ones: as the page has them.
void restore_names(const Sheet& sheet, Article& article) {
  const auto bare = [](std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size();) {
      const char32_t c = next_code_point(text, i);
      if (!is_space(c)) append_utf8(out, c);
    }
    return out;
  };
  const auto restore = [](std::string& name, const std::string& printed, const std::string& read) {
    const size_t at = name.empty() ? std::string::npos : read.find(name);
    if (at != std::string::npos) name = printed.substr(at, name.size());
  };
  constexpr size_t kLongestLead = 200;  // bytes in which the names of a lead stand
  std::string lines;
  for (const Byline& byline : article.byline) {
    for (const Span& span : byline.spans)
      lines += std::string_view(sheet.printed->text).substr(span.begin, span.end - span.begin);
  }
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph) lines += std::string_view(block.text).substr(0, kLongestLead);
  }
  const std::string printed = bare(lines);
  const std::string read = simplified(printed);
  for (Byline& byline : article.byline) {
    restore(byline.name, printed, read);
    restore(byline.role, printed, read);
  }
}

Article write_article(const Sheet& sheet, const Story& story, std::vector<int>& block_of) {
  Article article;
  write_heads(sheet, story, article);
  const std::set<size_t> mine(story.body.begin(), story.body.end());
  // A picture's words stand behind the text: where a dump has them says only where a column ended.
  std::vector<size_t> body = story.body;
  std::stable_partition(body.begin(), body.end(), [&](size_t i) {
    return sheet.pieces[i].role != Role::kCaption && sheet.pieces[i].role != Role::kCredit;
  });
  std::u32string lead;  // of a paragraph that goes on in another piece, which may have the rest of the names
  int lead_block = -1;
  for (size_t i : body) {
    const Piece& piece = sheet.pieces[i];
    if (piece.role == Role::kByline || piece.role == Role::kSignature) {
      write_byline(sheet, piece, article);
      continue;
    }
    const int before = piece.previous >= 0 ? block_of[static_cast<size_t>(piece.previous)] : -1;
    if ((piece.role == Role::kParagraph || piece.role == Role::kCaption) && before >= 0 &&
        mine.count(static_cast<size_t>(piece.previous)) > 0) {
      add_text(sheet, article.blocks[static_cast<size_t>(before)], piece);
      block_of[i] = before;
      if (before == lead_block) {
        add_names(sheet, lead += piece.text, article);
        lead_block = -1;
      }
      continue;
    }
    article.blocks.emplace_back();
    article.blocks.back().kind = kind_of(piece.role, sheet.reading.fragments[piece.fragment].apart);
    add_text(sheet, article.blocks.back(), piece);
    block_of[i] = static_cast<int>(article.blocks.size()) - 1;
    if (piece.role != Role::kParagraph || add_names(sheet, piece.text, article)) continue;
    // No more than its first piece may be: long texts are not asked again and again.
    constexpr size_t kLongestLead = 40;
    if (piece.text.size() > kLongestLead) continue;
    lead = piece.text;
    lead_block = block_of[i];
  }
  if (sheet.printed != sheet.source) restore_names(sheet, article);
  for (size_t i : story.body) {
    if (sheet.pieces[i].picture && article.blocks.size() <= 2) article.kind = ArticleKind::kPhoto;
  }
  std::string first;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    first = block.text;
    break;
  }
  article.id = make_article_id(article.headline, first);
  return article;
}

}  // namespace

Page write_page(const Sheet& sheet) {
  Page page;
  page.source = sheet.printed;
  page.language = sheet.tongue == Tongue::kEnglish ? "en"
                  : sheet.printed != sheet.source  ? "zh-Hant"
                                                   : language_of(sheet.script);
  std::vector<int> block_of(sheet.pieces.size(), -1);
  std::vector<int> story_of(sheet.pieces.size(), -1);
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].heads) story_of[i] = static_cast<int>(s);
    for (size_t i : sheet.stories[s].body) story_of[i] = static_cast<int>(s);
    page.articles.push_back(write_article(sheet, sheet.stories[s], block_of));
  }
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (story_of[i] >= 0) continue;
    const Piece& piece = sheet.pieces[i];
    const std::vector<Span> spans = spans_of(sheet, piece);
    if (spans.empty()) continue;
    if (piece.role == Role::kDuplicate) {
      Duplicate duplicate{shown(sheet, piece), spans, "", -1};
      if (piece.copy_of >= 0 && story_of[static_cast<size_t>(piece.copy_of)] >= 0) {
        duplicate.article =
            page.articles[static_cast<size_t>(story_of[static_cast<size_t>(piece.copy_of)])].id;
        duplicate.block = block_of[static_cast<size_t>(piece.copy_of)];
      }
      page.duplicates.push_back(std::move(duplicate));
    } else if (piece.role == Role::kFurniture || piece.role == Role::kAdvertisement ||
               piece.role == Role::kJump) {
      const Fragment& fragment = sheet.reading.fragments[piece.fragment];
      std::string kind = piece.role == Role::kAdvertisement ? "advertisement" : piece.furniture;
      if (kind.empty()) kind = piece.role == Role::kJump ? "jump" : fragment.rule ? "rule" : "other";
      page.furniture.push_back({kind, shown(sheet, piece), spans});
    } else {
      page.unplaced.push_back({shown(sheet, piece), spans});
    }
  }
  place_the_rest(page);
  return page;
}

}  // namespace broadsheet
