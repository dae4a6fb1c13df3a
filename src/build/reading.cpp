#include "build/reading.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "build/failure.hpp"
#include "format/api_json.hpp"
#include "wiki/dump.hpp"
#include "wiki/title.hpp"

namespace acta::build {
namespace {

/// Texts that wait for a thread.
constexpr std::size_t waiting_bytes = std::size_t{16} << 20U;

/// Texts that wait in memory for the end of their dump; those beyond wait in a file.
constexpr std::size_t parked_bytes = std::size_t{96} << 20U;

/// No article or answer is larger.
constexpr std::size_t size_limit = std::size_t{1} << 30U;

/// Templates larger than this are no tables of one season.
constexpr std::size_t template_limit = std::size_t{256} * 1024;

constexpr int template_ns = 10;

/// FNV-1a: the same on every machine.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return value;
}

std::string_view start_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool looks_like_export(std::string_view text) {
  const std::string_view start = start_of(text);
  return start.starts_with("<mediawiki") || start.starts_with("<?xml");
}

/// Whether a page may be what articles of its dump transclude.
bool is_kept(const wiki::DumpPage& page, bool season) {
  if (page.redirect || page.text.empty()) return false;
  if (page.ns == 0) return season && marks_transclusion(page.text);
  if (page.ns != template_ns || page.text.size() > template_limit) return false;
  // "Template:2018–19 Serie A table"
  return has_year(page.title) && (season || may_hold_table(page.text));
}

}  // namespace

Share::Share(const Shard& shard, const std::vector<SourceFile>& files)
    : shard_(shard), parts_(files.size()) {
  const auto is_dump = [](const SourceFile& it) { return it.kind == SourceKind::dump; };
  const auto dumps = static_cast<unsigned>(std::count_if(files.begin(), files.end(), is_dump));
  by_pages_ = dumps < shard.count;
  unsigned dump = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_dump(files[i])) {
      parts_[i] = by_pages_ || dump++ % shard.count == shard.index - 1;
    } else {
      parts_[i] = hash(files[i].file.value_or("")) % shard.count == shard.index - 1;
    }
  }
}

bool Share::has_page(std::string_view title) const {
  return !by_pages_ || hash(title) % shard_.count == shard_.index - 1;
}

Reading::Reading(const Selector& selector, const Share& share, const LoosePages& loose,
                 const std::vector<SourceFile>& files, const std::string& work, Articles& articles,
                 Teller& teller, Pool& pool)
    : selector_(selector),
      share_(share),
      loose_(loose),
      files_(files),
      work_(work),
      articles_(articles),
      teller_(teller),
      pool_(pool),
      budget_(waiting_bytes),
      states_(files.size(), ReadState::whole) {}

void Reading::read(std::size_t source) {
  const SourceFile& file = files_[source];
  if (file.kind == SourceKind::article) {
    read_article(source);
    return;
  }
  try {
    if (file.kind == SourceKind::answer) {
      const std::string json = read_whole(file.path, size_limit);
      bytes_ += json.size();
      read_answer(source, json);
    } else {
      read_stream(source);
    }
  } catch (const SourceFailure& failure) {
    fail(source, failure.what());
  } catch (const wiki::DumpError& failure) {
    fail(source, failure.what());
  }
}

void Reading::fail(std::size_t source, std::string_view why) {
  states_[source] = ReadState::failed;
  teller_.message(files_[source].shown(), why);
  ++articles_.failed;
}

void Reading::read_article(std::size_t source) {
  const SourceFile& file = files_[source];
  const std::size_t size = file.state ? file.state->size : 0;
  budget_.take(size);
  pool_.submit([this, source, size, &file] {
    try {
      if (!articles_.stopped()) {
        Job job{.source = source, .text = read_whole(file.path, size_limit)};
        job.options.file = file.file;
        job.options.form = form_of(file.path);
        job.options.pages = [this](std::string_view title) { return loose_.find(title); };
        bytes_ += job.text.size();
        articles_.look_at(std::move(job));
      }
    } catch (const SourceFailure& failure) {
      states_[source] = ReadState::failed;
      articles_.fail(source, "", failure.what());
    }
    budget_.give(size);
  });
}

/// Reads what may be an export, and an article where only the content can say.
void Reading::read_stream(std::size_t source) {
  const SourceFile& file = files_[source];
  const std::unique_ptr<Stream> stream = open_stream(file.path, pool_);
  std::string piece;
  stream->read(piece);
  if (file.kind == SourceKind::dump || looks_like_export(piece)) {
    read_dump(source, *stream, std::move(piece));
    return;
  }
  std::string text = std::move(piece);
  while (stream->read(piece)) {
    text += piece;
    if (text.size() > size_limit) throw SourceFailure("larger than 1 GiB, which no article is");
  }
  bytes_ += stream->consumed();
  if (start_of(text).starts_with('{')) {
    std::string failure;
    if (format::read_answer(text, failure)) {
      read_answer(source, text);
      return;
    }
  }
  const std::size_t size = text.size();
  Job job{.source = source, .text = std::move(text)};
  job.options.file = file.file;
  job.options.pages = [this](std::string_view title) { return loose_.find(title); };
  look_at(std::move(job), size, nullptr);
}

void Reading::read_dump(std::size_t source, Stream& stream, std::string piece) {
  const SourceFile& file = files_[source];
  Spool spool(work_);
  PageStore store(spool);
  spool_ = &spool;
  wiki::DumpReader reader([&](const wiki::DumpPage& page) {
    if (page.ns != 0 && page.ns != template_ns) return;
    const bool season = is_season(page.text);
    if (is_kept(page, season)) store.add(wiki::unescape(page.title), page.text, true);
    if (page.ns != 0 || page.redirect || page.text.empty()) return;
    const std::string title = wiki::unescape(page.title);
    if (!share_.has_page(title) || !selector_.wants(title, page.text, season)) return;
    Job job{.source = source,
            .name = title,
            .number = page.number,
            .text = std::string(page.text),
            .escaped = true,
            .may_wait = true};
    job.options = {.file = file.file,
                   .form = football::Form::wikitext,
                   .title = title,
                   .page_id = page.page_id,
                   .revision_id = page.revision_id};
    if (!page.timestamp.empty()) job.options.timestamp = std::string(page.timestamp);
    job.options.pages = [&store](std::string_view asked) { return store.find(asked); };
    look_at(std::move(job), page.text.size(), &store);
  });
  std::uint64_t consumed = 0;
  try {
    do {
      reader.read(piece);
      bytes_ += stream.consumed() - consumed;
      consumed = stream.consumed();
    } while (!articles_.stopped() && stream.read(piece));
    if (!articles_.stopped()) reader.finish();
  } catch (...) {
    pool_.drain();  // Its articles use the store.
    look_at_parked();
    spool_ = nullptr;
    throw;
  }
  pool_.drain();
  look_at_parked();
  spool_ = nullptr;
}

void Reading::read_answer(std::size_t source, const std::string& json) {
  const SourceFile& file = files_[source];
  std::string failure;
  std::optional<format::Answer> answer = format::read_answer(json, failure);
  if (!answer) {
    if (failure.empty() && file.named) failure = "this JSON is no answer of MediaWiki's API";
    if (!failure.empty()) {
      fail(source, failure);
    } else {
      states_[source] = ReadState::ignored;
    }
    return;
  }
  for (const std::string& it : answer->failures) fail(source, it);
  // The pages of one answer may transclude each other.
  auto pages = std::make_shared<std::unordered_map<std::string, std::string>>();
  for (const format::AnswerPage& it : answer->pages) {
    pages->emplace(wiki::normalize_title(it.title), it.text);
  }
  std::uint64_t number = 0;
  for (format::AnswerPage& page : answer->pages) {
    const std::uint64_t own = number++;
    if (page.ns != 0 || page.redirect) continue;
    if (!selector_.wants(page.title, page.text, is_season(page.text))) continue;
    Job job{.source = source, .name = page.title, .number = own, .text = std::move(page.text)};
    job.options = {.file = file.file,
                   .form = football::Form::wikitext,
                   .title = page.title,
                   .page_id = page.page_id,
                   .revision_id = page.revision_id,
                   .timestamp = std::move(page.timestamp)};
    job.options.pages = [this, pages](std::string_view title) {
      const auto found = pages->find(wiki::normalize_title(title));
      return found == pages->end() ? loose_.find(title) : found->second;
    };
    const std::size_t size = job.text.size();
    look_at(std::move(job), size, nullptr);
  }
}

/// Hands an article to the pool.  One that asks for pages of a dump waits for its end.
void Reading::look_at(Job job, std::size_t size, PageStore* store) {
  budget_.take(size);
  pool_.submit([this, size, store, job = std::make_shared<Job>(std::move(job))] {
    std::optional<Job> back;
    try {
      if (store != nullptr && asks_for_pages(job->text)) {
        back = std::move(*job);
      } else {
        back = articles_.look_at(std::move(*job));
      }
      if (back) {
        park(std::move(*back));
      }
    } catch (const BuildError&) {
      articles_.stop(std::current_exception());
    }
    budget_.give(size);
  });
}

void Reading::park(Job job) {
  std::optional<Spool::Place> place;
  const bool fits = (parked_bytes_ += job.text.size()) <= parked_bytes;
  if (fits) {
    job.text.shrink_to_fit();
  } else {
    place = spool_->add(job.text);
    std::string().swap(job.text);  // An assignment would keep its memory.
  }
  const std::lock_guard lock(parked_mutex_);
  parked_.push_back({std::move(job), place});
}

void Reading::look_at_parked() {
  parked_bytes_ = 0;
  for (Parked& it : std::exchange(parked_, {})) {
    const std::size_t size = it.place ? it.place->size : it.job.text.size();
    budget_.take(size);
    pool_.submit([this, size, parked = std::make_shared<Parked>(std::move(it))] {
      try {
        if (!articles_.stopped()) {
          if (parked->place) parked->job.text = spool_->text(*parked->place);
          parked->job.may_wait = false;
          articles_.look_at(std::move(parked->job));
        }
      } catch (const BuildError&) {
        articles_.stop(std::current_exception());
      }
      budget_.give(size);
    });
  }
  pool_.drain();
}

}  // namespace acta::build
