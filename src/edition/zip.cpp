#include "edition/zip.h"

namespace broadsheet {

namespace {

void put16(std::string& out, uint32_t value) {
  out += static_cast<char>(value & 0xff);
  out += static_cast<char>(value >> 8 & 0xff);
}

void put32(std::string& out, size_t value) {
  put16(out, static_cast<uint32_t>(value & 0xffff));
  put16(out, static_cast<uint32_t>(value >> 16 & 0xffff));
}

uint32_t crc32(std::string_view bytes) {
  uint32_t table[256];
  for (uint32_t i = 0; i < 256; ++i) {
    table[i] = i;
    for (int bit = 0; bit < 8; ++bit) table[i] = (table[i] & 1 ? 0xedb88320U : 0U) ^ table[i] >> 1;
  }
  uint32_t crc = ~0U;
  for (const char byte : bytes) crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ crc >> 8;
  return ~crc;
}

}  // namespace

void Zip::add(std::string_view name, std::string_view bytes) {
  std::string facts;
  put16(facts, 20);      // the version that is needed
  put16(facts, 0x0800);  // names are UTF-8
  put16(facts, 0);       // stored
  put16(facts, 0);       // midnight
  put16(facts, 0x21);    // 1 January 1980, where the count of days begins
  put32(facts, crc32(bytes));
  put32(facts, bytes.size());
  put32(facts, bytes.size());
  put16(facts, static_cast<uint32_t>(name.size()));
  put16(facts, 0);
  directory_ += "PK\x01\x02";
  put16(directory_, 20);
  directory_ += facts;
  put16(directory_, 0);
  put16(directory_, 0);
  put16(directory_, 0);
  put32(directory_, 0);
  put32(directory_, files_.size());
  directory_ += name;
  files_ += "PK\x03\x04";
  files_ += facts;
  files_ += name;
  files_ += bytes;
  ++count_;
}

std::string Zip::finish() {
  const size_t at = files_.size();
  std::string out = std::move(files_);
  out += directory_;
  out += "PK\x05\x06";
  put32(out, 0);
  put16(out, count_);
  put16(out, count_);
  put32(out, directory_.size());
  put32(out, at);
  put16(out, 0);
  return out;
}

}  // namespace broadsheet
