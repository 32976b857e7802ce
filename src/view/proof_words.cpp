#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

constexpr ProofWords kChinese{.undone = "已撤销：{}",
                              .redone = "已重做：{}",
                              .nothing_to_undo = "没有可撤销的订正",
                              .nothing_to_redo = "没有可重做的订正",
                              .taken_over = "并入 {} 处订正",
                              .correct = "订正",
                              .take = "采用",
                              .leave = "放弃",
                              .behind = "放在其后：",
                              .in_front = "放在其前：",
                              .onto = "并入：",
                              .goes_on_with = "接上：",
                              .begins_at = "从这里起：",
                              .of_words = "文字",
                              .names = "作者姓名，以顿号分开",
                              .the_repair = "修复：",
                              .next_choice = "下一处",
                              .previous_choice = "上一处",
                              .no_choice = "这里没有可选之处。",
                              .type_it = "请改动文字。",
                              .no_effect = "这样做什么也不会改变。",
                              .more_lines = "另有 {} 行",
                              .role_of = "身份…",
                              .taken_one = "已订正：{}",
                              .pick_first = "请先选一段原文。",
                              .picked_n = "已选 {} 段",
                              .pick_more = "多选",
                              .pick_none = "不选",
                              .keys = "↑ ↓ 选择 · Enter 采用 · Esc 放弃",
                              .keys_places = "← → 逐字 · ↑ ↓ 逐句 · Enter 采用 · Esc 放弃",
                              .article_begins = "新一篇",
                              .unplaced = "未归篇",
                              .other_way = "前 / 后",
                              .nothing_seen = "所见文字不变。",
                              .corrections = "订正记录",
                              .no_corrections = "还没有订正。在“原文”里选一段，按 E 或右键。",
                              .undo = "撤销",
                              .redo = "重做",
                              .your_name = "订正人姓名",
                              .export_log = "导出记录",
                              .import_log = "并入记录…",
                              .test_page = "存为测试页",
                              .misfit = "不再适用：{}",
                              .undone_mark = "已撤销",
                              .conflict_n = "两份订正相左：第 {} 处，共 {} 处",
                              .mine = "我方",
                              .theirs = "对方",
                              .keep_mine = "保留我方",
                              .take_theirs = "采用对方",
                              .decide_later = "以后再定",
                              .undecided = "有 {} 处订正相左，尚未定夺 ›",
                              .review = "审阅",
                              .review_keep = "认可",
                              .review_undo = "撤回",
                              .review_skip = "跳过",
                              .review_back = "上一处",
                              .review_end = "结束",
                              .seen = "已审 {} / {} 处 · {} %",
                              .review_done = "全部修复都已审阅。",
                              .was_kept = "已认可",
                              .was_undone = "已撤回",
                              .if_undone = "撤回后：",
                              .nothing_to_review = "本期没有修复可审。",
                              .log_saved = "已存 {}",
                              .give_role = "改作",
                              .move = "移动",
                              .join = "接上",
                              .split = "分段",
                              .split_article = "另起一篇",
                              .merge = "并入另一篇",
                              .words = "改字",
                              .byline = "改署名",
                              .undo_repair = "撤回修复",
                              .keep_repair = "认可修复",
                              .roles = {"标题", "引题", "副题", "署名", "小标题", "正文", "图片说明",
                                        "图片署名", "版面文字", "广告", "重复"}};

constexpr ProofWords kEnglish{.undone = "Undone: {}",
                              .redone = "Done again: {}",
                              .nothing_to_undo = "Nothing to undo",
                              .nothing_to_redo = "Nothing to do again",
                              .taken_over = "{} corrections taken over",
                              .correct = "Correct",
                              .take = "Take it",
                              .leave = "Leave it",
                              .behind = "Behind: ",
                              .in_front = "In front of: ",
                              .onto = "Into: ",
                              .goes_on_with = "Goes on with: ",
                              .begins_at = "Begins here: ",
                              .of_words = "Words",
                              .names = "Names, with commas",
                              .the_repair = "Repair: ",
                              .next_choice = "Next place",
                              .previous_choice = "Previous place",
                              .no_choice = "There is nothing to choose here.",
                              .type_it = "Change the words.",
                              .no_effect = "This would change nothing.",
                              .more_lines = "and {} more",
                              .role_of = "Role…",
                              .taken_one = "Corrected: {}",
                              .pick_first = "Choose a passage of the source first.",
                              .picked_n = "{} picked",
                              .pick_more = "Several",
                              .pick_none = "None",
                              .keys = "↑ ↓ choose · Enter take · Esc leave",
                              .keys_places = "← → by word · ↑ ↓ by sentence · Enter take · Esc leave",
                              .article_begins = "new article",
                              .unplaced = "unplaced",
                              .other_way = "In front / behind",
                              .nothing_seen = "No word that is read changes.",
                              .corrections = "Corrections",
                              .no_corrections =
                                  "No corrections yet. Choose a passage in the source view and press E, or "
                                  "the right button.",
                              .undo = "Undo",
                              .redo = "Redo",
                              .your_name = "Your name",
                              .export_log = "Export log",
                              .import_log = "Merge a log…",
                              .test_page = "Save as test page",
                              .misfit = "No longer fits: {}",
                              .undone_mark = "undone",
                              .conflict_n = "Two corrections disagree: {} of {}",
                              .mine = "Ours",
                              .theirs = "Theirs",
                              .keep_mine = "Keep ours",
                              .take_theirs = "Take theirs",
                              .decide_later = "Decide later",
                              .undecided = "Not yet decided: {} ›",
                              .review = "Review",
                              .review_keep = "Accept",
                              .review_undo = "Reject",
                              .review_skip = "Skip",
                              .review_back = "Back",
                              .review_end = "End",
                              .seen = "{} of {} repairs seen · {} %",
                              .review_done = "Every repair has been reviewed.",
                              .was_kept = "accepted",
                              .was_undone = "rejected",
                              .if_undone = "If it is rejected:",
                              .nothing_to_review = "This edition has no repairs to review.",
                              .log_saved = "Saved {}",
                              .give_role = "Change role",
                              .move = "Move",
                              .join = "Join",
                              .split = "Split paragraph",
                              .split_article = "New article here",
                              .merge = "Merge into another article",
                              .words = "Correct words",
                              .byline = "Fix byline",
                              .undo_repair = "Undo repair",
                              .keep_repair = "Accept repair",
                              .roles = {"headline", "kicker", "deck", "byline", "sub-head", "paragraph",
                                        "caption", "credit", "furniture", "advertisement", "duplicate"}};

}  // namespace

const ProofWords& proof_words(bool chinese) {
  return chinese ? kChinese : kEnglish;
}

const char* name_of(CorrectionKind kind, const ProofWords& words) {
  switch (kind) {
    case CorrectionKind::kRole:
      return words.give_role;
    case CorrectionKind::kMove:
      return words.move;
    case CorrectionKind::kJoin:
      return words.join;
    case CorrectionKind::kSplit:
      return words.split;
    case CorrectionKind::kSplitArticle:
      return words.split_article;
    case CorrectionKind::kMerge:
      return words.merge;
    case CorrectionKind::kWords:
      return words.words;
    case CorrectionKind::kByline:
      return words.byline;
    case CorrectionKind::kUndoRepair:
      return words.undo_repair;
    case CorrectionKind::kKeepRepair:
      return words.keep_repair;
  }
  return words.give_role;
}

const char* role_name(const std::string& role, const ProofWords& words) {
  if (role == "article") return words.article_begins;
  if (role == "unplaced") return words.unplaced;
  for (int i = 0; i < kRoleCount; ++i)
    if (role == kRoles[i]) return words.roles[i];
  return role.c_str();
}

std::string reason(const std::string& why, bool chinese) {
  if (!chinese) return why + ".";
  static const char* const kReasons[][2] = {
      {"a paragraph begins there already", "那里本来就是段首。"},
      {"a passage cannot be moved into itself", "不能移到自己里面。"},
      {"an article begins there already", "那里本来就是一篇的开头。"},
      {"both ends stand in one article already", "两处本来就在同一篇里。"},
      {"both ends stand in one paragraph already", "两处本来就在同一段里。"},
      {"no article stands at its place", "那里没有文章。"},
      {"one of its ends has no text", "有一端没有文字。"},
      {"one of its ends stands in no article", "有一端不属于任何一篇。"},
      {"that text stands in no article: give it a role first", "这段不属于任何一篇，请先给它一个身份。"},
      {"the first part stands in no article: give it a role first",
       "前一段不属于任何一篇，请先给它一个身份。"},
      {"this parse made no such repair there", "那里没有这样的修复。"}};
  for (const auto& pair : kReasons)
    if (why == pair[0]) return pair[1];
  return "那里没有文字。";
}

std::string summary(const Correction& entry, const ProofWords& words, bool chinese) {
  std::string out = name_of(entry.kind, words);
  if (entry.kind == CorrectionKind::kRole) {
    out += chinese ? "" : ": ";
    out += role_name(entry.role, words);
  }
  const auto add = [&](const std::string& what) {
    out += chinese ? "：" : ": ";
    out += what;
  };
  if (entry.kind == CorrectionKind::kWords) add(entry.text);
  if (entry.kind == CorrectionKind::kByline) {
    std::string names;
    for (const std::string& name : entry.names) {
      if (!names.empty()) names += chinese ? "、" : ", ";
      names += name;
    }
    add(names);
  }
  return out;
}

}  // namespace broadsheet::view
