#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

constexpr ProofWords kChinese{.undone = "已撤销：{}",
                              .redone = "已重做：{}",
                              .nothing_to_undo = "没有可撤销的订正",
                              .nothing_to_redo = "没有可重做的订正",
                              .taken_over = "并入 {} 处订正",
                              .bad_log = "{}",
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
                              .bad_log = "{}",
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
  for (int i = 0; i < kRoleCount; ++i)
    if (role == kRoles[i]) return words.roles[i];
  return role.c_str();
}

}  // namespace broadsheet::view
