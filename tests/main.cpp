#define BOOST_TEST_MODULE acta
#include <boost/test/unit_test.hpp>
