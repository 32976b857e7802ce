// The page's own exp, log, sin and cos beside the C library's.
#include "browser/functions.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <random>

namespace series = broadsheet::browser::series;

namespace {

// In units of the last place of `wanted`.
double units_off(double got, double wanted) {
  return std::fabs(got - wanted) /
         (std::nextafter(std::fabs(wanted), std::numeric_limits<double>::infinity()) - std::fabs(wanted));
}

}  // namespace

TEST_CASE("exp and log stay within two units of the last place") {
  std::mt19937_64 random(20261126);
  std::uniform_real_distribution<double> power(-700, 700), near(0.99, 1.01);
  double exp_off = 0, log_off = 0;
  for (int i = 0; i < 200000; ++i) {
    const double x = power(random), y = near(random);
    exp_off = std::max(exp_off, units_off(series::exp(x), std::exp(x)));
    log_off = std::max({log_off, units_off(series::log(std::exp(x)), std::log(std::exp(x))),
                        units_off(series::log(y), std::log(y))});
  }
  CHECK(exp_off <= 2);
  CHECK(log_off <= 2);
}

TEST_CASE("exp and log at their ends") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(series::exp(0) == 1);
  CHECK(series::exp(710) == infinity);
  CHECK(series::exp(-infinity) == 0);
  CHECK(std::isnan(series::exp(std::nan(""))));
  CHECK(series::log(1) == 0);
  CHECK(series::log(0) == -infinity);
  CHECK(series::log(infinity) == infinity);
  CHECK(std::isnan(series::log(-1)));
  CHECK(units_off(series::log(std::numeric_limits<double>::denorm_min()),
                  std::log(std::numeric_limits<double>::denorm_min())) <= 2);
}

TEST_CASE("sin and cos are those of a float") {
  for (int i = -20000; i <= 20000; ++i) {
    const double x = i / 1000.0;
    CHECK(std::fabs(series::sine(x, 0) - std::sin(x)) < 1e-7);
    CHECK(std::fabs(series::sine(x, 1) - std::cos(x)) < 1e-7);
  }
}
