// The words of saving, exporting and remembering, in Chinese and in English.
#pragma once

namespace broadsheet::view {

struct KeepWords {
  const char *keep, *page, *kiosk, *plain, *print, *before, *forget, *forget_sure, *nothing_kept, *stays;
};

inline const KeepWords& keep_words(bool chinese) {
  static constexpr KeepWords kZh{.keep = "保存",
                                 .page = "存为网页（含阅读器）",
                                 .kiosk = "存下的网页以展示屏启动",
                                 .plain = "文本",
                                 .print = "打印",
                                 .before = "先前打开过",
                                 .forget = "清除全部记录",
                                 .forget_sure = "再按一次：版面、位置、订正、设置全部清除",
                                 .nothing_kept = "此浏览器不留记录，关闭页面后打开的版面不再保留。",
                                 .stays = "只记在这台机器上，不会传出。"};
  static constexpr KeepWords kEn{
      .keep = "Save",
      .page = "Save as web page",
      .kiosk = "Starts as kiosk",
      .plain = "Text",
      .print = "Print",
      .before = "Opened before",
      .forget = "Forget all",
      .forget_sure = "Press again: forgets everything",
      .nothing_kept = "This browser remembers nothing: what is open ends with the page.",
      .stays = "Remembered on this machine only: editions, places, corrections, settings."};
  return chinese ? kZh : kEn;
}

}  // namespace broadsheet::view
