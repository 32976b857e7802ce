// broadsheet-1 -> Edition. Every fault is told with its line, column and path; a value of the wrong type is a
// fault, an absent or null one is not (but for the few that a page cannot do without).
#include <algorithm>
#include <array>
#include <limits>

#include "edition/json.h"
#include "edition/json_kind.h"
#include "edition/json_place.h"
#include "edition/json_source.h"

namespace broadsheet {

namespace {

// Where the parser gave up.
struct FaultPlace : nlohmann::json_sax<Json> {
  size_t offset = 0;
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override {
    offset = position == 0 ? 0 : position - 1;
    return false;
  }
};

// Reads one document, keeping the way to the value at hand. The first fault stays; everything after it is
// read idly.
class Reader {
 public:
  bool failed() const { return !what_.empty(); }
  const std::vector<JsonStep>& fault_path() const { return fault_path_; }
  const std::string& what() const { return what_; }
  const std::string& mend() const { return mend_; }

  void document(const Json& doc, Edition& edition) {
    if (!doc.is_object())
      return fail("is not a broadsheet-1 document", "Give the JSON that `broadsheet parse` prints");
    const auto format = doc.find("format");
    if (format == doc.end() || !format->is_string() || *format != "broadsheet-1") {
      if (format != doc.end()) path_.push_back({"format"});
      return fail("the format is not \"broadsheet-1\"", "Give the JSON that `broadsheet parse` prints");
    }
    std::string title;
    std::string date;
    text(doc, "title", title);
    text(doc, "date", date);
    if (edition.title.empty()) edition.title = title;
    if (edition.date.empty()) edition.date = date;
    if (!doc.contains("pages"))
      return fail("has no \"pages\"", "Add the array \"pages\", if need be an empty one");
    each(doc, "pages", [&](const Json& page) { edition.pages.push_back(read_page(page)); });
  }

 private:
  void fail(const std::string& what, const std::string& mend) {
    if (failed()) return;
    what_ = what;
    mend_ = mend;
    fault_path_ = path_;
  }

  // The member `key` where it is there and not null.
  const Json* member(const Json& object, std::string_view key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
  }

  void text(const Json& object, std::string_view key, std::string& out) {
    const Json* value = member(object, key);
    if (!value) return;
    if (value->is_string()) {
      out = value->get_ref<const std::string&>();
      return;
    }
    path_.push_back({key});
    fail("should be a string", "Put the text in quotation marks, or null");
    path_.pop_back();
  }

  // Calls `read` with each element of the array `key`; an absent array is an empty one.
  template <class Read>
  void each(const Json& object, std::string_view key, Read read) {
    const Json* list = member(object, key);
    if (!list) return;
    path_.push_back({key});
    if (!list->is_array()) fail("should be an array", "Put [ ] around it");
    if (list->is_array()) {
      for (size_t i = 0; i < list->size() && !failed(); ++i) {
        path_.push_back({{}, i});
        read((*list)[i]);
        path_.pop_back();
      }
    }
    path_.pop_back();
  }

  bool is_object(const Json& value) {
    if (value.is_object()) return true;
    fail("should be an object", "Put { } around it");
    return false;
  }

  // A whole number in [0, most].
  uint64_t number(const Json& value, uint64_t most) {
    if (value.is_number_unsigned() && value.get<uint64_t>() <= most) return value.get<uint64_t>();
    fail("should be a whole number from 0 to " + std::to_string(most), "Correct it, or parse the dump again");
    return 0;
  }

  // An offset into the bytes as given, as one into Source::text.
  uint32_t offset(const Json& value) {
    const auto given = static_cast<uint32_t>(number(value, most_));
    if (!source_ || source_->origin.empty()) return given;
    const auto& origin = source_->origin;
    return static_cast<uint32_t>(std::lower_bound(origin.begin(), origin.end(), given) - origin.begin());
  }

  std::vector<Span> spans(const Json& object) {
    std::vector<Span> out;
    each(object, "spans", [&](const Json& pair) {
      if (!pair.is_array() || pair.size() != 2) return fail("should be a span", "Write it as [begin, end]");
      const Span span{offset(pair[0]), offset(pair[1])};
      if (span.begin > span.end) return fail("the span ends before it begins", "Write it as [begin, end]");
      out.push_back(span);
    });
    return out;
  }

  // The kind named by the member "kind": `kinds` are all there are, in the order of the enumeration.
  template <class Kind, size_t N>
  Kind kind(const Json& object, const std::array<Kind, N>& kinds) {
    std::string name;
    text(object, "kind", name);
    std::string names;
    for (const Kind one : kinds) {
      if (name == name_of(one)) return one;
      names += (names.empty() ? "" : ", ") + std::string(name_of(one));
    }
    if (name.empty()) return kinds[0];
    path_.push_back({"kind"});
    fail("\"" + name + "\" is no kind that is known here", "Use one of: " + names);
    path_.pop_back();
    return kinds[0];
  }

  void read_source(const Json& value, Source& source) {
    if (!is_object(value)) return;
    text(value, "name", source.name);
    text(value, "format", source.format);
    text(value, "encoding", source.encoding);
    bool has_text = member(value, "text") != nullptr;
    text(value, "text", source.text);
    if (const Json* packed = member(value, "base64")) {
      has_text = true;
      path_.push_back({"base64"});
      if (!packed->is_string() || !from_base64(packed->get_ref<const std::string&>(), source.text)) {
        fail("is not base64", "Parse the dump again");
      }
      path_.pop_back();
    }
    if (const Json* bytes = member(value, "bytes")) {
      path_.push_back({"bytes"});
      source.bytes = number(*bytes, std::numeric_limits<uint32_t>::max());
      path_.pop_back();
    } else {
      source.bytes = source.text.size();
    }
    std::vector<uint32_t> packed;
    each(value, "origin", [&](const Json& one) {
      packed.push_back(static_cast<uint32_t>(number(one, std::numeric_limits<uint32_t>::max())));
    });
    if (failed() || !has_text) return;
    if (!packed.empty()) {
      path_.push_back({"origin"});
      if (!unpack_origin(packed, source.text.size(), source.origin) ||
          source.origin.size() != source.text.size() + 1 || source.origin.back() > source.bytes) {
        fail("does not lead from the text to the bytes", "Parse the dump again");
      }
      path_.pop_back();
    } else if (source.bytes != source.text.size()) {
      fail("says " + std::to_string(source.bytes) + " bytes, its text has " +
               std::to_string(source.text.size()),
           "Parse the dump again");
    }
  }

  Byline read_byline(const Json& value) {
    Byline out;
    if (!is_object(value)) return out;
    text(value, "name", out.name);
    text(value, "role", out.role);
    text(value, "read", out.read);
    out.spans = spans(value);
    return out;
  }

  Block read_block(const Json& value) {
    static constexpr std::array kKinds = {BlockKind::kParagraph, BlockKind::kSubhead, BlockKind::kCaption,
                                          BlockKind::kCredit,    BlockKind::kQuote,   BlockKind::kList};
    Block out;
    if (!is_object(value)) return out;
    out.kind = kind(value, kKinds);
    text(value, "text", out.text);
    out.spans = spans(value);
    each(value, "cuts",
         [&](const Json& cut) { out.cuts.push_back(static_cast<uint32_t>(number(cut, out.text.size()))); });
    if (!out.cuts.empty() && out.cuts.size() != out.spans.size()) {
      fail("has " + std::to_string(out.cuts.size()) + " cuts and " + std::to_string(out.spans.size()) +
               " spans",
           "Give one cut a span, or leave the cuts out");
    }
    return out;
  }

  Repair read_repair(const Json& value) {
    static constexpr std::array kKinds = {
        RepairKind::kJoin,    RepairKind::kMove,      RepairKind::kSplit,  RepairKind::kDuplicate,
        RepairKind::kCaption, RepairKind::kFurniture, RepairKind::kHyphen, RepairKind::kLetter};
    Repair out;
    if (!is_object(value)) return out;
    out.kind = kind(value, kKinds);
    if (const Json* confidence = member(value, "confidence")) {
      path_.push_back({"confidence"});
      out.confidence = confidence->is_number() ? confidence->get<double>() : -1;
      if (!(out.confidence >= 0 && out.confidence <= 1))
        fail("should be a number from 0 to 1", "Give a probability");
      path_.pop_back();
    }
    each(value, "at", [&](const Json& at) { out.at.push_back(offset(at)); });
    text(value, "why", out.why);
    std::string evidence;
    text(value, "evidence", evidence);
    for (int i = 0; i < kEvidenceCount; ++i)
      if (evidence == name_of(static_cast<Evidence>(i))) out.evidence = static_cast<Evidence>(i);
    return out;
  }

  Article read_article(const Json& value) {
    static constexpr std::array kKinds = {ArticleKind::kArticle, ArticleKind::kPhoto, ArticleKind::kBrief,
                                          ArticleKind::kNotice, ArticleKind::kContinued};
    Article out;
    if (!is_object(value)) return out;
    text(value, "id", out.id);
    out.kind = kind(value, kKinds);
    text(value, "kicker", out.kicker);
    text(value, "headline", out.headline);
    text(value, "deck", out.deck);
    out.spans = spans(value);
    each(value, "byline", [&](const Json& one) { out.byline.push_back(read_byline(one)); });
    if (const Json* dateline = member(value, "dateline")) {
      path_.push_back({"dateline"});
      if (is_object(*dateline)) {
        text(*dateline, "place", out.dateline.place);
        text(*dateline, "date", out.dateline.date);
      }
      path_.pop_back();
    }
    each(value, "blocks", [&](const Json& one) { out.blocks.push_back(read_block(one)); });
    each(value, "repairs", [&](const Json& one) { out.repairs.push_back(read_repair(one)); });
    text(value, "continues", out.continues);
    if (out.id.empty()) {
      const auto first = std::find_if(out.blocks.begin(), out.blocks.end(),
                                      [](const Block& b) { return b.kind == BlockKind::kParagraph; });
      out.id = make_article_id(out.headline, first == out.blocks.end() ? std::string() : first->text);
    }
    return out;
  }

  Duplicate read_duplicate(const Json& value) {
    Duplicate out;
    if (!is_object(value)) return out;
    text(value, "text", out.text);
    out.spans = spans(value);
    const Json* of = member(value, "of");
    if (!of) return out;
    path_.push_back({"of"});
    if (is_object(*of)) {
      text(*of, "article", out.article);
      const Json* block = member(*of, "block");
      path_.push_back({"block"});
      if (block && !(block->is_number_integer() && *block == -1)) {
        out.block = static_cast<int>(number(*block, std::numeric_limits<int>::max()));
      }
      path_.pop_back();
    }
    path_.pop_back();
    return out;
  }

  Page read_page(const Json& value) {
    Page page;
    if (!is_object(value)) return page;
    auto source = std::make_shared<Source>();
    const Json* described = member(value, "source");
    if (described) {
      path_.push_back({"source"});
      read_source(*described, *source);
      path_.pop_back();
    }
    page.source = source;
    source_ = source.get();
    most_ = described && described->contains("bytes") ? source->bytes : std::numeric_limits<uint32_t>::max();
    text(value, "language", page.language);
    if (const Json* printed = member(value, "number"); printed && !printed->is_null())
      page.number = static_cast<int>(number(*printed, 9999));
    each(value, "articles", [&](const Json& one) { page.articles.push_back(read_article(one)); });
    each(value, "furniture", [&](const Json& one) {
      Furniture out;
      if (!is_object(one)) return;
      text(one, "kind", out.kind);
      text(one, "text", out.text);
      out.spans = spans(one);
      page.furniture.push_back(std::move(out));
    });
    each(value, "duplicates", [&](const Json& one) { page.duplicates.push_back(read_duplicate(one)); });
    each(value, "unplaced", [&](const Json& one) {
      Unplaced out;
      if (!is_object(one)) return;
      text(one, "text", out.text);
      out.spans = spans(one);
      page.unplaced.push_back(std::move(out));
    });
    source_ = nullptr;
    return page;
  }

  std::vector<JsonStep> path_;
  std::vector<JsonStep> fault_path_;
  std::string what_;
  std::string mend_;
  const Source* source_ = nullptr;
  uint64_t most_ = 0;
};

Complaint no_json(std::string_view all, size_t begin, std::string_view json, const std::string& file) {
  FaultPlace fault;
  Json::sax_parse(json, &fault);
  const bool ends = fault.offset >= json.size();
  return {file, line_and_column(all, begin + fault.offset),
          ends ? "the JSON ends too soon" : "this is not JSON",
          ends ? "Get the whole file again" : "Correct it there, or get the file again"};
}

// Reads the document all[begin, begin + json.size()).
Complaint read_document(std::string_view all, size_t begin, std::string_view json, const std::string& file,
                        Edition& edition) {
  const Json doc = Json::parse(json, nullptr, false);
  if (doc.is_discarded()) return no_json(all, begin, json, file);
  Reader reader;
  reader.document(doc, edition);
  if (!reader.failed()) return {};
  const std::string path = json_path(reader.fault_path());
  return {file, line_and_column(all, begin + json_offset(json, reader.fault_path())),
          (path.empty() ? "" : path + ": ") + reader.what(), reader.mend()};
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Complaint from_json(std::string_view json, const std::string& file, Edition& edition) {
  if (blank(json)) return {file, "", "is empty", "Give the JSON that `broadsheet parse` prints"};
  Edition read;
  const size_t line_end = std::min(json.find('\n'), json.size());
  // Two documents or more, one a line: no whole document is followed by another.
  const bool lines = !blank(json.substr(line_end)) && Json::accept(json.substr(0, line_end));
  if (!lines) {
    Complaint complaint = read_document(json, 0, json, file, read);
    if (complaint.empty()) edition = std::move(read);
    return complaint;
  }
  for (size_t begin = 0; begin < json.size();) {
    const size_t end = std::min(json.find('\n', begin), json.size());
    const std::string_view line = json.substr(begin, end - begin);
    if (!blank(line)) {
      Complaint complaint = read_document(json, begin, line, file, read);
      if (!complaint.empty()) return complaint;
    }
    begin = end + 1;
  }
  edition = std::move(read);
  return {};
}

}  // namespace broadsheet
