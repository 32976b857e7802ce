// Columns side by side in one text grid, as `pdftotext -layout` prints them: cut (grid.h), put in reading
// order (regions.h), and given paragraph by paragraph.
#include <algorithm>
#include <array>
#include <string_view>

#include "read/ablation.h"
#include "read/bands.h"
#include "read/divided_names.h"
#include "read/gap_captions.h"
#include "read/grid.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/printed_en.h"
#include "read/reader.h"
#include "read/regions.h"

namespace broadsheet {

namespace {

constexpr int kApart = 4;           // rows
constexpr int kSlip = 3;            // cells by which a block may begin before a column
constexpr size_t kMostAbove = 400;  // pieces among which what stands above a block is looked for
constexpr int kDeep = 12;           // cells before a line, from where on it is in no first column
constexpr int kDeepest = 128;       // pairs of cells that are told apart
constexpr int kOften = 4;           // lines that begin there
constexpr double kCredit = 8;       // ems of a photographer's name by itself

class GridReader : public Reader {
 public:
  const char* format() const override { return "layout"; }

  // Lines with a gap of blanks inside are many (more of them where sentences may stand two blanks apart), and
  // words after such gaps begin at the same cells again and again. Some tools give each line of a column a
  // row of its own, level with none beside it: then only what stands before it tells that it is no first
  // column.
  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    int printed = 0;
    int gapped = 0;
    int deep = 0;
    std::array<int, kDeepest> at{};
    for (const SourceLine& line : lines) {
      if (line.blank()) continue;
      ++printed;
      std::string_view words(source.text.data() + line.words.begin, line.words.end - line.words.begin);
      if (words.find("  ") != std::string_view::npos) {
        ++gapped;
      } else if (line.indent >= kDeep) {
        ++deep;
        ++at[static_cast<size_t>(std::min(line.indent, 2 * kDeepest - 1) / 2)];
      }
    }
    if (std::count_if(at.begin(), at.end(), [](int n) { return n >= kOften; }) >= 2) gapped += deep;
    if (without(Step::kGrid) || printed < 6 || gapped * 5 < printed) return 0;
    if (gapped * 3 < printed && is_spaced(source.text)) return 0;
    return .85 + .1 * gapped / printed;
  }

  Reading read(const Source& source, const std::vector<SourceLine>&) const override {
    Reading reading;
    reading.printed = true;
    Grid grid = cut_grid(source.text, goes_on);
    const JoinScore join_score = goes_on;
    keep_divided_names(grid, source.text);
    part_bands(grid, source.text, LineSeams(grid, source.text, join_score, false), join_score);
    LineSeams seams(grid, source.text, join_score);
    const std::vector<Strip> strips = order_strips(grid, seams);
    const bool spaced = is_spaced(source.text);
    if (spaced && grid.uprights.empty()) return read_printed_en(source, lines_in(strips, grid));
    int region = 0;
    bool continues = false;      // after a picture's words
    std::vector<Aside> pending;  // words of pictures whose paragraph is not at its end
    std::vector<int> editors;    // lines of them, which stand in no column
    int foot = -1;               // last line of the column before, in the same story
    const std::vector<std::vector<size_t>> blocks = blocks_behind(grid, strips);
    int fresh = strips.empty() ? 1 : strips.back().region + 1;  // regions of their own
    for (size_t s = 0; s < strips.size(); ++s) {
      const Strip& strip = strips[s];
      int before = -1;
      std::vector<GapCaption> captions;
      if (!strip.head && !spaced) captions = gap_captions(strip.pieces, grid, seams, join_score);
      if (strip.region != region || strip.head) foot = -1;
      size_t next_caption = 0;
      for (size_t k = 0; k < strip.pieces.size(); ++k) {
        // One may begin where another ends.
        while (next_caption < captions.size() && captions[next_caption].begin == k) {
          const GapCaption& own = captions[next_caption++];
          for (; k < own.end; ++k) pending.push_back({strip.pieces[k], strip.region});
          continues = before >= 0 && !seams.look(before).terminal && k < strip.pieces.size() &&
                      !seams.look(strip.pieces[k]).set_in;
        }
        if (k == strip.pieces.size()) break;
        const int i = strip.pieces[k];
        if (names_editors(seams.words(i))) {
          editors.push_back(i);
          continue;
        }
        const PieceLook& look = seams.look(i);
        bool goes = before >= 0 && (continues || goes_down(grid, seams, before, i, strip.head));
        continues = false;
        if (before < 0 && foot >= 0 && goes_over(seams, foot, i)) {
          goes = true;
          Fragment& open = reading.fragments.back();
          open.turns.push_back({open.lines.size(), static_cast<float>(seams.over(foot, i))});
        }
        if (!goes) {
          set_captions(pending, grid, seams, reading);
          Fragment fragment;
          fragment.blank_before = before < 0 ? 1 : 0;
          fragment.measure = static_cast<float>(2 * grid.measure);
          fragment.indented = look.set_in;
          fragment.margin = strip.margin;
          fragment.in_head = strip.head && !strip.margin && look.headish && !look.byline;
          fragment.starts_full = look.flush && !look.headish;
          fragment.place = place_of(grid, i, strip.region);
          if (strip.region != region && !reading.fragments.empty()) reading.fragments.back().blank_after = 2;
          if (strip.region != region) fragment.blank_before = 2;
          region = strip.region;
          reading.fragments.push_back(std::move(fragment));
        }
        Fragment& fragment = reading.fragments.back();
        const GridPiece& piece = grid.pieces[static_cast<size_t>(i)];
        if (piece.upright >= 0) {
          fragment.lines = grid.uprights[static_cast<size_t>(piece.upright)].letters;
          fragment.heading = 1;
        } else {
          fragment.lines.push_back(piece.span);
        }
        fragment.ends_full = look.full && !look.headish;
        fragment.place->height = static_cast<float>(piece.row) + 1 - fragment.place->y;
        before = i;
      }
      if (!strip.head) foot = before;
      if (!reading.fragments.empty())
        reading.fragments.back().blank_after = std::max(1, reading.fragments.back().blank_after);
      if (blocks[s].empty()) continue;
      set_captions(pending, grid, seams, reading);
      add_blocks(grid, blocks[s], strip, fresh, reading);
      foot = -1;
      region = -1;
    }
    set_captions(pending, grid, seams, reading);
    add_blocks(grid, blocks.back(), {}, fresh, reading);
    for (int i : editors) {
      Fragment fragment;
      fragment.blank_before = fragment.blank_after = 2;
      fragment.lines.push_back(grid.pieces[static_cast<size_t>(i)].span);
      fragment.measure = static_cast<float>(2 * grid.measure);
      fragment.margin = true;
      fragment.place = place_of(grid, i, 0);
      reading.fragments.push_back(std::move(fragment));
    }
    return reading;
  }

 private:
  struct Aside {
    int piece;
    int region;
  };

  // The lines of all strips one after another, as of a dump whose columns follow one another.
  static std::vector<SourceLine> lines_in(const std::vector<Strip>& strips, const Grid& grid) {
    const auto piece = [&](int i) -> const GridPiece& { return grid.pieces[static_cast<size_t>(i)]; };
    // Where columns are not set on the same lines, the dump has lines of one between those of another.
    size_t steps = 0;
    size_t single = 0;
    for (const Strip& strip : strips) {
      for (size_t k = 1; k < strip.pieces.size(); ++k) {
        ++steps;
        single += piece(strip.pieces[k]).row - piece(strip.pieces[k - 1]).row <= 1 ? 1 : 0;
      }
    }
    const int usual = single * 8 >= steps * 7 ? 1 : 2;
    std::vector<SourceLine> lines;
    int region = 0;
    for (const Strip& strip : strips) {
      if (!lines.empty()) lines.resize(lines.size() + (strip.region == region ? 1 : 2));
      region = strip.region;
      for (size_t k = 0; k < strip.pieces.size(); ++k) {
        const GridPiece& own = piece(strip.pieces[k]);
        if (k > 0 && own.row - piece(strip.pieces[k - 1]).row > usual) lines.emplace_back();
        SourceLine line;
        line.all = line.words = own.span;
        line.cells = static_cast<int>(2 * own.width);
        line.indent = std::max(0, own.indent);
        lines.push_back(line);
      }
    }
    return lines;
  }

  // Gives the words of pictures behind the paragraph that they part; a credit is by itself.
  static void set_captions(std::vector<Aside>& pending, const Grid& grid, const LineSeams& seams,
                           Reading& reading) {
    int row = -kApart;
    for (const Aside& aside : pending) {
      const GridPiece& piece = grid.pieces[static_cast<size_t>(aside.piece)];
      const PieceLook& look = seams.look(aside.piece);
      const std::string_view words = seams.words(aside.piece);
      const bool credit =
          look.byline || begins_credit(words) || (words.ends_with("摄") && piece.width < kCredit);
      if (credit || piece.row < row || piece.row - row > kApart) {
        if (!reading.fragments.empty())
          reading.fragments.back().blank_after = std::max(1, reading.fragments.back().blank_after);
        Fragment fragment;
        fragment.blank_before = 1;
        fragment.blank_after = 1;
        fragment.caption = true;
        fragment.measure = static_cast<float>(2 * grid.measure);
        fragment.place = place_of(grid, aside.piece, aside.region);
        reading.fragments.push_back(std::move(fragment));
      }
      reading.fragments.back().lines.push_back(piece.span);
      row = piece.row;
    }
    pending.clear();
  }

  // Of each strip the blocks that are given behind it: behind the region that stands right above them. Behind
  // the last of these lists, those that nothing stands above.
  static std::vector<std::vector<size_t>> blocks_behind(const Grid& grid, const std::vector<Strip>& strips) {
    std::vector<std::vector<size_t>> out(strips.size() + 1);
    if (grid.blocks.empty()) return out;
    std::vector<size_t> strip_of(grid.pieces.size(), strips.size());
    for (size_t s = 0, end = 0; s < strips.size(); s = end) {
      while (end < strips.size() && strips[end].region == strips[s].region) ++end;
      for (size_t k = s; k < end; ++k) {
        for (int i : strips[k].pieces) strip_of[static_cast<size_t>(i)] = end - 1;
      }
    }
    for (size_t b = 0; b < grid.blocks.size(); ++b) {
      const WideBlock& block = grid.blocks[b];
      const auto row_less = [](const GridPiece& p, int row) { return p.row < row; };
      auto at = std::lower_bound(grid.pieces.begin(), grid.pieces.end(), block.top, row_less);
      size_t behind = strips.size();
      for (size_t far = 0; at != grid.pieces.begin() && far < kMostAbove; ++far) {
        --at;
        const int base = grid.bases[static_cast<size_t>(at->column)];
        if (base < block.x - kSlip || base >= block.x + static_cast<int>(block.width)) continue;
        behind = strip_of[static_cast<size_t>(at - grid.pieces.begin())];
        break;
      }
      out[behind].push_back(b);
    }
    return out;
  }

  // Each is a region of its own, unless nothing but a head stands right above it.
  static void add_blocks(const Grid& grid, const std::vector<size_t>& blocks, const Strip& above, int& fresh,
                         Reading& reading) {
    for (size_t b : blocks) {
      const WideBlock& block = grid.blocks[b];
      const bool below_head = above.head && !above.margin &&
                              block.top - grid.pieces[static_cast<size_t>(above.pieces.back())].row <= kApart;
      Place place;
      place.column =
          static_cast<int>(std::upper_bound(grid.bases.begin() + 1, grid.bases.end(), block.x + kSlip) -
                           grid.bases.begin() - 1);
      place.x = static_cast<float>(2 * block.x);
      place.y = static_cast<float>(block.top);
      place.width = static_cast<float>(2 * block.width);
      place.height = static_cast<float>(block.bottom + 1 - block.top);
      place.region = below_head ? above.region : fresh++;
      Fragment fragment;
      fragment.lines = block.lines;
      fragment.blank_before = below_head ? 1 : 2;
      fragment.blank_after = 2;
      fragment.measure = place.width;
      fragment.whole = true;
      fragment.place = place;
      if (!reading.fragments.empty())
        reading.fragments.back().blank_after =
            std::max(fragment.blank_before, reading.fragments.back().blank_after);
      reading.fragments.push_back(std::move(fragment));
    }
  }

  static bool goes_down(const Grid& grid, const LineSeams& seams, int upper, int lower, bool head) {
    const PieceLook& p = seams.look(upper);
    const PieceLook& q = seams.look(lower);
    const GridPiece& a = grid.pieces[static_cast<size_t>(upper)];
    const GridPiece& b = grid.pieces[static_cast<size_t>(lower)];
    if (head || a.upright >= 0 || b.upright >= 0) return false;
    if (q.wide && !p.wide && q.headish == p.headish && b.last_column == b.column && b.row - a.row <= 2)
      return p.full && !p.terminal;
    if (p.wide || q.wide) {  // a caption under a picture: its lines are as wide as the picture
      return p.wide && a.column == b.column && b.row - a.row <= 3 && !p.terminal;
    }
    // A sub-head too long for its line.
    if (p.headish && q.headish) return p.full && !p.byline && !q.byline && b.row - a.row == 1;
    if (p.headish || q.headish || q.set_in || q.opener) return false;
    // A picture's text stands apart from that above it.
    if (p.terminal && b.row - a.row > kApart) return false;
    return p.full;
  }

  // From the foot of a column to the head of the next, in mid-sentence.
  static bool goes_over(const LineSeams& seams, int last, int first) {
    const PieceLook& p = seams.look(last);
    const PieceLook& q = seams.look(first);
    if (!p.full || p.terminal || p.headish || p.wide || q.headish || q.wide || q.set_in || q.opener)
      return false;
    return seams.over(last, first) > 0;
  }

  static Place place_of(const Grid& grid, int i, int region) {
    const GridPiece& piece = grid.pieces[static_cast<size_t>(i)];
    Place place;
    place.column = piece.column;
    place.x = static_cast<float>(2 * piece.x);
    place.y = static_cast<float>(piece.row);
    place.width = static_cast<float>(2 * piece.width);
    place.height = 1;
    place.region = region;
    return place;
  }
};

}  // namespace

const Reader& grid_reader() {
  static const GridReader reader;
  return reader;
}

}  // namespace broadsheet
