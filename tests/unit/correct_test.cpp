#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"
#include "correct/log.h"
#include "handmade.h"
#include "law_one.h"

using namespace broadsheet;

namespace {

Page two_stories() {
  Handmade made;
  const Span head = made.put("灯塔重新点亮");
  const Span by = made.put("本报记者 林知远");
  const Span one = made.put("清晨六点,守塔人");
  const Span caption = made.put("守塔人在擦拭灯罩");
  const Span two = made.put("推开了门。");
  const Span second_head = made.put("渡口改用电船");
  const Span three = made.put("首批三艘电船昨日下水。票价不变。");
  const Span folio = made.put("第4版");
  Page& page = made.page;
  Article first;
  first.headline = "灯塔重新点亮";
  first.spans = {head};
  first.byline = {{"林知远", "本报记者", {by}}};
  first.blocks = {{BlockKind::kParagraph, "清晨六点，守塔人推开了门。", {one, two}, {0, 24}},
                  Handmade::block("守塔人在擦拭灯罩", caption, BlockKind::kCaption)};
  first.repairs = {{RepairKind::kJoin, 0.9, {one.end, two.begin}, "a sentence left open"},
                   {RepairKind::kCaption, 0.8, {caption.begin}, "stands in a sentence"}};
  first.id = make_article_id(first.headline, first.blocks[0].text);
  Article second;
  second.headline = "渡口改用电船";
  second.spans = {second_head};
  second.blocks = {Handmade::block("首批三艘电船昨日下水。票价不变。", three)};
  second.id = make_article_id(second.headline, second.blocks[0].text);
  page.articles = {first, second};
  page.furniture = {{"folio", "第4版", {folio}}};
  return made.done("tower.txt");
}

uint32_t at(const Page& page, const std::string& words) {
  const size_t found = page.source->text.find(words);
  REQUIRE(found != std::string::npos);
  return static_cast<uint32_t>(found);
}

Span span_of(const Page& page, const std::string& words) {
  const uint32_t begin = at(page, words);
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

Correction make(CorrectionKind kind) {
  Correction entry;
  entry.kind = kind;
  entry.page = "tower.txt";
  return entry;
}

Page after(const Page& page, const Correction& entry) {
  Log log;
  log.add(entry);
  Applied applied = apply(page, log);
  for (const Misfit& misfit : applied.misfits) UNSCOPED_INFO(misfit.why);
  REQUIRE(applied.misfits.empty());
  check_law_one(applied.page);
  return applied.page;
}

}  // namespace

TEST_CASE("an empty log changes nothing", "[correct]") {
  const Page page = two_stories();
  check_law_one(page);
  CHECK(to_json(apply(page, Log{}).page) == to_json(page));
}

TEST_CASE("a passage gets another role", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kRole);
  entry.spans = {span_of(page, "守塔人在擦拭灯罩")};
  entry.role = "furniture";
  const Page out = after(page, entry);
  CHECK(out.articles[0].blocks.size() == 1);
  REQUIRE(out.furniture.size() == 2);
  CHECK(out.furniture[1].text == "守塔人在擦拭灯罩");
}

TEST_CASE("furniture becomes a paragraph of the story before it", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kRole);
  entry.spans = {span_of(page, "第4版")};
  entry.role = "paragraph";
  const Page out = after(page, entry);
  CHECK(out.furniture.empty());
  REQUIRE(out.articles[1].blocks.size() == 2);
  CHECK(out.articles[1].blocks[1].text == "第4版");
}

TEST_CASE("part of a paragraph becomes its own sub-head", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kRole);
  entry.spans = {span_of(page, "票价不变。")};
  entry.role = "subhead";
  const Page out = after(page, entry);
  REQUIRE(out.articles[1].blocks.size() == 2);
  CHECK(out.articles[1].blocks[0].text == "首批三艘电船昨日下水。");
  CHECK(out.articles[1].blocks[1].text == "票价不变。");
  CHECK(out.articles[1].blocks[1].kind == BlockKind::kSubhead);
}

TEST_CASE("a byline is found in the words that get that role", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kRole);
  entry.spans = {span_of(page, "票价不变。")};
  entry.role = "byline";
  const Page out = after(page, entry);
  REQUIRE(out.articles[1].byline.size() == 1);
  CHECK(out.articles[1].byline[0].name == "票价不变");
}

TEST_CASE("a passage moves to another story and back", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kMove);
  entry.spans = {span_of(page, "首批三艘电船昨日下水。")};
  entry.at = at(page, "清晨六点");
  entry.before = true;
  const Page out = after(page, entry);
  CHECK(out.articles[0].blocks[0].text == "首批三艘电船昨日下水。");
  CHECK(out.articles[1].blocks[0].text == "票价不变。");

  entry.at = entry.spans[0].begin;
  Log log;
  log.add(entry);
  const Applied itself = apply(page, log);
  REQUIRE(itself.misfits.size() == 1);
  CHECK(to_json(itself.page) == to_json(page));
}

TEST_CASE("join, split, split article and merge undo each other's work", "[correct]") {
  const Page page = two_stories();
  Correction split = make(CorrectionKind::kSplit);
  split.at = at(page, "票价不变");
  const Page two = after(page, split);
  REQUIRE(two.articles[1].blocks.size() == 2);
  Correction join = make(CorrectionKind::kJoin);
  join.at = at(page, "首批三艘");
  join.spans = {span_of(page, "票价不变。")};
  CHECK(after(two, join).articles[1].blocks[0].text == "首批三艘电船昨日下水。票价不变。");

  Correction part = make(CorrectionKind::kSplitArticle);
  part.at = at(page, "票价不变");
  const Page three = after(page, part);
  REQUIRE(three.articles.size() == 3);
  CHECK(three.articles[2].headline.empty());
  CHECK(three.articles[2].id != page.articles[1].id);
  CHECK(three.articles[1].id == page.articles[1].id);
  Correction merge_back = make(CorrectionKind::kMerge);
  merge_back.at = at(page, "首批三艘");
  merge_back.spans = {span_of(page, "票价不变。")};
  CHECK(after(three, merge_back).articles.size() == 2);
}

TEST_CASE("words are corrected in what is shown and not in the source", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kWords);
  entry.spans = {span_of(page, "三艘")};
  entry.text = "四艘";
  const Page out = after(page, entry);
  CHECK(out.articles[1].blocks[0].text == "首批四艘电船昨日下水。票价不变。");
  CHECK(out.source->text == page.source->text);
}

TEST_CASE("names are corrected and no byte is lost when one goes", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kByline);
  entry.at = at(page, "清晨");
  entry.names = {"林志远", "苏禾"};
  const Page out = after(page, entry);
  REQUIRE(out.articles[0].byline.size() == 2);
  CHECK(out.articles[0].byline[0].name == "林志远");
  CHECK(out.articles[0].byline[1].name == "苏禾");
  entry.names.clear();
  CHECK(after(page, entry).articles[0].byline.empty());
}

TEST_CASE("a repair is taken back", "[correct]") {
  const Page page = two_stories();
  Correction entry = make(CorrectionKind::kUndoRepair);
  entry.repair = "join";
  entry.at = page.articles[0].repairs[0].at[1];
  const Page out = after(page, entry);
  CHECK(out.articles[0].blocks[0].text == "清晨六点，守塔人");
  CHECK(out.articles[0].blocks[1].text == "推开了门。");
  CHECK(out.articles[0].repairs.size() == 1);
  entry.repair = "caption";
  entry.at = page.articles[0].repairs[1].at[0];
  const Page second = after(page, entry);
  CHECK(second.articles[0].blocks[1].kind == BlockKind::kParagraph);
}

TEST_CASE("a move that is taken back brings the passage that was moved home, and no other", "[correct]") {
  // The dump has the end of the first story behind the second story's head.
  Handmade made;
  const Span head = made.put("灯塔重新点亮");
  const Span last = made.put("孩子们在塔下站成一排。");
  const Span second_head = made.put("渡口改用电船");
  const Span first = made.put("守塔人推开了门。");
  const Span ferry = made.put("首批三艘电船昨日下水。");
  Article tower, boats;
  tower.headline = "灯塔重新点亮";
  tower.spans = {head};
  tower.blocks = {Handmade::block("守塔人推开了门。", first),
                  Handmade::block("孩子们在塔下站成一排。", last)};
  tower.repairs = {{RepairKind::kMove, 0.9, {first.end - 3, last.begin}, "strayed"}};
  tower.id = make_article_id(tower.headline, tower.blocks[0].text);
  boats.headline = "渡口改用电船";
  boats.spans = {second_head};
  boats.blocks = {Handmade::block("首批三艘电船昨日下水。", ferry)};
  boats.id = make_article_id(boats.headline, boats.blocks[0].text);
  made.page.articles = {tower, boats};
  const Page page = made.done("tower.txt");
  Correction entry = make(CorrectionKind::kUndoRepair);
  entry.repair = "move";
  entry.at = last.begin;
  const Page out = after(page, entry);
  REQUIRE(out.articles.size() == 2);
  REQUIRE(out.articles[0].blocks.size() == 2);
  CHECK(out.articles[0].blocks[0].text == "孩子们在塔下站成一排。");
  CHECK(out.articles[0].blocks[1].text == "守塔人推开了门。");
  CHECK(out.articles[1].blocks.size() == 1);
  CHECK(out.articles[0].repairs.empty());
}

TEST_CASE("what no longer fits is told and stays in the log", "[correct]") {
  const Page page = two_stories();
  Log log;
  Correction entry = make(CorrectionKind::kUndoRepair);
  entry.repair = "hyphen";
  entry.at = 3;
  log.add(entry);
  entry = make(CorrectionKind::kRole);
  entry.role = "caption";
  entry.spans = {{9000, 9001}};
  log.add(entry);
  const Applied applied = apply(page, log);
  REQUIRE(applied.misfits.size() == 2);
  CHECK(applied.misfits[1].entry == 1);
  CHECK(to_json(applied.page) == to_json(page));
  CHECK(log.entries.size() == 2);
}

TEST_CASE("a log goes through JSON unchanged and a bad one is refused with its place", "[correct]") {
  Log log;
  Correction entry = make(CorrectionKind::kByline);
  entry.at = 7;
  entry.names = {"\"><script>", "苏禾"};
  entry.who = "Ann";
  log.add(entry);
  entry = make(CorrectionKind::kWords);
  entry.spans = {{3, 9}};
  log.add(entry);
  log.undo();
  Log read;
  REQUIRE(from_json(to_json(log), "c.json", read).empty());
  CHECK(read == log);
  const Complaint bad = from_json(R"({"corrections":[{"do":"role","role":"king"}]})", "c.json", read);
  CHECK(bad.place == "correction 1");
  CHECK(read == log);
  CHECK_FALSE(from_json("{", "c.json", read).empty());
  CHECK_FALSE(from_json(R"({"corrections":[{"do":"move","spans":[[1,-2]]}]})", "c.json", read).empty());
}

TEST_CASE("names that nobody can read: a writer's is refused with its place, a corrector's counts as none",
          "[correct]") {
  Log log;
  Correction entry = make(CorrectionKind::kByline);
  entry.at = 7;
  entry.names = {"苏禾"};
  entry.who = "Ann";
  log.add(entry);
  const Log mine = log;
  const auto with = [&](const std::string& what, const std::string& otherwise) {
    std::string json = to_json(mine);
    const size_t at = json.find(what);
    REQUIRE(at != std::string::npos);
    return json.replace(at, what.size(), otherwise);
  };
  for (const char* blank : {"\"\"", "\" \"", "\"\\u3000\\n\"", "\"\\u200b\"", "7", "null", "[\"Bo\"]"}) {
    CAPTURE(blank);
    Log read;
    REQUIRE(from_json(with("\"Ann\"", blank), "c.json", read).empty());
    REQUIRE(read.entries.size() == 1);
    CHECK(read.entries[0].who.empty());
    CHECK(read.entries[0].names == std::vector<std::string>{"苏禾"});
    const Complaint fault = from_json(with("\"苏禾\"", blank), "c.json", log);
    CHECK(fault.place == "correction 1");
    CHECK(fault.what.find("names") != std::string::npos);
    CHECK(log == mine);
  }
}

TEST_CASE("an entry that lacks what it asks for is refused, not guessed", "[correct]") {
  Log log;
  for (const char* entry :
       {R"({"do": "words", "spans": [[1, 2]]})", R"({"do": "words", "spans": [[1, 2]], "text": 5})",
        R"({"do": "byline", "at": 1})", R"({"do": "byline", "at": 1, "names": "Bo"})", R"({"do": "split"})",
        R"({"do": "move", "spans": [[1, 2]]})", R"({"do": "split", "at": 1.5})",
        R"({"do": "split", "at": 1, "instead": [0]})", R"({"do": "split", "at": 1, "instead": "0"})"}) {
    CAPTURE(entry);
    CHECK_FALSE(from_json(R"({"corrections": [)" + std::string(entry) + "]}", "c.json", log).empty());
  }
}

TEST_CASE("an entry stands instead of earlier ones while it is taken, and says so in JSON", "[correct]") {
  const Page page = two_stories();
  Log log;
  Correction mine = make(CorrectionKind::kRole);
  mine.spans = {span_of(page, "票价不变。")};
  mine.role = "subhead";
  log.add(mine);
  const std::string with_mine = to_json(apply(page, log).page);
  Correction theirs = make(CorrectionKind::kWords);
  theirs.spans = mine.spans;
  theirs.text = "票价照旧。";
  stand_instead(theirs, mine, log);
  log.add(theirs);
  REQUIRE(log.counts() == std::vector<bool>{false, true});
  Page out = apply(page, log).page;
  REQUIRE(out.articles[1].blocks.size() == 1);
  CHECK(out.articles[1].blocks[0].text == "首批三艘电船昨日下水。票价照旧。");
  Log read;
  REQUIRE(from_json(to_json(log), "c.json", read).empty());
  CHECK(read == log);
  REQUIRE(read.undo());
  CHECK(to_json(apply(page, read).page) == with_mine);
  REQUIRE(read.redo());
  CHECK(to_json(apply(page, read).page) == to_json(out));
  // Merged with another log, only what counts is there, and by itself.
  const Merged merged = merge(log, Log{});
  REQUIRE(merged.merged.entries.size() == 1);
  CHECK(merged.merged.entries[0].instead.empty());
  CHECK(merged.merged.entries[0].text == "票价照旧。");
}

TEST_CASE("two people's logs merge, and only what they disagree on is a conflict", "[correct]") {
  const Page page = two_stories();
  Correction shared = make(CorrectionKind::kRole);
  shared.spans = {span_of(page, "第4版")};
  shared.role = "furniture";
  Correction head = make(CorrectionKind::kWords);
  head.spans = {span_of(page, "灯塔重新点亮")};
  head.text = "灯塔重新亮起";
  Correction other_head = head;
  other_head.text = "灯塔再次点亮";
  Correction ferry = make(CorrectionKind::kSplit);
  ferry.at = at(page, "票价不变");
  Correction ferry_of_ann = ferry;
  ferry_of_ann.who = "Ann";

  Log mine;
  mine.add(shared);
  mine.add(head);
  mine.add(ferry);
  Log theirs;
  theirs.add(shared);
  theirs.add(other_head);
  theirs.add(ferry_of_ann);
  const Merged merged = merge(mine, theirs);
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].mine.text == "灯塔重新亮起");
  CHECK(merged.conflicts[0].theirs.text == "灯塔再次点亮");
  CHECK(merged.merged.entries.size() == 2);
  CHECK(apply(page, merged.merged).misfits.empty());
}

TEST_CASE("a line of names names all of them, and they go and come with it", "[correct]") {
  Page page = two_stories();
  auto source = std::make_shared<Source>(*page.source);
  const std::string line = "本报特派记者 沈一舟 陈鹏 通讯员 陆遥";
  const auto begin = static_cast<uint32_t>(source->text.size());
  source->text += line;
  source->bytes = source->text.size();
  page.source = source;
  page.unplaced = {{line, {{begin, begin + static_cast<uint32_t>(line.size())}}}};
  Correction entry = make(CorrectionKind::kRole);
  entry.spans = page.unplaced[0].spans;
  entry.role = "byline";
  Page out = after(page, entry);
  REQUIRE(out.articles[1].byline.size() == 3);
  CHECK(out.articles[1].byline[0].name == "沈一舟");
  CHECK(out.articles[1].byline[0].role == "本报特派记者");
  CHECK(out.articles[1].byline[1].name == "陈鹏");
  CHECK(out.articles[1].byline[1].spans.empty());
  CHECK(out.articles[1].byline[2].role == "通讯员");
  // The line moves to the other story with all its names.
  entry = make(CorrectionKind::kMove);
  entry.spans = page.unplaced[0].spans;
  entry.at = at(page, "清晨");
  out = after(out, entry);
  CHECK(out.articles[1].byline.empty());
  CHECK(out.articles[0].byline.size() == 4);
  // And takes all of them along where it is no byline at all.
  entry = make(CorrectionKind::kRole);
  entry.spans = page.unplaced[0].spans;
  entry.role = "furniture";
  out = after(out, entry);
  REQUIRE(out.articles[0].byline.size() == 1);
  CHECK(out.articles[0].byline[0].name == "林知远");
  // Its words are corrected: so are the names.
  entry = make(CorrectionKind::kWords);
  entry.spans = {span_of(page, "林知远")};
  entry.text = "林志远";
  CHECK(after(page, entry).articles[0].byline[0].name == "林志远");
}

TEST_CASE("what two people ask for alike is no conflict, nor is a repair that one of them found right",
          "[correct]") {
  const Page page = two_stories();
  Correction split = make(CorrectionKind::kSplit);
  split.at = at(page, "票价不变");
  Correction role = make(CorrectionKind::kRole);
  role.spans = {span_of(page, "票价不变。")};
  role.role = "subhead";
  Correction keep = make(CorrectionKind::kKeepRepair);
  keep.repair = "join";
  keep.at = page.articles[0].repairs[0].at[1];
  Correction words = make(CorrectionKind::kWords);
  words.spans = {span_of(page, "推开了门")};
  words.text = "推门而入";
  Log mine;
  for (const Correction& entry : {split, role, keep}) mine.add(entry);
  Log theirs;
  for (Correction entry : {words, role, split}) {
    entry.who = "Bo";
    entry.page = "pages/tower.txt";  // one dump, known by its path
    theirs.add(entry);
  }
  const Merged merged = merge(mine, theirs);
  CHECK(merged.conflicts.empty());
  CHECK(merged.added == 1);
  CHECK(merged.merged.entries.size() == 4);
  Correction back = keep;
  back.kind = CorrectionKind::kUndoRepair;
  theirs.add(back);
  CHECK(merge(mine, theirs).conflicts.size() == 1);
}
