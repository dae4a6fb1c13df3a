#include "build/stream.hpp"

#include <cstddef>
#include <utility>
#include <zlib.h>
#include <zstd.h>

#include "build/bzip2.hpp"
#include "build/failure.hpp"

namespace acta::build {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 20U;

class PlainStream : public Stream {
 public:
  explicit PlainStream(FileReader file) : file_(std::move(file)) {}

  bool read(std::string& piece) override { return file_.read(piece, piece_size); }

  std::uint64_t consumed() const override { return file_.consumed(); }

 private:
  FileReader file_;
};

/// One gzip member after the other, as gunzip reads them.
class GzipStream : public Stream {
 public:
  explicit GzipStream(FileReader file) : file_(std::move(file)) {
    constexpr int gzip_only = 15 + 16;
    if (inflateInit2(&zlib_, gzip_only) != Z_OK) throw std::bad_alloc();
  }

  ~GzipStream() override { inflateEnd(&zlib_); }

  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  bool read(std::string& piece) override {
    piece.resize(piece_size);
    zlib_.next_out = reinterpret_cast<Bytef*>(piece.data());
    zlib_.avail_out = static_cast<uInt>(piece.size());
    while (zlib_.avail_out > 0 && fill()) {
      if (ended_) inflateReset(&zlib_);
      const int result = inflate(&zlib_, Z_NO_FLUSH);
      ended_ = result == Z_STREAM_END;
      if (!ended_ && result != Z_OK && result != Z_BUF_ERROR)
        throw SourceFailure("the gzip data is damaged");
    }
    if (zlib_.avail_in == 0 && !ended_ && zlib_.avail_out > 0)
      throw SourceFailure("the gzip data ends too early");
    piece.resize(piece.size() - zlib_.avail_out);
    return !piece.empty();
  }

  std::uint64_t consumed() const override { return file_.consumed(); }

 private:
  bool fill() {
    if (zlib_.avail_in > 0) return true;
    if (!file_.read(in_, piece_size)) return false;
    zlib_.next_in = reinterpret_cast<Bytef*>(in_.data());
    zlib_.avail_in = static_cast<uInt>(in_.size());
    return true;
  }

  FileReader file_;
  std::string in_;
  z_stream zlib_{};
  bool ended_ = false;
};

/// One zstd frame after the other.
class ZstdStream : public Stream {
 public:
  explicit ZstdStream(FileReader file) : file_(std::move(file)), zstd_(ZSTD_createDStream()) {
    if (!zstd_) throw std::bad_alloc();
    // A window that "zstd --long=31" may have used would break the bound on memory.
    constexpr int largest_window_log = 27;
    ZSTD_DCtx_setParameter(zstd_.get(), ZSTD_d_windowLogMax, largest_window_log);
  }

  bool read(std::string& piece) override {
    piece.resize(piece_size);
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    while (out.pos < out.size) {
      if (in_.pos == in_.size) {
        if (!file_.read(bytes_, piece_size)) break;
        in_ = {bytes_.data(), bytes_.size(), 0};
      }
      left_ = ZSTD_decompressStream(zstd_.get(), &out, &in_);
      if (ZSTD_isError(left_) != 0) {
        throw SourceFailure(std::string("the zstd data is damaged: ") + ZSTD_getErrorName(left_));
      }
    }
    if (out.pos < out.size && left_ != 0) throw SourceFailure("the zstd data ends too early");
    piece.resize(out.pos);
    return !piece.empty();
  }

  std::uint64_t consumed() const override { return file_.consumed(); }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  FileReader file_;
  std::string bytes_;
  std::unique_ptr<ZSTD_DStream, Free> zstd_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::size_t left_ = 0;
};

}  // namespace

FileReader::FileReader(std::string path) : path_(std::move(path)), file_(open_to_read(path_)) {}

bool FileReader::read(std::string& piece, std::size_t size) {
  piece = std::exchange(ahead_, {});
  const std::size_t used = piece.size();
  if (used < size) {
    piece.resize(size);
    piece.resize(used + read_some(file_, path_, piece.data() + used, size - used));
  }
  consumed_ += piece.size();
  return !piece.empty();
}

std::string_view FileReader::peek(std::size_t size) {
  const std::size_t used = ahead_.size();
  if (used < size) {
    ahead_.resize(size);
    ahead_.resize(used + read_some(file_, path_, ahead_.data() + used, size - used));
  }
  return std::string_view(ahead_).substr(0, size);
}

Compression compression_of(std::string_view start) {
  if (start.starts_with("BZh")) return Compression::bzip2;
  if (start.starts_with("\x1F\x8B")) return Compression::gzip;
  if (start.starts_with("\x28\xB5\x2F\xFD")) return Compression::zstd;
  return Compression::none;
}

std::unique_ptr<Stream> open_stream(const std::string& path, Pool& pool) {
  FileReader file(path);
  switch (compression_of(file.peek(4))) {
    case Compression::bzip2:
      return std::make_unique<Bzip2Stream>(std::move(file), pool);
    case Compression::gzip:
      return std::make_unique<GzipStream>(std::move(file));
    case Compression::zstd:
      return std::make_unique<ZstdStream>(std::move(file));
    case Compression::none:
      break;
  }
  return std::make_unique<PlainStream>(std::move(file));
}

}  // namespace acta::build
