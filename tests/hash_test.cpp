#include "text/hash.hpp"

#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

using acta::text::sha256;

BOOST_AUTO_TEST_SUITE(hash)

BOOST_AUTO_TEST_CASE(the_examples_of_the_standard_hold) {
  BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  BOOST_TEST(sha256(std::string(1'000'000, 'a')) ==
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(a_nul_is_a_byte_like_others) {
  BOOST_TEST(sha256(std::string(1, '\0')) ==
             "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

BOOST_AUTO_TEST_CASE(threads_hash_at_once) {
  const std::string expected = sha256("abc");
  std::vector<std::string> results(8);
  {
    std::vector<std::jthread> threads;
    threads.reserve(results.size());
    for (std::string& result : results) {
      threads.emplace_back([&result] {
        for (int i = 0; i < 100; ++i) {
          result = sha256("abc");
        }
      });
    }
  }
  for (const std::string& result : results) {
    BOOST_TEST(result == expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()
