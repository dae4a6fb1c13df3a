#include "text/hash.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>

#include <openssl/evp.h>

namespace acta::text {

std::string sha256(std::string_view bytes) {
  // Fetched once: looking the algorithm up costs more than hashing a short text.  It stays until
  // the process ends, because OpenSSL's own clean-up may run before that of statics.
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  if (algorithm == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm, nullptr) != 1) {
    throw std::runtime_error("libcrypto gives no SHA-256");
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(std::size_t{2} * size);
  for (unsigned int i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4U];
    hex += digits[digest[i] & 15U];
  }
  return hex;
}

}  // namespace acta::text
