#include "input/stream.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <zlib.h>
#include <zstd.h>

#include <sys/stat.h>

#include "input/bzip2.hpp"
#include "input/failure.hpp"
#include "input/file.hpp"
#include "input/kind.hpp"

namespace acta::input {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 20U;

/// A file as it lies on the disk.
class FileStream : public Stream {
 public:
  explicit FileStream(const std::string& path) : path_(path), file_(open_to_read(path)) {
    struct stat status {};

    if (::fstat(file_.number(), &status) == 0 && S_ISREG(status.st_mode)) {
      // Most files are smaller than a piece.
      room_ = std::min(piece_size, static_cast<std::size_t>(status.st_size) + 1);
    }
  }

  bool read(std::string& piece) override {
    piece.resize(room_);
    piece.resize(read_some(file_, path_, piece.data(), room_));
    consumed_ += piece.size();
    return !piece.empty();
  }

  std::uint64_t consumed() const override { return consumed_; }

 private:
  std::string path_;
  Descriptor file_;
  std::size_t room_ = piece_size;
  std::uint64_t consumed_ = 0;
};

/// A stream that was looked at.
class SeenStream : public Stream {
 public:
  explicit SeenStream(ByteReader bytes) : bytes_(std::move(bytes)) {}

  bool read(std::string& piece) override { return bytes_.read(piece, piece_size); }

  std::uint64_t consumed() const override { return bytes_.consumed(); }

 private:
  ByteReader bytes_;
};

/// One gzip member after the other, as gunzip reads them.
class GzipStream : public Stream {
 public:
  explicit GzipStream(ByteReader file) : file_(std::move(file)) {
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

  ByteReader file_;
  std::string in_;
  z_stream zlib_{};
  bool ended_ = false;
};

/// One zstd frame after the other.
class ZstdStream : public Stream {
 public:
  explicit ZstdStream(ByteReader file) : file_(std::move(file)), zstd_(ZSTD_createDStream()) {
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

  ByteReader file_;
  std::string bytes_;
  std::unique_ptr<ZSTD_DStream, Free> zstd_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::size_t left_ = 0;
};

}  // namespace

ByteReader::ByteReader(const std::string& path) : stream_(open_file(path)) {}

bool ByteReader::read(std::string& piece, std::size_t size) {
  piece.clear();
  if (ahead_.empty() && !stream_->read(ahead_)) return false;
  if (ahead_.size() <= size) {
    piece.swap(ahead_);
  } else {
    piece.assign(ahead_, 0, size);
    ahead_.erase(0, size);
  }
  return true;
}

std::string_view ByteReader::peek(std::size_t size) {
  for (std::string more; ahead_.size() < size && stream_->read(more);) ahead_ += more;
  return std::string_view(ahead_).substr(0, size);
}

std::unique_ptr<Stream> open_file(const std::string& path) {
  return std::make_unique<FileStream>(path);
}

std::unique_ptr<Stream> unpack(std::unique_ptr<Stream> stream, Pool& pool) {
  constexpr int most = 3;
  constexpr std::size_t enough = 16;
  for (int times = 0;; ++times) {
    ByteReader bytes(std::move(stream));
    const Kind kind = kind_of(bytes.peek(enough));
    const bool packed = kind == Kind::gzip || kind == Kind::bzip2 || kind == Kind::zstd;
    if (packed && times == most)
      throw SourceFailure("packed more than " + std::to_string(most) + " times over");
    switch (kind) {
      case Kind::bzip2:
        stream = std::make_unique<Bzip2Stream>(std::move(bytes), pool);
        break;
      case Kind::gzip:
        stream = std::make_unique<GzipStream>(std::move(bytes));
        break;
      case Kind::zstd:
        stream = std::make_unique<ZstdStream>(std::move(bytes));
        break;
      default:
        return std::make_unique<SeenStream>(std::move(bytes));
    }
  }
}

std::unique_ptr<Stream> open_stream(const std::string& path, Pool& pool) {
  return unpack(open_file(path), pool);
}

}  // namespace acta::input
