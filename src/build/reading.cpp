#include "build/reading.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "build/failure.hpp"

namespace acta::build {
namespace {

/// Texts that wait for a thread.
constexpr std::size_t waiting_bytes = std::size_t{16} << 20U;

/// Texts that wait in memory for the end of their dump; those beyond wait in a file.
constexpr std::size_t parked_bytes = std::size_t{96} << 20U;

/// FNV-1a: the same on every machine.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return value;
}

Job job_of(std::size_t source, input::Article article) {
  return {.source = source,
          .name = std::move(article.name),
          .number = article.number,
          .text = std::move(article.text),
          .escaped = article.escaped,
          .may_wait = article.may_wait,
          .options = std::move(article.options)};
}

}  // namespace

Share::Share(const Shard& shard, const std::vector<input::SourceFile>& files)
    : shard_(shard), parts_(files.size()), is_dump_(files.size()) {
  const auto is_dump = [](const input::SourceFile& it) {
    return it.kind == input::SourceKind::dump;
  };
  const auto dumps = static_cast<unsigned>(std::count_if(files.begin(), files.end(), is_dump));
  by_pages_ = dumps < shard.count;
  unsigned dump = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    is_dump_[i] = is_dump(files[i]);
    if (is_dump_[i]) {
      parts_[i] = by_pages_ || dump++ % shard.count == shard.index - 1;
    } else {
      parts_[i] = hash(files[i].file.value_or("")) % shard.count == shard.index - 1;
    }
  }
}

bool Share::has_page(std::size_t source, std::string_view title) const {
  return !by_pages_ || !is_dump_[source] || hash(title) % shard_.count == shard_.index - 1;
}

/// What one source gives to the pool.
class Reading::Source : public input::Sink {
 public:
  Source(Reading& reading, std::size_t source) : reading_(reading), source_(source) {}

  void take(input::Article article) override {
    waits_ = waits_ || article.may_wait;
    reading_.look_at(job_of(source_, std::move(article)));
  }

  void finish() override {
    if (!waits_) return;
    waits_ = false;
    reading_.pool_.drain();
    reading_.look_at_parked();
  }

  void fail(std::string_view name, std::string_view why) override {
    reading_.teller_.message(shown(reading_.files_[source_], std::string(name)), why);
    ++reading_.articles_.failed;
  }

  bool has_page(std::string_view title) const override {
    return reading_.share_.has_page(source_, title);
  }

  bool stopped() const override { return reading_.articles_.stopped(); }

  void read(std::uint64_t bytes) override { reading_.bytes_ += bytes; }

 private:
  Reading& reading_;
  std::size_t source_;
  bool waits_ = false;
};

Reading::Reading(const input::Selector& selector, const Share& share,
                 const input::LoosePages& loose, const std::vector<input::SourceFile>& files,
                 const std::string& work, Articles& articles, Teller& teller, input::Pool& pool)
    : share_(share),
      files_(files),
      articles_(articles),
      teller_(teller),
      pool_(pool),
      reader_(
          selector, [&loose](std::string_view title) { return loose.find(title); }, work, pool),
      budget_(waiting_bytes),
      spool_(work),
      states_(files.size(), input::Came::whole) {}

void Reading::read(std::size_t source) {
  if (files_[source].kind == input::SourceKind::article) {
    read_article(source);
  } else {
    read_steps(source);
  }
}

void Reading::read_steps(std::size_t source) {
  Source sink(*this, source);
  states_[source] = reader_.read(files_[source], sink);
}

void Reading::finish() {
  pool_.drain();
  std::vector<std::size_t> packed;
  packed.swap(packed_);
  std::sort(packed.begin(), packed.end());
  for (const std::size_t it : packed) {
    if (!articles_.stopped()) read_steps(it);
  }
  pool_.drain();
}

/// Most files are one article: they are read and looked at by the pool.
void Reading::read_article(std::size_t source) {
  const input::SourceFile& file = files_[source];
  const std::size_t size = file.state ? file.state->size : 0;
  budget_.take(size);
  pool_.submit([this, source, size, &file] {
    try {
      if (!articles_.stopped()) {
        std::string bytes = read_whole(file.path, input::size_limit);
        const std::size_t read = bytes.size();
        if (std::optional<input::Article> article = reader_.article_of(file, bytes)) {
          bytes_ += read;
          articles_.look_at(job_of(source, std::move(*article)));
        } else {
          const std::lock_guard lock(parked_mutex_);
          packed_.push_back(source);
        }
      }
    } catch (const SourceFailure& failure) {
      states_[source] = input::Came::failed;
      articles_.fail(source, "", failure.what());
    }
    budget_.give(size);
  });
}

/// Hands an article to the pool.  One that asks for pages of its file waits for the file's end.
void Reading::look_at(Job job) {
  const std::size_t size = job.text.size();
  budget_.take(size);
  pool_.submit([this, size, job = std::make_shared<Job>(std::move(job))] {
    std::optional<Job> back;
    try {
      if (job->may_wait && input::asks_for_pages(job->text)) {
        back = std::move(*job);
      } else {
        back = articles_.look_at(std::move(*job));
      }
      if (back) park(std::move(*back));
    } catch (const BuildError&) {
      articles_.stop(std::current_exception());
    }
    budget_.give(size);
  });
}

void Reading::park(Job job) {
  std::optional<input::Spool::Place> place;
  const bool fits = (parked_bytes_ += job.text.size()) <= parked_bytes;
  if (fits) {
    job.text.shrink_to_fit();
  } else {
    place = spool_.add(job.text);
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
          if (parked->place) parked->job.text = spool_.text(*parked->place);
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
