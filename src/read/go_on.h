// Does one printed line go on with another? The question that all readers of columns ask.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace broadsheet {

// How well `right` goes on from `left`, in nats; 0 where nothing speaks for or against it. May be empty.
using JoinScore = std::function<double(std::string_view left, std::string_view right)>;

// By the character n-grams across the cut (text/ngram.h).
double goes_on(std::string_view left, std::string_view right);

// The line as text/seam_net.h wants it: hanzi for radicals, no blanks.
std::u32string letters_of(std::string_view line);

}  // namespace broadsheet
