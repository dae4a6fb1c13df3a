#include "input/reader.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "format/api_json.hpp"
#include "input/failure.hpp"
#include "input/file.hpp"
#include "input/json_values.hpp"
#include "input/pages.hpp"
#include "input/tar.hpp"
#include "wiki/dump.hpp"
#include "wiki/title.hpp"

namespace acta::input {
namespace {

/// Templates larger than this are no tables of one season.
constexpr std::size_t template_limit = std::size_t{256} * 1024;

/// Pages of answers and archives are all kept for those that transclude them until they are so
/// many; beyond, those that look like what is transcluded.
constexpr std::size_t kept_bytes = std::size_t{64} << 20U;

constexpr int template_ns = 10;

constexpr std::string_view season_refusal =
    "this is season JSON, which acta has made of an article: acta check judges it, acta diff "
    "compares it, and articles are read here";

/// Whether a page may be what articles of its file transclude.
bool is_kept(int ns, std::string_view title, std::string_view text, bool season) {
  if (text.empty()) return false;
  if (ns == 0) return season && marks_transclusion(text);
  if (ns != template_ns || text.size() > template_limit) return false;
  // "Template:2018–19 Serie A table"
  return has_year(title) && (season || may_hold_table(text));
}

/// The form that is read as `look` says; nothing for what is no text of one article.
std::optional<football::Form> form_of(const Look& look) {
  switch (look.kind) {
    case Kind::wikitext:
      return football::Form::wikitext;
    case Kind::html:
      return football::Form::html;
    case Kind::rendered:
    case Kind::empty:
      return football::Form::rendered;
    default:
      return std::nullopt;
  }
}

/// The title that the name of a packed file says; one that is not packed says it itself.
std::optional<std::string> title_of_packed(std::string_view path, football::Form form) {
  const std::string_view bare = without_packing(path);
  if (form != football::Form::wikitext || bare.size() == path.size()) return std::nullopt;
  return wiki::title_of_file(bare);
}

/// The pages of a file that its articles may transclude, for as long as one of them is there.
struct Kept {
  explicit Kept(const std::string& work) : spool(work), store(spool) {}

  Spool spool;
  PageStore store;
};

/// One file while it is read.
class One {
 public:
  One(const Selector& selector, const acta::Pages& more, const std::string& work, Pool& pool,
      const SourceFile& file, Sink& sink)
      : selector_(selector),
        more_(more),
        pool_(pool),
        file_(file),
        sink_(sink),
        kept_(std::make_shared<Kept>(work)) {}

  Came read() {
    try {
      std::unique_ptr<Stream> packed = open_file(file_.path);
      read(unpack(std::move(packed), pool_), "", 0);
    } catch (const SourceFailure& failure) {
      fail("", failure.what());
    } catch (const wiki::DumpError& failure) {
      fail("", failure.what());
    } catch (...) {
      sink_.finish();
      throw;
    }
    sink_.finish();
    if (failed_) return Came::failed;
    if (ignored_) return Came::ignored;
    if (pages_ > 0 && selected_ == 0 && !sink_.stopped()) {
      sink_.fail("", pages_ == 1 ? "its page is no season article (--select all reads any page)"
                                 : "none of its " + std::to_string(pages_) +
                                       " pages is a season article that was asked for (--select "
                                       "all reads any page)");
      return Came::nothing;
    }
    return Came::whole;
  }

 private:
  void fail(std::string_view name, std::string_view why) {
    failed_ = true;
    sink_.fail(name, why);
  }

  /// Reads on, and says how far the file is.
  bool next(Stream& stream, std::string& piece) {
    const bool more = stream.read(piece);
    sink_.read(stream.consumed() - consumed_);
    consumed_ = stream.consumed();
    return more;
  }

  std::string rest_of(Stream& stream, std::string piece) {
    std::string text = std::move(piece);
    while (next(stream, piece)) {
      text += piece;
      if (text.size() > size_limit) throw SourceFailure("larger than 1 GiB, which no article is");
    }
    return text;
  }

  /// Reads what is no longer packed: the file, or `member` of an archive, `depth` archives down.
  void read(std::unique_ptr<Stream> stream, const std::string& member, int depth) {
    std::string piece;
    next(*stream, piece);
    const std::string& path = member.empty() ? file_.path : member;
    if (file_.form) {
      take_text(rest_of(*stream, std::move(piece)), *file_.form, member);
      return;
    }
    const Look look = look_at(piece, path);
    switch (look.kind) {
      case Kind::xml_export:
        return read_export(*stream, std::move(piece));
      case Kind::tar:
        return read_tar(std::move(stream), std::move(piece), depth);
      case Kind::pages_json:
        return read_json(*stream, std::move(piece));
      case Kind::season_json:
      case Kind::other_json:
        return take_records(rest_of(*stream, std::move(piece)), look);
      case Kind::html:
      case Kind::rendered:
      case Kind::wikitext:
      case Kind::empty: {
        std::string text = rest_of(*stream, std::move(piece));
        // A file that is named as JSON and holds none is judged as JSON.
        if (kind_by_name(path) == SourceKind::answer && look.kind != Kind::wikitext)
          return take_records(std::move(text), {Kind::other_json, "no JSON, though named so",
                                                "give it the name of what it is"});
        return take_text(std::move(text), *form_of(look), member);
      }
      default:
        throw SourceFailure(refusal(look));
    }
  }

  void take_records(std::string json, const Look& look) {
    if (json.starts_with("\xEF\xBB\xBF")) json.erase(0, 3);
    if (sink_.take_records(std::move(json))) return;
    // Records that were made of articles lie beside them.
    if (!file_.named && file_.kind != SourceKind::article) {
      ignored_ = true;
      return;
    }
    throw SourceFailure(look.kind == Kind::season_json ? std::string(season_refusal)
                                                       : refusal(look));
  }

  /// Takes a text that is one article.
  void take_text(std::string text, football::Form form, const std::string& member) {
    Article article{.name = member, .number = number_++, .text = std::move(text)};
    article.options.file = file_.file;
    article.options.form = form;
    article.options.pages = more_;
    article.options.title = title_of_packed(member.empty() ? file_.path : member, form);
    if (!member.empty()) {
      if (file_.file) article.options.file = *file_.file + "/" + member;
      article.may_wait = true;
      article.options.pages = pages();
      if (form == football::Form::wikitext)
        keep(acta::title_of_file(member), article.text, is_season(article.text), 0);
    }
    sink_.take(std::move(article));
  }

  void read_export(Stream& stream, std::string piece) {
    wiki::DumpReader reader([this](const wiki::DumpPage& page) { take_page(page); });
    const std::uint64_t before = number_;
    do {
      reader.read(piece);
      number_ = before + reader.pages();
    } while (!sink_.stopped() && next(stream, piece));
    if (sink_.stopped()) return;
    reader.finish();
    if (reader.pages() == 0) throw SourceFailure("this export holds no page");
  }

  void take_page(const wiki::DumpPage& page) {
    if (page.ns != 0 && page.ns != template_ns) {
      ++pages_;
      return;
    }
    if (page.redirect) {
      take_redirect(page);
      return;
    }
    if (page.ns == 0) ++pages_;
    // What is no wikitext is data or a program of the wiki.
    if (!page.model.empty() && page.model != "wikitext") return;
    const bool season = is_season(page.text);
    if (is_kept(page.ns, page.title, page.text, season))
      kept_->store.add(wiki::unescape(page.title), page.text, true);
    if (page.ns != 0 || page.text.empty()) return;
    const std::string title = wiki::unescape(page.title);
    if (!selector_.wants(title, page.text, season)) return;
    ++selected_;
    if (!sink_.has_page(title)) return;
    Article article{.name = title,
                    .number = page.number,
                    .text = std::string(page.text),
                    .escaped = true,
                    .may_wait = true};
    article.options = {.file = file_.file,
                       .form = football::Form::wikitext,
                       .title = title,
                       .page_id = page.page_id,
                       .revision_id = page.revision_id,
                       .pages = pages()};
    if (!page.timestamp.empty()) article.options.timestamp = std::string(page.timestamp);
    sink_.take(std::move(article));
  }

  /// Pages that are transcluded have a year in their name, and so have the redirects to them.
  void take_redirect(const wiki::DumpPage& page) {
    if (!has_year(page.title) && !has_year(page.redirect_to)) return;
    const std::string title = wiki::unescape(page.title);
    if (!page.redirect_to.empty()) {
      kept_->store.add_redirect(title, wiki::unescape(page.redirect_to));
    } else if (!page.text.empty()) {
      kept_->store.add(title, page.text, true);
    }
  }

  void read_json(Stream& stream, std::string piece) {
    JsonValues values;
    std::optional<JsonValues::Value> last;  // Read when it is known whether more come.
    bool any = false;
    do {
      values.add(piece);
      while (std::optional<JsonValues::Value> value = values.next()) {
        if (last) take_answer(*last, true);
        any = any || last.has_value();
        last = std::move(value);
      }
    } while (!sink_.stopped() && next(stream, piece));
    if (sink_.stopped()) return;
    if (last) take_answer(*last, any);
    values.finish();
    if (!last) throw SourceFailure("this JSON holds no page");
  }

  /// Takes the pages of an answer; `may_wait` says that others may come in the same file.
  void take_answer(const JsonValues::Value& value, bool may_wait) {
    std::string failure;
    std::optional<format::Answer> answer = format::read_answer(value.text, failure);
    if (!answer) {
      if (failure.empty()) failure = "this JSON is no answer of MediaWiki's API";
      fail("", value.line > 1 ? "line " + std::to_string(value.line) + ": " + failure : failure);
      return;
    }
    for (const std::string& it : answer->failures) fail("", it);
    for (const format::AnswerPage& it : answer->pages) {
      if (!it.html) keep(it.title, it.text, is_season(it.text), it.ns);
      for (const std::string& other : it.other_names) {
        if (has_year(other) || has_year(it.title)) kept_->store.add_redirect(other, it.title);
      }
    }
    for (format::AnswerPage& page : answer->pages) {
      const std::uint64_t own = number_++;
      if (page.ns != 0 || page.redirect) continue;
      ++pages_;
      take_page(std::move(page), own, may_wait);
    }
  }

  void take_page(format::AnswerPage page, std::uint64_t number, bool may_wait) {
    // A page of HTML shows no names of templates that tell what it is.
    if (!page.html && !selector_.wants(page.title, page.text, is_season(page.text))) return;
    ++selected_;
    if (!sink_.has_page(page.title)) return;
    Article article{
        .name = page.title, .number = number, .text = std::move(page.text), .may_wait = may_wait};
    article.options = {.file = file_.file,
                       .form = page.html ? football::Form::html : football::Form::wikitext,
                       .title = page.title,
                       .page_id = page.page_id,
                       .revision_id = page.revision_id,
                       .timestamp = std::move(page.timestamp),
                       .pages = pages()};
    sink_.take(std::move(article));
  }

  void read_tar(std::unique_ptr<Stream> stream, std::string piece, int depth) {
    if (depth > 1) throw SourceFailure("archives in archives in archives are not read");
    TarReader tar(std::move(piece), std::move(stream));
    bool any = false;
    while (std::optional<TarMember> member = tar.next()) {
      if (sink_.stopped()) return;
      // As in a folder: what has the name of an article, a dump or an answer.
      const std::size_t name = member->name.rfind('/') + 1;
      if (!may_be_source(kind_by_name(member->name)) || member->name[name] == '.') continue;
      any = true;
      try {
        read(unpack(tar.open_member(), pool_), member->name, depth + 1);
      } catch (const SourceFailure& failure) {
        fail(member->name, failure.what());
      } catch (const wiki::DumpError& failure) {
        fail(member->name, failure.what());
      }
    }
    ignored_ = !any && !file_.named;
    if (!any && file_.named) throw SourceFailure("this archive holds no article");
  }

  void keep(std::string_view title, std::string_view text, bool season, int ns) {
    if (kept_size_ > kept_bytes && !is_kept(ns, title, text, season)) return;
    kept_size_ += text.size();
    kept_->store.add(title, text, false);
  }

  /// The pages of the file itself, and, but for a dump, which is whole, those beside it.
  acta::Pages pages() {
    const acta::Pages* const more = more_ && file_.kind != SourceKind::dump ? &more_ : nullptr;
    return [kept = kept_, more](std::string_view title) {
      std::optional<std::string> page = kept->store.find(title);
      if (!page && more != nullptr) page = (*more)(title);
      return page;
    };
  }

  const Selector& selector_;
  const acta::Pages& more_;
  Pool& pool_;
  const SourceFile& file_;
  Sink& sink_;
  std::shared_ptr<Kept> kept_;
  std::uint64_t number_ = 0;
  std::uint64_t consumed_ = 0;
  std::size_t kept_size_ = 0;
  std::uint64_t pages_ = 0;     ///< Of articles, and of what is none.
  std::uint64_t selected_ = 0;  ///< Those that were asked for.
  bool failed_ = false;
  bool ignored_ = false;
};

}  // namespace

Came Reader::read(const SourceFile& file, Sink& sink) const {
  return One(selector_, more_, work_, pool_, file, sink).read();
}

std::optional<Article> Reader::article_of(const SourceFile& file, std::string& bytes) const {
  std::optional<football::Form> form = file.form;
  if (!form) {
    const Look look = look_at(std::string_view(bytes).substr(0, look_size), file.path);
    if (look.kind == Kind::foreign) throw SourceFailure(refusal(look));
    form = form_of(look);
    if (!form) return std::nullopt;
  } else if (const Kind kind = kind_of(bytes);
             kind == Kind::gzip || kind == Kind::bzip2 || kind == Kind::zstd) {
    return std::nullopt;
  }
  Article article{.text = std::move(bytes)};
  article.options.file = file.file;
  article.options.form = form;
  article.options.pages = more_;
  return article;
}

struct InOrder::Parts {
  Selector selector;
  Pool pool;
  Reader reader;

  Parts(const Selection& selection, acta::Pages more)
      : selector(selection),
        pool(std::max(1U, std::thread::hardware_concurrency())),
        reader(selector, std::move(more), P_tmpdir, pool) {}
};

namespace {

/// Gives articles on at once, until the first that asks for pages which may come later: from there
/// on they wait for the end of their file.
class Waiting : public Sink {
 public:
  explicit Waiting(const InOrder::Visits& visits) : visits_(visits), spool_(P_tmpdir) {}

  void take(Article article) override {
    if (held_.empty() && !(article.may_wait && asks_for_pages(article.text))) {
      give(std::move(article));
      return;
    }
    const Spool::Place place = spool_.add(article.text);
    std::string().swap(article.text);
    held_.push_back({std::move(article), place});
  }

  void finish() override {
    for (Held& it : held_) {
      it.article.text = spool_.text(it.place);
      give(std::move(it.article));
    }
    held_.clear();
  }

  void fail(std::string_view name, std::string_view why) override { visits_.fail(name, why); }

  bool take_records(std::string json) override {
    if (!visits_.records) return false;
    visits_.records(std::move(json));
    return true;
  }

 private:
  struct Held {
    Article article;
    Spool::Place place;
  };

  void give(Article article) {
    if (article.escaped) article.text = wiki::unescape(article.text);
    article.escaped = false;
    visits_.article(std::move(article));
  }

  const InOrder::Visits& visits_;
  Spool spool_;
  std::vector<Held> held_;
};

}  // namespace

InOrder::InOrder(const Selection& selection, acta::Pages more)
    : parts_(std::make_unique<Parts>(selection, std::move(more))) {}

InOrder::~InOrder() = default;

Came InOrder::read(const SourceFile& file, const Visits& visits) {
  Waiting sink(visits);
  return parts_->reader.read(file, sink);
}

bool is_bare(const Result& result) {
  const football::Season& season = result.season;
  const bool asks = std::any_of(season.diagnostics.begin(), season.diagnostics.end(),
                                [](const finding::Diagnostic& it) {
                                  return it.code == finding::Code::transclusion_unresolved;
                                });
  return !asks && season.honours.empty() && season.teams.empty() && season.stadiums.empty() &&
         season.rounds.empty() && season.matches.empty() && season.ties.empty() &&
         season.standings.empty() && season.top_scorers.empty() && season.team_changes.empty() &&
         season.squads.empty() && season.players.empty() && season.other_tables.empty() &&
         season.claims.empty() && season.infobox.fields.empty();
}

}  // namespace acta::input
