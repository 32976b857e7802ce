#include "cli/load.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#include "cli/cli.h"
#include "cli/inputs.h"
#include "cli/workers.h"
#include "compose/compose.h"

namespace broadsheet::cli {

namespace {

// What one input gave.
struct Loaded {
  Edition edition;
  Complaint complaint;
  int exit = kFine;
  bool parsed = true;  // from a dump, not from JSON
};

bool looks_like_json(std::string_view bytes) {
  const size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' &&
         bytes.substr(0, 4096).find("\"format\"") != std::string_view::npos;
}

Loaded load_one(const Input& input, bool json_too) {
  Loaded out;
  std::string bytes;
  out.complaint = read_input(input, bytes);
  if (!out.complaint.empty()) {
    out.exit = bytes.size() > UINT32_MAX ? kBadInput : kUnreadable;
    return out;
  }
  const std::string name = name_of_input(input);
  if (json_too && (name.ends_with(".json") || name.ends_with(".ndjson") || looks_like_json(bytes))) {
    out.parsed = false;
    out.complaint = from_json(bytes, name, out.edition);
    if (!out.complaint.empty()) out.exit = kBadInput;
  } else {
    out.edition.pages.push_back(parse_page(name, bytes));
  }
  return out;
}

// Not a fault of the run: the page is there, with all its bytes unplaced. But nobody meant to get that.
Complaint no_text(const std::string& name) {
  return {name, "", "is no text (a picture, a PDF?): all of it is listed as unplaced",
          "Give the text of the page, as pdftotext or an OCR engine writes it"};
}

}  // namespace

int load(const std::vector<std::string>& arguments, size_t jobs, bool json_too, Edition& edition) {
  if (std::count(arguments.begin(), arguments.end(), "-") > 1) {
    std::cerr << "broadsheet: standard input (-) can be read only once.\n";
    return kUsage;
  }
  const std::vector<Input> inputs = find_inputs(arguments);
  std::vector<Loaded> loaded(inputs.size());
  {
    Progress progress(inputs.size());
    work_on_all(
        inputs.size(), jobs, [&](size_t i) { loaded[i] = load_one(inputs[i], json_too); },
        [&](size_t i) { progress.step(name_of_input(inputs[i])); });
  }
  int exit = kFine;
  bool any_parsed = false;
  for (Loaded& one : loaded) {
    if (!one.complaint.empty()) {
      std::cerr << one.complaint.text() << "\n";
      if (exit == kFine) exit = one.exit;
      continue;
    }
    for (const Page& page : one.edition.pages) {
      if (one.parsed && page.source->format == "binary")
        std::cerr << no_text(page.source->name).text() << "\n";
    }
    any_parsed = any_parsed || one.parsed;
    if (edition.title.empty()) edition.title = one.edition.title;
    if (edition.date.empty()) edition.date = one.edition.date;
    std::move(one.edition.pages.begin(), one.edition.pages.end(), std::back_inserter(edition.pages));
  }
  if (any_parsed) {
    Edition composed = compose_edition(std::move(edition.pages));
    if (composed.title.empty()) composed.title = edition.title;
    if (composed.date.empty()) composed.date = edition.date;
    edition = std::move(composed);
  }
  return exit;
}

int write_result(const std::string& path, const std::string& bytes) {
  const bool standard = path.empty() || path == "-";
  const std::string part = path + ".part";
  std::FILE* file = standard ? stdout : std::fopen(part.c_str(), "wb");
  bool fine = file && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  int fault = errno;
  if (file && (standard ? std::fflush(file) : std::fclose(file)) != 0) {
    fault = errno;
    fine = false;
  }
  if (fine && !standard && std::rename(part.c_str(), path.c_str()) != 0) {
    fault = errno;
    fine = false;
  }
  if (fine) return kFine;
  if (!standard && file) std::remove(part.c_str());
  std::cerr << Complaint{standard ? "standard output" : path, "",
                         std::string("cannot be written: ") + std::strerror(fault),
                         "Check the folder, its permission and the space on the disk"}
                   .text()
            << "\n";
  return kUnwritable;
}

}  // namespace broadsheet::cli
