// Where the columns of a text grid begin and how wide they are, for the page and for each stretch of it.
//
//     find_columns(rows, grid);      // before the rows are cut: grid.bases, grid.measure
//     find_indents(grid, spaced);    // behind that: of each piece its indent and the measure there
#pragma once

#include <vector>

#include "read/grid.h"

namespace broadsheet {

// Most lines of a column begin at one cell, all the page long; most lines are full.
void find_columns(const std::vector<GridRow>& rows, Grid& grid);

// A stretch of rows may hold a column at a cell of its own: the one at which most of its lines begin
// thereabouts. `spaced`: in a script that puts blanks between words.
void find_indents(Grid& grid, bool spaced);

}  // namespace broadsheet
