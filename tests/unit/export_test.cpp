#include "edition/export.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "random_edition.h"
#include "text/well_formed.h"

using namespace broadsheet;

namespace {

Edition small_edition() {
  Article article;
  article.id = "abcd0123";
  article.kicker = "引题";
  article.headline = "新桥 <通车> & 试运行";
  article.deck = "副题";
  article.byline = {{"张三", "本报记者", {}}, {"李四", "", {}}};
  article.dateline = {"北京", "2021-01-06"};
  article.blocks = {{BlockKind::kParagraph, "第一段。", {}, {}},
                    {BlockKind::kSubhead, "小标题", {}, {}},
                    {BlockKind::kList, "一", {}, {}},
                    {BlockKind::kList, "二", {}, {}},
                    {BlockKind::kCaption, "图为新桥。", {}, {}},
                    {BlockKind::kCredit, "王五 摄", {}, {}},
                    {BlockKind::kQuote, "她说。", {}, {}}};
  article.continues = "zzzz9999";
  Page page;
  page.language = "zh-Hans";
  page.articles = {article};
  return {"园区日报", "2021-01-06", {page}};
}

// The names of all tags and attributes of an HTML text; fails the test where a tag is not closed or badly
// nested.
std::set<std::string> tags_of(const std::string& html) {
  static const std::set<std::string> kVoid = {"meta", "!doctype"};
  std::set<std::string> names;
  std::vector<std::string> open;
  for (size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
    const size_t end = html.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string tag = html.substr(at + 1, end - at - 1);
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (name[0] == '/') {
      REQUIRE_FALSE(open.empty());
      REQUIRE("/" + open.back() == name);
      open.pop_back();
    } else {
      names.insert(name);
      if (!kVoid.contains(name)) open.push_back(name);
      // Attributes: name="value" only.
      size_t from = name.size();
      while (from < tag.size()) {
        REQUIRE(tag[from] == ' ');
        const size_t equals = tag.find('=', from);
        if (equals == std::string::npos) break;  // <!doctype html>
        names.insert("@" + tag.substr(from + 1, equals - from - 1));
        REQUIRE(tag[equals + 1] == '"');
        from = tag.find('"', equals + 2);
        REQUIRE(from != std::string::npos);
        ++from;
      }
    }
    at = end;
  }
  REQUIRE(open.empty());
  return names;
}

std::string unescape_html(std::string text) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [from, to] : kPairs) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
      text.replace(at, std::string(from).size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("an article in HTML is an article with its parts by name", "[export]") {
  const std::string html = to_html_articles(small_edition());
  CHECK(html ==
        "<section lang=\"zh-Hans\">\n<article id=\"a-abcd0123\" class=\"article\">\n<header>\n"
        "<p class=\"kicker\">引题</p>\n<h2>新桥 &lt;通车&gt; &amp; 试运行</h2>\n<p class=\"deck\">副题</p>\n"
        "<p class=\"byline\">本报记者 <span class=\"author\">张三</span> · <span "
        "class=\"author\">李四</span> · 北京 · "
        "<time datetime=\"2021-01-06\">2021-01-06</time></p>\n</header>\n"
        "<p>第一段。</p>\n<h3>小标题</h3>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"
        "<figure><figcaption>图为新桥。 <small>王五 "
        "摄</small></figcaption></figure>\n<blockquote><p>她说。</p></blockquote>\n"
        "<footer><p><a rel=\"next\" href=\"#a-zzzz9999\">→</a></p></footer>\n</article>\n</section>\n");
  const std::string whole = to_html(small_edition());
  CHECK(whole.starts_with("<!doctype html>\n<html lang=\"zh-Hans\">"));
  CHECK(whole.find("<title>园区日报 2021-01-06</title>") != std::string::npos);
  CHECK(whole.find("<li><a href=\"#a-abcd0123\">新桥 &lt;通车&gt; &amp; 试运行</a></li>") !=
        std::string::npos);
}

TEST_CASE("an article in Markdown and as text", "[export]") {
  CHECK(to_markdown(small_edition()) ==
        "# 园区日报 2021-01-06\n\n引题\n\n## 新桥 \\<通车\\> \\& 试运行\n\n**副题**\n\n*本报记者 张三 · 李四 "
        "· 北京 · 2021-01-06*\n\n"
        "第一段。\n\n### 小标题\n\n- 一\n\n- 二\n\n> ▲ 图为新桥。\n\n> 王五 摄\n\n> 她说。\n");
  CHECK(to_text(small_edition()) ==
        "园区日报 2021-01-06\n\n\n引题\n新桥 <通车> & 试运行\n副题\n本报记者 张三 · 李四 · 北京 · "
        "2021-01-06\n\n第一段。\n\n小标题\n\n一\n\n二\n\n"
        "图为新桥。\n\n王五 摄\n\n她说。\n");
}

TEST_CASE("rows with bars are a table in Markdown and in HTML", "[export]") {
  Edition edition = small_edition();
  Article& article = edition.pages[0].articles[0];
  article.blocks.clear();
  for (const char* text : {"渡口 | 船_名 | 班次", "东渡 | 白鹭 | 12", "西渡 | | 8"}) {
    article.blocks.emplace_back();
    article.blocks.back().kind = BlockKind::kList;
    article.blocks.back().text = text;
  }
  article.blocks.emplace_back();
  article.blocks.back().text = "之后。";
  CHECK(to_markdown(edition).find("\n\n| 渡口 | 船\\_名 | 班次 |\n| --- | --- | --- |\n| 东渡 | 白鹭 | 12 |\n"
                                  "| 西渡 |  | 8 |\n\n之后。\n") != std::string::npos);
  CHECK(to_html_articles(edition).find("<tr><td>西渡</td><td></td><td>8</td></tr>") != std::string::npos);
}

TEST_CASE("no text of a document becomes markup in HTML", "[export]") {
  const std::set<std::string> known = {
      "!doctype", "html",       "head",   "meta",      "title",    "style",       "body",     "h1",
      "nav",      "ol",         "li",     "a",         "main",     "section",     "article",  "header",
      "p",        "h2",         "h3",     "span",      "time",     "ul",          "figure",   "figcaption",
      "small",    "blockquote", "footer", "@lang",     "@charset", "@http-equiv", "@content", "@name",
      "@href",    "@id",        "@class", "@datetime", "@rel"};
  for (unsigned seed = 0; seed < 400; ++seed) {
    const Edition edition = random_edition(seed, seed % 2 == 0);
    const std::string html = to_html(edition);
    INFO("seed " << seed);
    REQUIRE(is_well_formed(html));
    for (const std::string& name : tags_of(html)) {
      INFO(name);
      REQUIRE(known.contains(name));
    }
    // An id is there once.
    std::set<std::string> ids;
    for (size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
      REQUIRE(ids.insert(html.substr(at + 5, html.find('"', at + 5) - at - 5)).second);
    }
  }
}

TEST_CASE("escaped HTML reads back as the text that went in", "[export]") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = hostile_text(random, true);
    const std::string escaped = escape_html(text);
    REQUIRE(escaped.find_first_of("<>\"'") == std::string::npos);
    REQUIRE(unescape_html(escaped) == text);
  }
  CHECK(escape_html(std::string("a\0b\x1B\xFF", 5)) == "a\uFFFDb\uFFFD\uFFFD");
}

TEST_CASE("escaped Markdown is one line without a construct, and reads back", "[export]") {
  std::mt19937 random(12);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = hostile_text(random, true);
    const std::string escaped = escape_markdown(text);
    INFO(text);
    REQUIRE(escaped.find_first_of("\n\t\r") == std::string::npos);
    std::string back;
    for (size_t i = 0; i < escaped.size(); ++i) {
      if (escaped[i] == '\\') {
        ++i;
        REQUIRE(i < escaped.size());
      } else {
        REQUIRE(std::string_view("`*_[]<>&~|$#\\").find(escaped[i]) == std::string_view::npos);
      }
      back += escaped[i];
    }
    std::string wanted = text;
    for (char& c : wanted) c = c == '\n' || c == '\t' ? ' ' : c;
    const size_t first = wanted.find_first_not_of(' ');
    wanted = first == std::string::npos ? "" : wanted.substr(first, wanted.find_last_not_of(' ') + 1 - first);
    REQUIRE(back == wanted);
  }
  CHECK(escape_markdown("1. 一") == "1\\. 一");
  CHECK(escape_markdown("2021) x") == "2021\\) x");
  CHECK(escape_markdown("- x - y") == "\\- x - y");
  CHECK(escape_markdown("  # x #") == "\\# x \\#");
  CHECK(escape_markdown("http://a.b") == "http\\://a.b");
}
