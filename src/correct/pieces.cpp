#include "correct/pieces.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {
inline namespace corrections {

namespace {

bool is_head(const std::string& role) {
  return role == "kicker" || role == "headline" || role == "deck";
}

// The head's words without white space and widths, to see which line of the head a span holds.
std::string bare(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = fold_char(next_code_point(text, i));
    if (!is_space(c)) append_utf8(out, c);
  }
  return out;
}

// The words of the whole go to the pieces whose bytes they are.
void share_out(const Source& source, Unit& unit) {
  std::string_view rest = unit.whole;
  for (size_t i = 0; i < unit.pieces.size(); ++i) {
    Piece& piece = unit.pieces[i];
    const std::string_view bytes(source.text.data() + piece.span.begin, piece.span.end - piece.span.begin);
    size_t n = i + 1 < unit.pieces.size() ? shown_offset(bytes, rest, bytes.size()) : rest.size();
    while (n < rest.size() && rest[n] == ' ') ++n;
    piece.text = rest.substr(0, n);
    rest.remove_prefix(n);
    if (i > 0) piece.glued = unit.pieces[i - 1].span.end;
  }
}

void add_heads(const Source& source, const Article& article, std::vector<Unit>& units) {
  Unit lines[3];
  const std::string texts[3] = {article.kicker, article.headline, article.deck};
  const char* roles[3] = {"kicker", "headline", "deck"};
  std::string keys[3];
  for (int i = 0; i < 3; ++i) {
    lines[i].role = roles[i];
    lines[i].whole = texts[i];
    keys[i] = bare(texts[i]);
  }
  for (const Span& span : article.spans) {
    const std::string text = source.text.substr(span.begin, span.end - span.begin);
    const std::string key = bare(text);
    int home = 1;
    for (int i : {1, 0, 2}) {
      if (!key.empty() && keys[i].find(key) != std::string::npos) {
        home = i;
        break;
      }
    }
    lines[home].pieces.push_back({span, ""});
  }
  for (Unit& line : lines) {
    if (!line.pieces.empty()) {
      share_out(source, line);
      units.push_back(std::move(line));
    } else if (!line.whole.empty()) {
      // A head without bytes of its own (made by hand) keeps its words in an empty span.
      line.pieces.push_back({{0, 0}, line.whole});
      units.push_back(std::move(line));
    }
  }
}

// A further name of a line has no bytes of its own and follows the first; a name in a lead has none either.
void add_byline(const Source& source, const Article& article, Story& story) {
  std::string line;  // the last line of names, bare
  for (const Byline& by : article.byline) {
    if (by.spans.empty()) {
      const std::string name = bare(by.name);
      const bool on_line = !name.empty() && line.find(name) != std::string::npos;
      (on_line ? story.units.back().others : story.loose_byline).push_back(by);
      continue;
    }
    Unit unit;
    unit.role = "byline";
    unit.by = by;
    for (const Span& span : by.spans)
      unit.pieces.push_back({span, source.text.substr(span.begin, span.end - span.begin)});
    line = bare(unit.text());
    story.units.push_back(std::move(unit));
  }
}

std::vector<Piece> pieces_of(const Block& block) {
  std::vector<Piece> out;
  for (size_t i = 0; i < block.spans.size(); ++i) {
    const size_t begin = i < block.cuts.size() ? std::min<size_t>(block.cuts[i], block.text.size())
                                               : (i == 0 ? 0 : block.text.size());
    const size_t end = i + 1 < block.cuts.size() ? std::min<size_t>(block.cuts[i + 1], block.text.size())
                                                 : block.text.size();
    out.push_back({block.spans[i], end > begin ? block.text.substr(begin, end - begin) : "",
                   i > 0 ? block.spans[i - 1].end : UINT32_MAX});
  }
  return out;
}

Unit aside_unit(std::string role, const std::string& text, const std::vector<Span>& spans,
                const Source& source) {
  Unit unit;
  unit.role = std::move(role);
  unit.whole = text;
  for (const Span& span : spans) unit.pieces.push_back({span, ""});
  share_out(source, unit);
  return unit;
}

std::vector<Span> spans_of(const Unit& unit) {
  std::vector<Span> out;
  for (const Piece& piece : unit.pieces) {
    if (piece.span.end > piece.span.begin) out.push_back(piece.span);
  }
  return out;
}

BlockKind block_kind(const std::string& role) {
  for (BlockKind kind :
       {BlockKind::kSubhead, BlockKind::kCaption, BlockKind::kCredit, BlockKind::kQuote, BlockKind::kList}) {
    if (role == name_of(kind)) return kind;
  }
  return BlockKind::kParagraph;
}

// The text of pieces one after another; `cuts` gets the byte at which each begins. Where two meet that did
// not before, Latin words want a blank between them, hanzi none.
std::string text_of(const std::vector<Piece>& pieces, std::vector<uint32_t>* cuts = nullptr) {
  std::string text;
  uint32_t end = UINT32_MAX - 1;
  for (const Piece& piece : pieces) {
    if (end != piece.glued && !text.empty() && !piece.text.empty()) {
      const auto joins = [](unsigned char byte) { return byte < 0x80 && byte > ' '; };
      if (joins(static_cast<unsigned char>(text.back())) &&
          joins(static_cast<unsigned char>(piece.text.front())))
        text += ' ';
    }
    if (cuts) cuts->push_back(static_cast<uint32_t>(text.size()));
    text += piece.text;
    end = piece.span.end;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

Block make_block(const Unit& unit) {
  Block block;
  block.kind = block_kind(unit.role);
  block.text = text_of(unit.pieces, &block.cuts);
  for (const Piece& piece : unit.pieces) block.spans.push_back(piece.span);
  for (uint32_t& cut : block.cuts) cut = std::min(cut, static_cast<uint32_t>(block.text.size()));
  return block;
}

Article make_article(const Story& story) {
  Article article = story.frame;
  article.kicker.clear();
  article.headline.clear();
  article.deck.clear();
  article.spans.clear();
  article.byline = {};
  article.blocks.clear();
  for (const Unit& unit : story.units) {
    if (is_head(unit.role)) {
      std::string& line = unit.role == "kicker" ? article.kicker
                          : unit.role == "deck" ? article.deck
                                                : article.headline;
      const std::string text = unit.text();
      if (!line.empty() && !text.empty()) line += ' ';
      line += text;
      for (const Span& span : spans_of(unit)) article.spans.push_back(span);
    } else if (unit.role == "byline") {
      Byline by = unit.by;
      by.spans = spans_of(unit);
      article.byline.push_back(std::move(by));
      article.byline.insert(article.byline.end(), unit.others.begin(), unit.others.end());
    } else {
      article.blocks.push_back(make_block(unit));
    }
  }
  for (const Byline& by : story.loose_byline) article.byline.push_back(by);
  if (article.id.empty())
    article.id = make_article_id(article.headline, article.blocks.empty() ? "" : article.blocks[0].text);
  return article;
}

}  // namespace

std::string Unit::text() const {
  return whole.empty() ? text_of(pieces) : whole;
}

Pieces take_apart(const Page& page) {
  static const Source kNone;
  const Source& source = page.source ? *page.source : kNone;
  Pieces out;
  for (const Article& article : page.articles) {
    Story story;
    story.frame = article;
    add_heads(source, article, story.units);
    add_byline(source, article, story);
    for (const Block& block : article.blocks) {
      Unit unit;
      unit.role = name_of(block.kind);
      unit.pieces = pieces_of(block);
      story.units.push_back(std::move(unit));
    }
    out.stories.push_back(std::move(story));
  }
  for (const Furniture& item : page.furniture) {
    out.aside.push_back(aside_unit("furniture", item.text, item.spans, source));
    out.aside.back().kind = item.kind;
  }
  for (const Duplicate& item : page.duplicates) {
    out.aside.push_back(aside_unit("duplicate", item.text, item.spans, source));
    out.aside.back().of_article = item.article;
    out.aside.back().of_block = item.block;
  }
  for (const Unplaced& item : page.unplaced)
    out.aside.push_back(aside_unit("unplaced", item.text, item.spans, source));
  return out;
}

void put_together(const Pieces& pieces, Page& page) {
  page.articles.clear();
  page.furniture.clear();
  page.duplicates.clear();
  page.unplaced.clear();
  for (const Story& story : pieces.stories) page.articles.push_back(make_article(story));
  for (const Unit& unit : pieces.aside) {
    if (unit.role == "duplicate") {
      page.duplicates.push_back({unit.text(), spans_of(unit), unit.of_article, unit.of_block});
    } else if (unit.role == "unplaced") {
      page.unplaced.push_back({unit.text(), spans_of(unit)});
    } else {
      page.furniture.push_back(
          {unit.role == "advertisement" ? unit.role : unit.kind, unit.text(), spans_of(unit)});
    }
  }
}

std::vector<Unit>& units_of(Pieces& pieces, int story) {
  return story < 0 ? pieces.aside : pieces.stories[static_cast<size_t>(story)].units;
}

std::optional<Place> find(const Pieces& pieces, const Source& source, uint32_t at) {
  // Blanks belong to nobody: a place in blanks means the next word.
  size_t i = at;
  while (i < source.text.size()) {
    size_t next = i;
    if (!is_space(next_code_point(source.text, next))) break;
    i = next;
  }
  const auto look = [&](const std::vector<Unit>& units, int story) -> std::optional<Place> {
    for (size_t u = 0; u < units.size(); ++u) {
      for (size_t p = 0; p < units[u].pieces.size(); ++p) {
        const Span& span = units[u].pieces[p].span;
        if (span.begin <= i && i < span.end) return Place{story, u, p};
      }
    }
    return std::nullopt;
  };
  for (size_t s = 0; s < pieces.stories.size(); ++s) {
    if (auto place = look(pieces.stories[s].units, static_cast<int>(s))) return place;
  }
  return look(pieces.aside, -1);
}

bool cut(Pieces& pieces, const Source& source, uint32_t at) {
  const std::optional<Place> place = find(pieces, source, at);
  if (!place) return false;
  Unit& unit = units_of(pieces, place->story)[place->unit];
  Piece& piece = unit.pieces[place->piece];
  if (at <= piece.span.begin) return true;
  size_t split = at;  // never inside a code point
  while (split > piece.span.begin && is_trail_byte(source.text[split])) --split;
  if (split == piece.span.begin) return true;
  const std::string_view bytes(source.text.data() + piece.span.begin, piece.span.end - piece.span.begin);
  size_t shown = shown_offset(bytes, piece.text, split - piece.span.begin);
  while (shown < piece.text.size() && piece.text[shown] == ' ') ++shown;
  const auto border = static_cast<uint32_t>(split);
  Piece rest{{border, piece.span.end}, piece.text.substr(shown), border};
  piece.span.end = border;
  piece.text.resize(shown);
  unit.pieces.insert(unit.pieces.begin() + static_cast<std::ptrdiff_t>(place->piece) + 1, std::move(rest));
  return true;
}

size_t shown_offset(std::string_view source, std::string_view text, size_t offset) {
  size_t s = 0;
  size_t t = 0;
  while (s < source.size() && s < offset) {
    size_t after_s = s;
    const char32_t c = fold_char(next_code_point(source, after_s));
    if (is_space(c)) {
      s = after_s;
      continue;
    }
    size_t after_t = t;
    while (after_t < text.size()) {
      const size_t here = after_t;
      if (!is_space(next_code_point(text, after_t))) {
        after_t = here;
        break;
      }
    }
    if (after_t >= text.size()) return text.size();
    t = after_t;
    const char32_t shown = fold_char(next_code_point(text, after_t));
    if (c != shown) {
      // Left out in what is shown (a hyphen, a Markdown mark)? Then the next word of the source is what
      // stands here.
      char32_t next = 0;
      for (size_t ahead = after_s; ahead < source.size() && (next == 0 || is_space(next));)
        next = fold_char(next_code_point(source, ahead));
      const bool left_out = next == shown && c < 0x80;
      if (left_out) {
        s = after_s;
        continue;
      }
    }
    s = after_s;
    t = after_t;
  }
  return t;
}

}  // namespace corrections
}  // namespace broadsheet
