// Which pages in Latin letters are English, and which letters are capitals.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "read/lines.h"
#include "read/reader.h"
#include "text/english.h"
#include "text/fold.h"
#include "text/utf8.h"

using namespace broadsheet;

TEST_CASE("a page is English by the words that hardly another language has", "[text]") {
  CHECK(is_english("The mayor’s hat was found on the weir with a trout in it."));
  CHECK(is_english("SALE of boots and shoes: all sizes, half price, Saturday only"));
  CHECK_FALSE(is_english(""));
  CHECK_FALSE(is_english("12.50 13.75 ---"));
  CHECK_FALSE(is_english("Le chapeau du maire a été trouvé sur le barrage avec une truite dedans."));
  CHECK_FALSE(is_english("Der Hut des Bürgermeisters lag auf dem Wehr, und eine Forelle war in ihm."));
  CHECK_FALSE(is_english("El sombrero del alcalde apareció en la presa con una trucha dentro."));
  CHECK_FALSE(is_english("De hoed van de burgemeester lag op de stuw en er zat een forel in."));
  CHECK_FALSE(is_english("Kapelusz burmistrza znaleziono na jazie, a w nim pstrąga; to był szczupak."));
}

TEST_CASE("capitals are told from small letters beyond Latin-1, too", "[text]") {
  for (char32_t c : to_utf32("AZÀÞŁŚŻŸŒŠĞİŐȘȚƠƯǍ\uFF21")) CHECK(is_latin_capital(c));
  for (char32_t c : to_utf32("azßàþÿłśżœšğıőșțơưǎĸŉſ×÷7.\uFF41")) CHECK_FALSE(is_latin_capital(c));
}

TEST_CASE("printed lines of another language are read as those of English are", "[read]") {
  std::string text;
  for (int k = 0; k < 4; ++k)
    text +=
        "Der Stadtrat hat am Montagabend beschlossen, die alte\n"
        "Drehbrücke an der Mühle für elf Wochen zu sperren, weil\n"
        "ein Ingenieur in zwei der vier Pfeiler Risse gefunden\n"
        "hatte. Wer hinüber will, nimmt die Fähre.\n\n";
  const Source source = decode_source("page.txt", text);
  CHECK_FALSE(is_english(source.text));
  const Reading reading = read_source(source);
  CHECK(reading.printed);
  REQUIRE(reading.fragments.size() == 4);
  CHECK(reading.fragments[0].lines.size() == 4);
}
