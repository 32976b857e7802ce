#include <fstream>
#include <iostream>
#include <iterator>

#include "compose/compose.h"
#include "edition/json.h"

int main(int argc, char** argv) {
  if (argc < 3 || std::string(argv[1]) != "parse") {
    std::cerr << "usage: broadsheet parse FILE...\n";
    return 2;
  }
  std::vector<broadsheet::Page> pages;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be opened. Check the path and the permission to read it.\n";
      return 3;
    }
    pages.push_back(broadsheet::parse_page(argv[i], std::string(std::istreambuf_iterator<char>(in), {})));
  }
  std::cout << broadsheet::to_json(broadsheet::compose_edition(std::move(pages))) << "\n";
}
