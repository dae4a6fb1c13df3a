/// Measures each arrow of the pipeline, and the whole of it, over the corpus.
///
/// bytes/s counts the article's bytes, but for the writer, where it counts those of the JSON.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "acta.hpp"
#include "check/check.hpp"
#include "text/source.hpp"
#include "wiki/parse.hpp"

namespace {

using acta::finding::Diagnostics;
using acta::text::Source;

/// Every rendered article of the corpus.
const std::vector<std::string>& articles() {
  static const std::vector<std::string> loaded = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(ACTA_CORPUS)) {
      if (entry.path().filename() == "article.txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> out;
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
  }();
  return loaded;
}

Source source_of(const std::string& bytes) {
  Diagnostics ignored;
  return Source::from_bytes("", bytes, ignored);
}

const std::vector<Source>& sources() {
  static const std::vector<Source> made = [] {
    std::vector<Source> out;
    for (const std::string& bytes : articles()) out.push_back(source_of(bytes));
    return out;
  }();
  return made;
}

std::size_t article_bytes() {
  std::size_t sum = 0;
  for (const std::string& bytes : articles()) sum += bytes.size();
  return sum;
}

/// Runs `step` on the numbers of all articles again and again; an iteration is the whole corpus.
template <typename Step>
void over_articles(benchmark::State& state, Step step) {
  if (articles().empty()) {
    state.SkipWithError("the corpus is empty");
    return;
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < articles().size(); ++i) step(i);
  }
  const auto iterations = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(iterations * static_cast<std::int64_t>(article_bytes()));
  state.SetItemsProcessed(iterations * static_cast<std::int64_t>(articles().size()));
}

void text_from_bytes(benchmark::State& state) {
  over_articles(state, [](std::size_t i) {
    const Source source = source_of(articles()[i]);
    benchmark::DoNotOptimize(source.text().data());
  });
}

void wiki_parse_rendered(benchmark::State& state) {
  static_cast<void>(sources());
  over_articles(state, [](std::size_t i) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(acta::wiki::parse_rendered(sources()[i], diagnostics));
  });
}

void football_extract(benchmark::State& state) {
  std::vector<acta::wiki::Document> documents;
  Diagnostics ignored;
  for (const Source& source : sources()) {
    documents.push_back(acta::wiki::parse_rendered(source, ignored));
  }
  over_articles(state, [&documents](std::size_t i) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(acta::football::extract(documents[i], sources()[i], diagnostics));
  });
}

std::vector<acta::football::Season> seasons() {
  std::vector<acta::football::Season> out;
  for (const std::string& bytes : articles()) {
    out.push_back(acta::convert(bytes, {std::nullopt, acta::football::Form::rendered}).season);
  }
  return out;
}

void check_check(benchmark::State& state) {
  const auto records = seasons();
  over_articles(state, [&records](std::size_t i) {
    Diagnostics diagnostics;
    acta::check::check(records[i], diagnostics);
    benchmark::DoNotOptimize(diagnostics.count(acta::finding::Severity::error));
  });
}

void format_write_json(benchmark::State& state) {
  const auto records = seasons();
  std::size_t written = 0;
  std::string json;
  over_articles(state, [&](std::size_t i) {
    json.clear();
    acta::format::write_json(records[i], acta::format::Layout::compact, json);
    benchmark::DoNotOptimize(json.data());
    written += json.size();
  });
  state.SetBytesProcessed(static_cast<std::int64_t>(written));
}

void format_validate(benchmark::State& state) {
  std::vector<std::string> texts;
  std::size_t read = 0;
  for (const auto& season : seasons()) {
    acta::format::write_json(season, acta::format::Layout::compact, texts.emplace_back());
  }
  over_articles(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(acta::format::validate(texts[i]));
    read += texts[i].size();
  });
  state.SetBytesProcessed(static_cast<std::int64_t>(read));
}

/// The work of a command without its files.
void convert_to_json(benchmark::State& state) {
  std::string json;
  over_articles(state, [&json](std::size_t i) {
    const acta::Result result =
        acta::convert(articles()[i], {std::nullopt, acta::football::Form::rendered});
    json.clear();
    acta::format::write_json(result.season, acta::format::Layout::compact, json);
    benchmark::DoNotOptimize(json.data());
  });
}

/// bytes to Season, as the bar for rendered text is stated.
void convert_to_season(benchmark::State& state) {
  over_articles(state, [](std::size_t i) {
    benchmark::DoNotOptimize(
        acta::convert(articles()[i], {std::nullopt, acta::football::Form::rendered}));
  });
}

/// One article as long as the whole corpus many times over: what grows faster than its input shows.
void convert_one_long_article(benchmark::State& state) {
  std::string bytes;
  while (bytes.size() < static_cast<std::size_t>(state.range(0))) {
    for (const std::string& article : articles()) bytes += article;
    if (bytes.empty()) break;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(acta::convert(bytes, {std::nullopt, acta::football::Form::rendered}));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes.size()));
}

BENCHMARK(text_from_bytes);
BENCHMARK(wiki_parse_rendered);
BENCHMARK(football_extract);
BENCHMARK(check_check);
BENCHMARK(format_write_json);
BENCHMARK(format_validate);
BENCHMARK(convert_to_season);
BENCHMARK(convert_to_json);
BENCHMARK(convert_one_long_article)->Arg(1 << 18)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
