// The words of the kiosk, in Chinese and in English.
#pragma once

namespace broadsheet::view {

struct KioskWords {
  const char *touch, *phone, *as_of, *still_there, *back_in, *read_on, *start, *plates;
  const char *pin, *wrong, *wait, *cancel, *enter, *erase;
  const char *service, *go_on, *save_log, *reload, *leave, *status;
};

inline const KioskWords& kiosk_words(bool chinese) {
  static constexpr KioskWords kZh{.touch = "触摸屏幕，开始阅读",
                                  .phone = "手机读全文",
                                  .as_of = "{} 的内容，暂时无法更新",
                                  .still_there = "还在阅读吗？",
                                  .back_in = "{} 秒后回到轮播",
                                  .read_on = "继续阅读",
                                  .start = "回到轮播",
                                  .plates = "第 {} 篇，共 {} 篇",
                                  .pin = "请输入密码",
                                  .wrong = "密码不对",
                                  .wait = "请等 {} 秒",
                                  .cancel = "取消",
                                  .enter = "确定",
                                  .erase = "退格",
                                  .service = "维护",
                                  .go_on = "回到轮播",
                                  .save_log = "保存日志",
                                  .reload = "重新载入",
                                  .leave = "退出展示",
                                  .status = "{} 篇 · 已轮播 {} 次 · {}"};
  static constexpr KioskWords kEn{.touch = "Touch the screen to read",
                                  .phone = "Read it on your phone",
                                  .as_of = "As of {}; no update can be had",
                                  .still_there = "Still reading?",
                                  .back_in = "The loop goes on in {} s",
                                  .read_on = "Keep reading",
                                  .start = "Close",
                                  .plates = "{} of {}",
                                  .pin = "Enter the PIN",
                                  .wrong = "Wrong PIN",
                                  .wait = "Wait {} s",
                                  .cancel = "Cancel",
                                  .enter = "OK",
                                  .erase = "Erase",
                                  .service = "Service",
                                  .go_on = "Back to the loop",
                                  .save_log = "Save the log",
                                  .reload = "Reload",
                                  .leave = "Leave the kiosk",
                                  .status = "{} stories · {} plates shown · {}"};
  return chinese ? kZh : kEn;
}

}  // namespace broadsheet::view
