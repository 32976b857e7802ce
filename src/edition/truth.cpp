#include "edition/truth.h"

#include "edition/json_kind.h"

namespace broadsheet {

namespace {

Json article_truth(const Article& article) {
  Json out;
  out["kind"] = name_of(article.kind);
  out["heads"] = Json::array();
  for (const std::string* line : {&article.kicker, &article.headline, &article.deck}) {
    if (!line->empty()) out["heads"].push_back(*line);
  }
  if (!article.kicker.empty()) out["kicker"] = article.kicker;
  out["headline"] = article.headline.empty() ? Json(nullptr) : Json(article.headline);
  if (!article.deck.empty()) out["deck"] = article.deck;
  out["byline"] = Json::array();
  for (const Byline& by : article.byline) out["byline"].push_back(by.name);
  out["blocks"] = out["captions"] = out["credits"] = Json::array();
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kCaption) {
      out["captions"].push_back(block.text);
    } else if (block.kind == BlockKind::kCredit) {
      out["credits"].push_back(block.text);
    } else {
      out["blocks"].push_back({{"kind", name_of(block.kind)}, {"text", block.text}});
    }
  }
  return out;
}

}  // namespace

std::string to_truth(const Page& page, const std::string& variant) {
  Json out;
  out["articles"] = out["furniture"] = Json::array();
  for (const Article& article : page.articles) out["articles"].push_back(article_truth(article));
  for (const Furniture& item : page.furniture) out["furniture"].push_back(item.text);
  out["duplicates"] = Json::object();
  if (!page.duplicates.empty()) {
    Json& list = out["duplicates"][variant] = Json::array();
    for (const Duplicate& item : page.duplicates) list.push_back(item.text);
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet
