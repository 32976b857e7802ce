#include "compose/head_rows_zh.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace broadsheet {

namespace {

// The characters of a piece at which its printed lines begin, the first left out.
void line_begins(const Sheet& sheet, size_t i, std::vector<std::pair<size_t, size_t>>& cuts) {
  const Piece& piece = sheet.pieces[i];
  const std::vector<Span>& lines = sheet.reading.fragments[piece.fragment].lines;
  // A head set upright; a sentence, which is a picture's.
  if (piece.text.size() < kShortestHeadLine * lines.size() || piece.text.ends_with(U'。')) return;
  size_t at = 0;
  for (size_t k = 1; k < lines.size(); ++k) {
    while (at < piece.at.size() && piece.at[at] != lines[k].begin) ++at;
    if (at == piece.at.size()) return;  // the line is in another piece
    if (at > 0) cuts.emplace_back(i, at);
  }
}

}  // namespace

void split_head_rows_zh(Sheet& sheet) {
  if (!sheet.reading.printed || sheet.ocr || is_tangled(sheet)) return;
  const std::vector<Piece>& pieces = sheet.pieces;
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    end = begin + 1;
    if (pieces[begin].role != Role::kHeadline) continue;
    while (end < pieces.size() && (pieces[end].role == Role::kHeadline || pieces[end].text.empty())) ++end;
    const size_t before = cuts.size();
    size_t lines = 0;
    for (size_t i = begin; i < end; ++i) {
      lines += pieces[i].text.size() >= kShortestHeadLine;
      line_begins(sheet, i, cuts);
    }
    if (lines + cuts.size() - before <= kMostHeadLines) cuts.resize(before);
  }
  split_pieces(sheet, cuts);
}

}  // namespace broadsheet
