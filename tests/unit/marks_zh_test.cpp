#include "compose/marks_zh.h"

#include <catch2/catch_test_macros.hpp>

#include "compose/captions_zh.h"
#include "compose/furniture_zh.h"

using namespace broadsheet;

TEST_CASE("a sentence ends with its mark, closing marks behind it included", "[marks]") {
  CHECK(ends_sentence_zh(U"渡船开了。"));
  CHECK(ends_sentence_zh(U"“渡船开了。”"));
  CHECK(ends_sentence_zh(U"“渡船开了! ”"));
  CHECK_FALSE(ends_sentence_zh(U"渡船开"));
  CHECK_FALSE(ends_sentence_zh(U"渡船开了,"));
}

TEST_CASE("bylines are told from credits and heads", "[marks]") {
  CHECK(is_byline_zh(U"▶ 本报记者 林知远 特约通讯员 夏雨"));
  CHECK(is_byline_zh(U"■ 记者 沈一舟 文/图"));
  CHECK(is_byline_zh(U"口 本报记者 林知远"));  // OCR: ■
  CHECK_FALSE(is_byline_zh(U"海港旧码头上 本报记者 林知远"));
  CHECK_FALSE(is_byline_zh(U"本报记者 林知远/摄"));
  CHECK_FALSE(is_byline_zh(U"图片报道"));
  CHECK_FALSE(is_byline_zh(U"■ 关注春耕"));
  CHECK(is_byline_zh(U"■ 欧阳知远"));
  CHECK(is_byline_zh(U"记者 沈一舟,何嘉木"));
  CHECK_FALSE(is_byline_zh(U"近日,记者回访看到,在渡口"));
  CHECK_FALSE(is_byline_zh(U"渡口街的路灯会等人"));
  CHECK(is_credit_zh(U"本报记者 林知远/摄"));
  CHECK(is_credit_zh(U"图片来源:望川市档案馆"));
  CHECK_FALSE(is_credit_zh(U"首届河滩生灵摄影"));
}

TEST_CASE("a signature is cut where the story has ended", "[marks]") {
  CHECK(signature_zh(U"试验间隔由九十天缩短到四十天。 钟离") == 15);
  CHECK(signature_zh(U"试验间隔由九十天缩短到四十天。(柳闻笛)") == 15);
  CHECK(signature_zh(U"试验间隔由九十天缩短到四十天。") == std::u32string_view::npos);
  CHECK(signature_zh(U"试验间隔由九十天(约三个月)") == std::u32string_view::npos);
}

TEST_CASE("folios, dates and editors' lines are furniture, heads are not", "[marks]") {
  CHECK(furniture_zh(U"第3版") == "folio");
  CHECK(furniture_zh(U"要闻 A08版") == "folio");
  CHECK(furniture_zh(U"望川日报 地方新闻 2031.2.6 星期四12版") == "date");
  CHECK(furniture_zh(U"2031-02-06 星期四") == "date");
  CHECK(furniture_zh(U"2031.2.6").empty());  // a chronicle has it over what happened
  CHECK(furniture_zh(U"星期天 去爬山").empty());
  CHECK(furniture_zh(U"新冠防控方案 第9版").empty());
  CHECK(furniture_zh(U"编辑 出版").empty());
  CHECK(furniture_zh(U"第3版画展在望川开幕").empty());
  CHECK(furniture_zh(U"星期四渡船停航").empty());
  CHECK(furniture_zh(U"版式设计 林知远 校对 夏雨") == "editor");
  CHECK(furniture_zh(U"编辑 罗望") == "editor");
  CHECK(furniture_zh(U"编辑部的故事").empty());
  CHECK(furniture_zh(U"2031年2月6日 星期四") == "date");
  CHECK(furniture_zh(U"责任编辑:林知远 美编:夏雨") == "editor");
  CHECK(furniture_zh(U"望川日报新闻热线:000-0000") == "telephone");
  CHECK(furniture_zh(U"三项成果获市科技进步奖").empty());
}

TEST_CASE("A closing note may have its writer behind it") {
  CHECK(signature_zh(U"(作者为海港大学教授、主任) 许闻笛") == 14);
  CHECK(signature_zh(U"数据来源:海港市统计局 林知远 许闻笛") == 11);
  CHECK(signature_zh(U"数据来源:海港市望川区统计局宣传部 (柳闻笛)") == 17);
  CHECK(signature_zh(U"数据来源:海港市望川区统计局宣传部 (望川区)") == std::u32string_view::npos);
  CHECK(signature_zh(U"(作者单位:海港大学)许闻笛") == 11);
  CHECK(signature_zh(U"(作者单位:海港大学)研究所") == std::u32string_view::npos);
  CHECK(signature_zh(U"给老街一个合适的通道(建议)") == std::u32string_view::npos);
}

TEST_CASE("A line that says who wrote it is told from a name") {
  CHECK(is_writer_zh(U"林 知文"));
  CHECK(is_writer_zh(U"林知远文"));
  CHECK_FALSE(is_writer_zh(U"林知文"));
  CHECK_FALSE(is_writer_zh(U"海港作文"));
}

TEST_CASE("A signature may name a place, or who wrote the words") {
  CHECK(is_signature_zh(U"林知远 苏禾"));
  CHECK(is_signature_zh(U"林知远文(罗望 苏禾)"));
  CHECK(is_signature_zh(U"云麓高新区 苏 禾"));
  CHECK_FALSE(is_signature_zh(U"云麓高新区 苏禾"));
  CHECK_FALSE(is_signature_zh(U"新桥通车 两岸相连"));
}

TEST_CASE("A contact line is known by its number or address") {
  CHECK(is_contact_zh(U"电话:010-12345678"));
  CHECK(is_contact_zh(U"邮箱:desk@example.com"));
  CHECK(is_bare_contact_zh(U"邮箱:desk@example.com"));
  CHECK_FALSE(is_bare_contact_zh(U"电话:010-12345678转办公室"));
  CHECK_FALSE(is_bare_contact_zh(U"电话:"));
  CHECK_FALSE(is_contact_zh(U"他拨通了邻居家的电话"));
}

TEST_CASE("the title of a reporter's column is no byline") {
  CHECK_FALSE(is_byline_zh(U"记者手记"));
  CHECK_FALSE(is_byline_zh(U"（记者观察）"));
  CHECK(is_byline_zh(U"记者 何嘉木"));
}

TEST_CASE("leads name a wire or a paper, a date and how it came", "[marks]") {
  CHECK(is_lead_zh(U"本报河口5月1日电 (记者林知远)"));
  CHECK(is_lead_zh(U"望川新闻网12月31日讯 昨天上午"));
  CHECK(is_lead_zh(U"望川晚报讯(记者林知远)渡口"));
  CHECK(is_lead_zh(U"【记者林知远/河口报导】渡口昨天停航"));
  CHECK(is_lead_zh(U"〔记者林知远/河口报导〕渡口昨天停航"));
  CHECK(is_lead_zh(U"【望川日报专讯】渡口昨天停航"));
  CHECK_FALSE(is_lead_zh(U"【深度报道】"));
  CHECK_FALSE(is_lead_zh(U"【记者】渡口昨天停航"));
  CHECK_FALSE(is_lead_zh(U"据河口日报5月1日报道,渡口停航"));
  CHECK_FALSE(is_lead_zh(U"渡口传来喜报讯息不断"));
  CHECK_FALSE(is_lead_zh(U"警方5月12日讯问了船主"));
  CHECK_FALSE(is_lead_zh(U"3月2日电线改造完工"));
}

TEST_CASE("who took a picture is told with an agency behind the name, and brackets may be empty", "[marks]") {
  CHECK(is_credit_zh(U"林知远摄(望川视觉)"));
  CHECK_FALSE(is_credit_zh(U"()"));
  CHECK_FALSE(is_credit_zh(U"( )"));
  CHECK(picture_credit_zh(U"渡口街的旧码头昨天清晨重新开航,老人在岸边等船。林知远摄(望川视觉)") == 24);
  CHECK(picture_source_zh(U"对岸的渔船第一次靠上新码头 图片来源:望川市档案馆") == 13);
}

TEST_CASE("a byline may name the post of its writer, and names beside commas", "[marks]") {
  CHECK(is_byline_zh(U"本报驻河口记者林知远"));
  CHECK_FALSE(is_byline_zh(U"本报驻河口记者看到"));
  CHECK(is_byline_zh(U"记者 扎西顿珠,林知远"));
}

TEST_CASE("a paper's name", "[marks]") {
  CHECK(names_paper_zh(U"望川晚报"));
  CHECK_FALSE(names_paper_zh(U"险情及时报"));
  CHECK_FALSE(names_paper_zh(U"本报"));
}

TEST_CASE("the writers' names behind a photographer's are told apart", "[marks]") {
  const auto behind = [](std::u32string_view text) {
    const size_t at = names_behind_credit_zh(text);
    return at == text.npos ? std::u32string_view(U"") : text.substr(at + 1);
  };
  CHECK(behind(U"林 远摄(影像中国) (夏雨)") == U"(夏雨)");
  CHECK(behind(U"本报记者 林知远摄 夏雨 苏禾") == U"夏雨 苏禾");
  CHECK(behind(U"夏雨摄") == U"");
  CHECK(behind(U"夏雨摄(影像中国)") == U"");
  CHECK(behind(U"他拍摄 了三天") == U"");
  CHECK(behind(U"夏雨摄 他等了三个小时") == U"");
}
