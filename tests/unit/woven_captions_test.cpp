#include "read/woven_captions.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "read/reader.h"

using namespace broadsheet;

namespace {

// Text of our own, so that the page has a measure.
const std::string kText =
    "本报讯 "
    "清晨的码头上，渔民\n们正把一筐筐鲜鱼搬上岸边\n的货车。过去这里只有一条\n泥路，遇到下雨天车辆很难\n"
    "通行，鱼虾往往运不出去。\n去年秋天新修的公路通车以\n后，从码头到县城只要二十\n分钟，村民的收入也跟着多"
    "\n";

// What is left of the lines, a bar for each blank line or several, and the captions among them.
std::string laid(const std::string& dump) {
  const Source source = decode_source("a.txt", dump);
  const std::vector<SourceLine> lines = lines_of(source);
  const WovenCaptions captions = woven_captions(source, lines, goes_on);
  std::string out;
  for (const SourceLine& line : captions_laid(source, captions_off(source, lines, captions), captions)) {
    if (!line.blank())
      out += (line.follows ? "+" : "/") +
             source.text.substr(line.words.begin, line.words.end - line.words.begin);
    else if (!out.ends_with('|'))
      out += "|";
  }
  return out;
}

}  // namespace

TEST_CASE("a picture's words are taken out of the lines of the text beside it", "[read]") {
  const std::string out = laid(kText +
                               "了起来。县里还在岸边建起\n近日，游客在海边的栈道上 冷库和分拣车间，鲜鱼当天\n"
                               "观看日出。\n就能送到省城的市场。渔民\n林海生 摄\n们说，好日子还在后头，明\n" +
                               "年还要再添两条船。\n\n" + kText);
  INFO(out);
  CHECK(out.find("/了起来。县里还在岸边建起/冷库和分拣车间，鲜鱼当天/就能送到省城的市场。渔民/"
                 "们说，好日子还在后头，明/年还要再添两条船。|") != std::string::npos);
  CHECK(out.find("|/近日，游客在海边的栈道上+观看日出。|/林海生 摄|") != std::string::npos);
}

TEST_CASE("a line of a picture's words that was torn at its marks comes together", "[read]") {
  const std::string out =
      laid(kText +
           "了起来。县里还在岸边建起\n冷库和分拣车间，鲜鱼当天 近日，县里的老船厂里举办\n"
           "，展出照片一\n就能送到省城的市场。渔民 “老码头”\n百多张。\n们说，好日子还在后头，明 本报记者 "
           "林海生/摄\n年还要再添两条船。\n\n" +
           kText);
  INFO(out);
  CHECK(out.find("|/近日，县里的老船厂里举办+“老码头”+，展出照片一+百多张。|/本报记者 林海生/摄|") !=
        std::string::npos);
}

TEST_CASE("a text right above its photographer stays as it is", "[read]") {
  for (const std::string& block :
       {std::string("近日，游客在海边的栈道上\n观看日出。\n林海生 摄\n"),
        std::string(
            "近日，游客在海边的栈道上\n观看日出。栈道去年建成，\n沿着海岸走了三公里，已是\n县里最受欢迎"
            "的去处，节假\n日一天要接待上万人。图为\n栈道的清晨。 林海生 摄\n")}) {
    const std::string dump = kText + "\n" + block + "\n" + kText;
    const Source source = decode_source("a.txt", dump);
    INFO(block);
    CHECK(woven_captions(source, lines_of(source), goes_on).empty());
  }
}
