#include "edition/json.h"

#include "edition/json_kind.h"
#include "edition/json_source.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

uint32_t origin_of(const Source& source, uint32_t offset) {
  return source.origin.empty() || offset >= source.origin.size() ? offset : source.origin[offset];
}

Json spans_json(const Source& source, const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back({origin_of(source, span.begin), origin_of(source, span.end)});
  return list;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json article_json(const Source& source, const Article& article) {
  Json out;
  out["id"] = article.id;
  out["kind"] = name_of(article.kind);
  out["kicker"] = text_or_null(article.kicker);
  out["headline"] = text_or_null(article.headline);
  out["deck"] = text_or_null(article.deck);
  out["spans"] = spans_json(source, article.spans);
  out["byline"] = Json::array();
  for (const Byline& by : article.byline) {
    Json one{{"name", by.name}, {"role", text_or_null(by.role)}};
    if (!by.spans.empty()) one["spans"] = spans_json(source, by.spans);
    if (!by.read.empty()) one["read"] = by.read;
    out["byline"].push_back(std::move(one));
  }
  if (article.dateline.place.empty() && article.dateline.date.empty()) {
    out["dateline"] = nullptr;
  } else {
    out["dateline"] = {{"place", text_or_null(article.dateline.place)},
                       {"date", text_or_null(article.dateline.date)}};
  }
  out["blocks"] = Json::array();
  for (const Block& block : article.blocks) {
    out["blocks"].push_back({{"kind", name_of(block.kind)},
                             {"text", block.text},
                             {"spans", spans_json(source, block.spans)},
                             {"cuts", block.cuts}});
  }
  out["repairs"] = Json::array();
  for (const Repair& repair : article.repairs) {
    Json at = Json::array();
    for (uint32_t offset : repair.at) at.push_back(origin_of(source, offset));
    out["repairs"].push_back(
        {{"kind", name_of(repair.kind)}, {"confidence", repair.confidence}, {"at", at}, {"why", repair.why}});
    if (repair.evidence != Evidence::kTold) out["repairs"].back()["evidence"] = name_of(repair.evidence);
  }
  out["continues"] = text_or_null(article.continues);
  return out;
}

Json page_json(const Page& page, SourceText text) {
  static const Source kNone;
  const Source& source = page.source ? *page.source : kNone;
  Json out;
  out["source"] = {{"name", source.name},
                   {"bytes", source.bytes},
                   {"format", source.format},
                   {"encoding", source.encoding}};
  if (text == SourceText::kWith && page.source) {
    if (is_well_formed(source.text)) {
      out["source"]["text"] = source.text;
    } else {
      out["source"]["base64"] = to_base64(source.text);
    }
    if (!source.origin.empty()) out["source"]["origin"] = pack_origin(source.origin);
  }
  out["language"] = text_or_null(page.language);
  out["number"] = page.number > 0 ? Json(page.number) : Json(nullptr);
  out["articles"] = Json::array();
  for (const Article& article : page.articles) out["articles"].push_back(article_json(source, article));
  out["furniture"] = Json::array();
  for (const Furniture& item : page.furniture) {
    out["furniture"].push_back(
        {{"kind", item.kind}, {"text", item.text}, {"spans", spans_json(source, item.spans)}});
  }
  out["duplicates"] = Json::array();
  for (const Duplicate& item : page.duplicates) {
    out["duplicates"].push_back({{"text", item.text},
                                 {"spans", spans_json(source, item.spans)},
                                 {"of", {{"article", item.article}, {"block", item.block}}}});
  }
  out["unplaced"] = Json::array();
  for (const Unplaced& item : page.unplaced) {
    out["unplaced"].push_back({{"text", item.text}, {"spans", spans_json(source, item.spans)}});
  }
  return out;
}

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string Complaint::text() const {
  std::string out = file;
  if (!place.empty()) out += (out.empty() ? "" : ": ") + place;
  out += (out.empty() ? "" : ": ") + what + ".";
  if (!mend.empty()) out += " " + mend + ".";
  // A file's name is anybody's word: no line breaks, nothing that steers a terminal.
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return out;
}

std::string to_json(const Page& page, int indent, SourceText text) {
  Json out;
  out["format"] = "broadsheet-1";
  out["pages"] = Json::array({page_json(page, text)});
  return dump(out, indent);
}

std::string to_json(const Edition& edition, int indent, SourceText text) {
  Json out;
  out["format"] = "broadsheet-1";
  out["title"] = text_or_null(edition.title);
  out["date"] = text_or_null(edition.date);
  out["pages"] = Json::array();
  for (const Page& page : edition.pages) out["pages"].push_back(page_json(page, text));
  return dump(out, indent);
}

}  // namespace broadsheet
