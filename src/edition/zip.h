// A ZIP archive whose files are stored as they are: what an EPUB needs, whose first file must not be packed.
//
//     Zip zip;
//     zip.add("mimetype", "application/epub+zip");
//     std::string bytes = zip.finish();
//
// The same files give the same bytes: no clock is asked. At most 65,535 files and 4 GB together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

class Zip {
 public:
  void add(std::string_view name, std::string_view bytes);
  std::string finish();

 private:
  std::string files_, directory_;
  uint32_t count_ = 0;
};

}  // namespace broadsheet
