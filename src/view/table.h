// Lines of a dump that are the rows of a table: list blocks, one below the other, that fall into the same
// number of cells: at the bars of Markdown, else at their blanks.
//
//     if (size_t rows = table_rows(article.blocks, i)) ...              // from block i
//     Table table = measure_table(setter, article.blocks, i, rows, style, width);
//     tabulate(setter, layout, text, table);                            // moves the cells of one set line
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "view/typeset.h"

namespace broadsheet::view {

struct Table {
  struct Column {
    float x = 0, width = 0;
    bool right = false;  // figures stand below one another at their ends
  };
  std::vector<Column> columns;
  float width = 0;      // to the right edge of the last
  bool headed = false;  // the first row names the columns
};

// How many blocks from `first` on are one table, 0 where fewer than three are.
size_t table_rows(const std::vector<Block>& blocks, size_t first);
// No columns where the table is wider than `width`: its rows are set as lines of text then.
Table measure_table(Typesetter& setter, const std::vector<Block>& blocks, size_t first, size_t rows,
                    const TextStyle& style, float width);
// Moves the cells of one line to their columns.
void tabulate(Typesetter& setter, Layout& layout, std::string_view text, const Table& table);

}  // namespace broadsheet::view
