// Languages that have no tables: by script, by the shape of lines, by the few words before a name.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "compose/account.h"
#include "compose/compose.h"
#include "compose/line_look_en.h"
#include "compose/names.h"
#include "read/measure.h"
#include "text/script.h"
#include "text/utf8.h"

using namespace broadsheet;

namespace {

LineLook other(const char* text) {
  return look_at_other(to_utf32(text));
}

std::vector<std::string> names(const char* line) {
  std::vector<std::string> out;
  for (const Byline& by : names_other(to_utf32(line))) out.push_back(by.name);
  return out;
}

}  // namespace

TEST_CASE("a text is in the script of most of its letters", "[text]") {
  CHECK(script_of("") == Script::kHan);
  CHECK(script_of("12.50 13.75") == Script::kHan);
  CHECK(script_of("清晨的码头上，渔民们正把一筐筐鲜鱼搬上岸边的货车。") == Script::kHan);
  CHECK(script_of("清晨的码头上 GDP 与 iPhone 的故事，WTO 也在其中") == Script::kHan);
  CHECK(script_of("港の朝市、来月から週末も開催へ") == Script::kKana);
  CHECK(script_of("The mayor’s hat was found on the weir.") == Script::kLatin);
  CHECK(script_of("Трамвай пойдёт через старый мост по улице WTO") == Script::kCyrillic);
  CHECK(script_of("Το τραμ περνά ξανά από την παλιά γέφυρα") == Script::kGreek);
  CHECK(script_of("إغلاق الجسر القديم أحد عشر أسبوعا") == Script::kArabic);
  CHECK(script_of("הגשר הישן ייסגר לאחד עשר שבועות") == Script::kHebrew);
  CHECK(script_of("पुराना पुल ग्यारह सप्ताह बंद रहेगा") == Script::kIndic);
  CHECK(script_of("ปิดสะพานเก่าสิบเอ็ดสัปดาห์") == Script::kThai);
  CHECK(script_of("항구 아침시장 주말마다 열린다") == Script::kHangul);
}

TEST_CASE("blanks part words in all scripts but a few", "[text]") {
  CHECK(is_spaced("Трамвай пойдёт через старый мост"));
  CHECK(is_spaced("항구 아침시장 주말마다 열린다"));
  CHECK_FALSE(is_spaced("港の朝市、来月から週末も開催へ"));
  CHECK_FALSE(is_spaced("ปิดสะพานเก่าสิบเอ็ดสัปดาห์"));
  CHECK_FALSE(is_spaced("清晨的码头上，渔民们正把一筐筐鲜鱼搬上岸边的货车。"));
}

TEST_CASE("every capital has its small form, and nothing else has one", "[text]") {
  const std::u32string capitals = to_utf32("AZÀÞŁŚŻŸŒŠĞΆΈΉΊΌΎΏΑΩЀЖЯЁҐӘԱՖẾ");
  const std::u32string small = to_utf32("azàþłśżÿœšğάέήίόύώαωѐжяёґәաֆế");
  REQUIRE(capitals.size() == small.size());
  for (size_t i = 0; i < capitals.size(); ++i) {
    INFO(to_utf8(capitals.substr(i, 1)));
    CHECK(is_capital(capitals[i]));
    CHECK(is_small(small[i]));
    CHECK_FALSE(is_small(capitals[i]));
    CHECK_FALSE(is_capital(small[i]));
    CHECK(small_form(capitals[i]) == small[i]);
    CHECK(small_form(small[i]) == small[i]);
  }
  for (const char32_t c : to_utf32("אبक항字あ7.")) {
    CHECK_FALSE(is_capital(c));
    CHECK_FALSE(is_small(c));
    CHECK(small_form(c) == c);
  }
}

TEST_CASE("a language is other than English when it has hardly a word of it", "[text]") {
  const std::string german =
      "Der Stadtrat hat am Montagabend beschlossen, die alte Drehbrücke an der Mühle für elf Wochen zu "
      "sperren, weil "
      "ein Ingenieur in zwei der vier Pfeiler Risse gefunden hatte. Wer hinüber will, nimmt die Fähre.";
  CHECK(is_other_latin(german));
  CHECK(is_other_tongue(german));
  CHECK_FALSE(is_other_latin("Der Stadtrat hat am Montagabend beschlossen"));  // too short to tell
  CHECK_FALSE(
      is_other_tongue("The council said on Monday that the old swing bridge at the mill would be shut for "
                      "eleven weeks, because an engineer had found cracks in two of its four piers."));
  CHECK(is_other_tongue("Трамвай пойдёт через старый мост"));
  CHECK_FALSE(is_other_tongue("清晨的码头上，渔民们正把一筐筐鲜鱼搬上岸边的货车。"));
}

TEST_CASE("lines of any script end sentences, begin small, name who wrote", "[compose]") {
  CHECK(other("Трамвай пойдёт через мост.").ends_sentence);
  CHECK(other("هل سيفتح قبل العيد؟").ends_sentence);
  CHECK(other("मार्ग बंद रहेगा।").ends_sentence);
  CHECK(other("「外を見ないとわかりません」と笑う。").ends_sentence);
  CHECK(other("«Sirve para que el pueblo sepa dónde está.»").ends_sentence);
  CHECK_FALSE(other("Трамвай пойдёт через мост").ends_sentence);
  CHECK(other("через старый мост").starts_lower);
  CHECK(other("Через старый мост").starts_capital);
  CHECK(other("항구 아침시장").caseless);
  CHECK(other("Von Hans von der Au").by_name);
  CHECK(other("Por Lucía Romero e Iván Cabal").by_name);
  CHECK(other("김민수 기자").by_name);
  CHECK_FALSE(other("Von der Mühle bis zum Gaswerk").by_name);
  CHECK_FALSE(other("Por fin llueve en la meseta").by_name);
  CHECK(other("Donnerstag, 14. November 2031").folio);
  CHECK(other("바다신문 2031년 3월 2일 4면").folio);
  CHECK(other("Seite 3").folio);
  CHECK_FALSE(other("40 umbrellas y 38 lectores").folio);
  CHECK(other("Fortsetzung auf Seite 4").jump_to);
}

TEST_CASE("bylines of other languages are read without the words around the names", "[compose]") {
  using Names = std::vector<std::string>;
  CHECK(names("Por Lucía Romero e Iván Cabal") == Names{"Lucía Romero", "Iván Cabal"});
  CHECK(names("Von Lena Hartwig und Jakob Thiel") == Names{"Lena Hartwig", "Jakob Thiel"});
  CHECK(names("Анна Петрова, Вера Лапина") == Names{"Анна Петрова", "Вера Лапина"});
  CHECK(names("(三枝 遼)") == Names{"三枝 遼"});
  CHECK(names("김민수 기자") == Names{"김민수"});
  CHECK(names_other(to_utf32("김민수 기자")).front().role == "기자");
  CHECK(names("").empty());
}

TEST_CASE("a page of another language comes apart by its heads, and keeps its marks", "[compose]") {
  const std::string text =
      "Мост закрыт на ремонт\n\nС первого марта трамвай, который ходил через старый мост, пойдёт в "
      "объезд.\n\n"
      "Кот вернулся в библиотеку\n\nРыжий кот, который жил в читальном зале, вернулся на своё место у "
      "батареи.\n";
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.articles.size() == 2);
  CHECK(page.language == "und-Cyrl");
  CHECK(page.articles[0].headline == "Мост закрыт на ремонт");
  CHECK(page.articles[1].headline == "Кот вернулся в библиотеку");
  REQUIRE(page.articles[0].blocks.size() == 1);
  CHECK(page.articles[0].blocks[0].text ==
        "С первого марта трамвай, который ходил через старый мост, пойдёт в объезд.");
  const Account sum = account(page);
  CHECK(sum.missing.empty());
  CHECK(sum.doubled.empty());
}
