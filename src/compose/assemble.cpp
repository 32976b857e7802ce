#include "compose/assemble.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "compose/assemble_en.h"
#include "compose/assign.h"
#include "compose/beginnings.h"
#include "compose/floating.h"
#include "compose/hang.h"
#include "compose/lone_heads.h"
#include "compose/marks_zh.h"
#include "compose/order.h"
#include "compose/orphans.h"
#include "compose/pictures_zh.h"
#include "compose/region.h"
#include "compose/stitch.h"
#include "compose/strip_stories.h"
#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "read/ablation.h"
#include "text/page_words.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr double kOrdered = 0.98;  // the share of joins to the next piece from which they do

class Assembler {
 public:
  explicit Assembler(Sheet& sheet) : sheet_(sheet), pieces_(sheet.pieces), topics_(*sheet.topics) {}

  void run() {
    sheet_.stories.clear();
    find_closed();
    sheet_.ordered = is_ordered();
    gather_strands();
    gather_heads();
    const bool matched = !(sheet_.strips && sheet_.ocr) && !without(Step::kMatched);
    if (matched) part_heads(sheet_, strands_, head_at_);
    begin_stories();
    if (sheet_.strips) {
      drop_taken(sheet_, strands_, head_at_);
      set_pictures_apart(sheet_, strands_);
    }
    if (matched) {
      match_beginnings(sheet_, head_at_, strands_);
      match_rows(sheet_, head_at_, strands_);
    }
    place_orphans();
    if (!without(Step::kAssign)) assign();
    if (!sheet_.strips && !without(Step::kFloating)) {
      if (give_floating_heads(sheet_, strands_, head_at_, headed_) && !without(Step::kAssign)) assign();
      if (is_tangled(sheet_)) adopt_beginnings(sheet_, head_at_, headed_, strands_);
      exchange_heads(sheet_, strands_, headed_);
    }
    clear_pictures(sheet_, strands_, headed_);
    join_lone_heads(sheet_, strands_, headed_);
    order_and_write();
    std::erase_if(sheet_.stories,
                  [](const Story& story) { return story.heads.empty() && story.body.empty(); });
    for (const Story& story : sheet_.stories) settle_picture(sheet_, story);
  }

 private:
  bool out(size_t i) const { return stands_in_no_story(pieces_[i]); }

  // Of printed lines: hardly any text goes on elsewhere than in the next piece.
  bool is_ordered() const {
    if (!sheet_.reading.printed || sheet_.reading.tangled || sheet_.ocr) return false;
    size_t joins = 0;
    size_t next = 0;
    size_t below = pieces_.size();  // the paragraph behind piece i
    for (size_t i = pieces_.size(); i-- > 0;) {
      joins += pieces_[i].next >= 0;
      next += pieces_[i].next == static_cast<int>(below);
      if (!out(i) && pieces_[i].role == Role::kParagraph) below = i;
    }
    return static_cast<double>(next) >= kOrdered * static_cast<double>(joins);
  }

  // A name or a note behind a piece ends its story.
  void find_closed() {
    closed_.resize(pieces_.size());
    bool signature = false;
    for (size_t i = pieces_.size(); i-- > 0;) {
      closed_[i] = pieces_[i].closes || signature;
      if (!out(i) && pieces_[i].role != Role::kCaption && pieces_[i].role != Role::kCredit)
        signature = pieces_[i].role == Role::kSignature;
    }
  }

  // Head lines in a row are one head; each makes a story.
  void gather_heads() {
    bool in_heads = false;
    bool below_head = false;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const Role role = pieces_[i].role;
      if (out(i)) continue;
      if (role == Role::kHeadline) {
        const int region = region_of(sheet_, i);
        // 图片报道 is all the head that its story has.
        const bool own = is_story_title_zh(pieces_[i].text) ||
                         (in_heads && is_story_title_zh(pieces_[sheet_.stories.back().heads.back()].text));
        // A kicker that ends in a dash has its headline below it, no deck that begins with one.
        const bool parted = is_tangled(sheet_) && in_heads && pieces_[i].text.starts_with(U'—') &&
                            pieces_[sheet_.stories.back().heads.back()].text.ends_with(U'—');
        if (!in_heads || own || parted || region != region_of(sheet_, head_at_.back())) {
          sheet_.stories.emplace_back();
          head_at_.push_back(i);
        }
        in_heads = true;
        below_head = true;
        sheet_.stories.back().heads.push_back(i);
      } else {
        // In strips a story may come without its head: it begins with its lead.
        if (sheet_.strips && !below_head && role == Role::kParagraph && seams_zh().is_lead(pieces_[i])) {
          sheet_.stories.emplace_back();
          head_at_.push_back(i);
        }
        in_heads = false;
        below_head = below_head && role == Role::kByline;
      }
    }
  }

  void gather_strands() {
    const Seams& seams = seams_zh();
    for (const std::vector<size_t>& chain : sheet_.chains) {
      for (size_t begin = 0, end = 0; begin < chain.size(); begin = end) {
        end = begin + 1;
        while (end < chain.size() && !parts_picture(chain[end - 1], chain[end])) ++end;
        Strand strand;
        strand.pieces.assign(chain.begin() + static_cast<std::ptrdiff_t>(begin),
                             chain.begin() + static_cast<std::ptrdiff_t>(end));
        strand.first = strand.pieces.front();
        strand.last = strand.pieces.back();
        strand.lead = seams.is_lead(pieces_[strand.first]) || (!sheet_.ocr && is_signed_above(strand.first));
        strand.picture = pieces_[strand.first].picture;
        strand.signature = closed_[strand.last];
        strands_.push_back(std::move(strand));
      }
    }
    sort_stably(strands_, [](const Strand& a, const Strand& b) { return a.first < b.first; });
  }

  // A picture's text and what the lie of the page has elsewhere are no one story.
  bool parts_picture(size_t left, size_t right) const {
    return pieces_[left].picture != pieces_[right].picture && pieces_[right].previous < 0 &&
           region_of(sheet_, left) != region_of(sheet_, right);
  }

  // Does a line of names stand above the piece, and the piece go on from no other?
  bool is_signed_above(size_t i) const {
    if (pieces_[i].previous >= 0 || without(Step::kNamesAbove)) return false;
    while (i > 0 && out(i - 1)) --i;
    return i > 0 && pieces_[i - 1].role == Role::kByline;
  }

  // The first strand that begins at this piece or behind it.
  size_t strand_from(size_t piece) const {
    const auto at = std::lower_bound(strands_.begin(), strands_.end(), piece,
                                     [](const Strand& strand, size_t p) { return strand.first < p; });
    return static_cast<size_t>(at - strands_.begin());
  }

  // Each head takes the strand that begins its story: a lead if one stands before the next head, else the
  // first strand.
  void begin_stories() {
    for (size_t s = 0; s < head_at_.size(); ++s) {
      const size_t head = head_at_[s];
      const size_t next = s + 1 < head_at_.size() ? head_at_[s + 1] : pieces_.size();
      int pick = -1;
      if (sheet_.strips && goes_on_under(sheet_, strands_, head_at_, s, pick)) continue;
      const bool under = pick >= 0;
      for (size_t k = strand_from(head); k < strands_.size() && strands_[k].first < next && !under; ++k) {
        const Strand& strand = strands_[k];
        if (strand.story >= 0) continue;
        if (strand.lead && !(pick >= 0 && byline_below(s))) {
          pick = static_cast<int>(k);
          break;
        }
        if (pick < 0 && pieces_[strand.first].previous < 0) pick = static_cast<int>(k);
      }
      if (pick >= 0) strands_[static_cast<size_t>(pick)].story = static_cast<int>(s);
    }
  }

  // A byline between head and text: such a story needs no 本报讯.
  bool byline_below(size_t s) const {
    if (sheet_.stories[s].heads.empty()) return false;
    size_t i = sheet_.stories[s].heads.back() + 1;
    while (i < pieces_.size() && out(i)) ++i;
    return i < pieces_.size() && pieces_[i].role == Role::kByline;
  }

  void place_orphans() {
    headed_ = head_at_.size();
    std::vector<Topics::Group> groups;
    groups.reserve(sheet_.stories.size());
    for (size_t s = 0; s < sheet_.stories.size(); ++s) groups.push_back(topics_.of_head(sheet_, s));
    // What stands under a head in one region of the page belongs to it.
    std::map<int, size_t> head_of;
    for (size_t s = 0; s < head_at_.size(); ++s) {
      const auto [at, fresh] = head_of.try_emplace(region_of(sheet_, head_at_[s]), s);
      if (!fresh && is_story_title_zh(pieces_[head_at_[at->second]].text)) at->second = s;
    }
    for (Strand& strand : strands_) {
      const int region = region_of(sheet_, strand.first);
      const auto head = region >= 0 && strand.story < 0 ? head_of.find(region) : head_of.end();
      if (head != head_of.end()) strand.story = static_cast<int>(head->second);
    }
    for (const Strand& strand : strands_) {
      if (strand.story < 0) continue;
      for (size_t i : strand.pieces) groups[static_cast<size_t>(strand.story)].add(topics_.of(i));
    }
    std::vector<bool> signed_off(sheet_.stories.size(), false);
    std::vector<bool> pictures(sheet_.stories.size(), false);
    for (const Strand& strand : strands_) {
      if (strand.story >= 0 && strand.picture) pictures[static_cast<size_t>(strand.story)] = true;
    }
    for (const Strand& strand : strands_) {
      if (strand.story >= 0 && strand.signature) signed_off[static_cast<size_t>(strand.story)] = true;
    }
    for (size_t s = 0; s < pictures.size(); ++s) pictures[s] = pictures[s] || sheet_.stories[s].alone;
    const std::vector<int> continued = find_continued();
    place_by_words(sheet_, head_at_,
                   {std::move(groups), std::move(signed_off), std::move(pictures), continued}, strands_);
    // What is a story of its own with no head.
    int jump = -1;
    for (size_t k = 0; k < strands_.size(); ++k) {
      Strand& strand = strands_[k];
      if (strand.story >= 0) continue;
      if (continued[k] < 0 || continued[k] != jump) {
        sheet_.stories.emplace_back();
        head_at_.push_back(strand.first);
      }
      strand.story = static_cast<int>(sheet_.stories.size()) - 1;
      jump = continued[k];
    }
  }

  // Of each strand that no head has: the 上接1版 that it stands behind, where neither a head nor names are
  // above that line, and none below it before the strand; -1 elsewhere. Such text goes on from another page
  // under no head of this one.
  std::vector<int> find_continued() const {
    std::vector<int> behind(pieces_.size(), -1);
    int jump = -1;
    bool headed = false;
    for (size_t i = 0; i < pieces_.size() && !sheet_.strips && !is_tangled(sheet_); ++i) {
      const Role role = pieces_[i].role;
      bool from = false;
      if (role == Role::kJump && jump_zh(pieces_[i].text, from) != 0 && !headed)
        jump = from ? static_cast<int>(i) : -1;
      if (out(i)) continue;
      headed = role == Role::kHeadline || role == Role::kByline;
      if (role == Role::kHeadline) jump = -1;
      behind[i] = jump;
    }
    std::vector<int> continued;
    for (const Strand& strand : strands_) {
      const bool open = strand.story < 0 && !strand.lead && !strand.picture;
      continued.push_back(open ? behind[strand.first] : -1);
    }
    return continued;
  }

  // What was placed strand by strand is the first guess; now each paragraph may go where it belongs.
  void assign() {
    const size_t headed = headed_;
    Assignment page;
    std::vector<int> story_of(pieces_.size(), -1);
    std::vector<bool> begins(pieces_.size(), false);
    for (size_t s = 0; s < headed; ++s) page.alone.push_back(sheet_.stories[s].alone);
    for (const Strand& strand : strands_) {
      if (strand.picture || strand.story < 0 || static_cast<size_t>(strand.story) >= headed) continue;
      for (size_t i : strand.pieces) story_of[i] = strand.story;
      const auto s = static_cast<size_t>(strand.story);
      begins[strand.first] =
          (strand.lead && !sheet_.strips) || (sheet_.stories[s].floating && strand.first == head_at_[s]);
    }
    const Seams& seams = seams_zh();
    int section = -1;
    size_t next_head = 0;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      while (next_head < headed && head_at_[next_head] <= i) section = static_cast<int>(next_head++);
      if (story_of[i] < 0) continue;
      if (begins[i]) section = story_of[i];  // its head may stand elsewhere
      page.pieces.push_back(i);
      page.section.push_back(section);
      const bool early = sheet_.strips && head_at_[static_cast<size_t>(story_of[i])] > i;
      page.lead.push_back(!early && seams.is_lead(pieces_[i]));
      page.signature.push_back(closed_[i]);
      page.story.push_back(story_of[i]);
    }
    std::vector<Topics::Group> heads;
    heads.reserve(headed);
    for (size_t s = 0; s < headed; ++s) heads.push_back(topics_.of_head(sheet_, s));
    const std::vector<int> guess = page.story;
    assign_stories(sheet_, topics_, heads, page);
    if (guess == page.story) return;
    for (size_t t = 0; t < page.pieces.size(); ++t) story_of[page.pieces[t]] = page.story[t];
    // Strands are cut where the story changes.
    std::vector<Strand> strands;
    for (const Strand& strand : strands_) {
      for (size_t k = 0; k < strand.pieces.size();) {
        const size_t begin = k;
        const int story = story_of[strand.pieces[k]];
        while (k < strand.pieces.size() && story_of[strand.pieces[k]] == story) ++k;
        Strand part = strand;
        part.pieces.assign(strand.pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                           strand.pieces.begin() + static_cast<std::ptrdiff_t>(k));
        part.first = part.pieces.front();
        part.last = part.pieces.back();
        part.lead = strand.lead && begin == 0;
        part.signature = strand.signature && k == strand.pieces.size();
        if (story >= 0) part.story = story;
        if (begin > 0) unjoin(strand.pieces[begin - 1], strand.pieces[begin]);
        strands.push_back(std::move(part));
      }
    }
    strands_ = std::move(strands);
    sort_stably(strands_, [](const Strand& a, const Strand& b) { return a.first < b.first; });
  }

  void unjoin(size_t left, size_t right) {
    if (pieces_[left].next != static_cast<int>(right)) return;
    pieces_[left].next = -1;
    pieces_[right].previous = -1;
  }

  void order_and_write() {
    std::vector<std::vector<const Strand*>> of(sheet_.stories.size());
    for (const Strand& strand : strands_) of[static_cast<size_t>(strand.story)].push_back(&strand);
    for (size_t s = 0; s < sheet_.stories.size(); ++s) {
      std::vector<const Strand*>& mine = of[s];
      const size_t head = head_at_[s];
      const Strand* first = sheet_.strips ? nullptr : starter(s, mine);
      if (!sheet_.strips)
        sort_stably(mine, [&](const Strand* a, const Strand* b) {
          const auto rank = [&](const Strand* strand) {
            int place = 1;
            if (strand->lead) place = 0;
            if (strand->first < head) place = 2;
            if (strand->signature) place = 3;
            return place;
          };
          return rank(a) < rank(b);
        });
      // The strand that begins the story stays first.
      const auto at = std::find(mine.begin(), mine.end(), first);
      if (at != mine.end()) std::rotate(mine.begin(), at, at + 1);
      for (const Strand* strand : mine) {
        for (size_t i : strand->pieces) sheet_.stories[s].body.push_back(i);
      }
      if (!(sheet_.strips && sheet_.ocr) && !without(Step::kOrder))
        order_story(sheet_, closed_, head, sheet_.stories[s].body);
      for (const Strand* strand : mine) {
        if (strand->lead) put_names_above(sheet_.stories[s], strand->first);
      }
    }
    if (sheet_.strips) take_strip_heads(sheet_);
    for (Story& story : sheet_.stories) take_parting_head(sheet_, story);
    hang_the_rest(sheet_);
    take_picture_texts(sheet_, head_at_);
  }

  // The lines of names above a beginning go with it, whatever the dump has above them; but where the story
  // has another's head, those below that head go with that head.
  void put_names_above(Story& story, size_t beginning) const {
    std::vector<size_t> names;
    size_t i = beginning;
    for (; i > 0 && (out(i - 1) || pieces_[i - 1].role == Role::kByline); --i) {
      if (!out(i - 1)) names.push_back(i - 1);
    }
    const auto& heads = story.heads;
    if (story.exchanged && i > 0 && pieces_[i - 1].role == Role::kHeadline &&
        std::find(heads.begin(), heads.end(), i - 1) == heads.end())
      return;
    std::vector<size_t>& body = story.body;
    body.insert(std::find(body.begin(), body.end(), beginning), names.rbegin(), names.rend());
  }

  const Strand* starter(size_t s, const std::vector<const Strand*>& mine) const {
    const Strand* first = nullptr;
    const size_t next = s + 1 < head_at_.size() ? head_at_[s + 1] : pieces_.size();
    for (const Strand* strand : mine) {
      if (strand->first < head_at_[s] || strand->first >= next) continue;
      if (strand->lead && !(first != nullptr && byline_below(s))) return strand;
      if (first == nullptr && pieces_[strand->first].previous < 0) first = strand;
    }
    return first;
  }

  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  const Topics& topics_;
  std::vector<bool> closed_;  // of each piece: does its story end with it?
  std::vector<Strand> strands_;
  size_t headed_ = 0;            // stories that have a head; they stand first
  std::vector<size_t> head_at_;  // where each story's head stands in the dump
};

}  // namespace

void assemble(Sheet& sheet) {
  if (sheet.tongue != Tongue::kChinese) {
    assemble_en(sheet);
    return;
  }
  Assembler(sheet).run();
}

}  // namespace broadsheet
