#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>

namespace broadsheet::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::array kExtensions = {".txt", ".text", ".md", ".markdown"};

bool is_dump(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

void find_in_folder(const std::string& folder, std::vector<Input>& inputs) {
  std::vector<std::string> found;
  std::error_code fault;
  // A link that leads back up would be followed for ever: each folder is read once, by its true path.
  std::set<fs::path> seen{fs::canonical(folder, fault)};
  fs::recursive_directory_iterator walk(folder, fs::directory_options::follow_directory_symlink, fault);
  for (; !fault && walk != fs::recursive_directory_iterator(); walk.increment(fault)) {
    std::error_code gone;
    if (is_hidden(walk->path())) {
      walk.disable_recursion_pending();
    } else if (walk->is_directory(gone)) {
      if (!seen.insert(fs::canonical(walk->path(), gone)).second) walk.disable_recursion_pending();
    } else if (walk->is_regular_file(gone) && is_dump(walk->path())) {
      found.push_back(walk->path().string());
    }
  }
  std::sort(found.begin(), found.end());
  for (std::string& path : found) inputs.push_back({std::move(path), {}});
  if (fault) {
    inputs.push_back({folder,
                      {folder, "", "cannot be read to its end: " + fault.message(),
                       "Check the permission of its folders"}});
  } else if (found.empty()) {
    inputs.push_back({folder,
                      {folder, "", "holds no page dump",
                       "Name the files themselves if they do not end in .txt, .text, .md or .markdown"}});
  }
}

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& arguments) {
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    std::error_code fault;
    if (argument != "-" && fs::is_directory(argument, fault)) {
      find_in_folder(argument, inputs);
    } else {
      inputs.push_back({argument, {}});
    }
  }
  return inputs;
}

Complaint read_input(const Input& input, std::string& bytes) {
  bytes.clear();
  if (!input.complaint.empty()) return input.complaint;
  const bool standard = input.path == "-";
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      standard ? stdin : std::fopen(input.path.c_str(), "rb"),
      standard ? [](std::FILE*) { return 0; } : std::fclose);
  const std::string name = name_of_input(input);
  if (!file)
    return {name, "", std::string("cannot be opened: ") + std::strerror(errno),
            "Check the path and the permission to read it"};
  std::array<char, 1 << 16> buffer;
  while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > UINT32_MAX) {
      return {name, "", "is larger than 4 GiB", "Cut it into pages: one file a page"};
    }
  }
  if (std::ferror(file.get())) {
    return {name, "byte " + std::to_string(bytes.size()),
            std::string("cannot be read: ") + std::strerror(errno), "Check the file and its disk"};
  }
  return {};
}

std::string name_of_input(const Input& input) {
  if (input.path.empty()) return "\"\"";
  return input.path == "-" ? "standard input" : input.path;
}

}  // namespace broadsheet::cli
