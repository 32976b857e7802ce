// exp, log, sin and cos without tables. The C library's weigh 6 KB that cannot be packed, to save a few steps
// where we have time.
//
//     series::log(2.0)       exp and log to about one unit in the last place of a double
//     series::sine(1.0, 0)   sin; with 1 cos; for a float's precision, up to some thousand turns
//
// By the series in reduced ranges (J.-M. Muller, Elementary Functions). The same bits in every browser.
// functions.cpp puts them in the library's place.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace broadsheet::browser::series {

constexpr double kLn2High =
    6.93147180369123816490e-01;  // its last 21 bits are zero: whole multiples are exact
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kLn2 = 0.69314718055994530942;
constexpr double kHalfTurn = 3.14159265358979323846;
constexpr int kExponentBias = 1023;
constexpr int kMantissaBits = 52;

inline double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<uint64_t>(exponent + kExponentBias) << kMantissaBits);
}

// 1 / n: a division takes as long as all else of a step.
constexpr auto kInverse = [] {
  std::array<double, 24> inverse{};
  for (size_t n = 1; n < inverse.size(); ++n) inverse[n] = 1.0 / static_cast<double>(n);
  return inverse;
}();

// sin(x) for quarter turns 0, cos(x) for one.
inline double sine(double x, int quarters) {
  const double turns = std::nearbyint(x / (kHalfTurn / 2));
  const double r = x - turns * (kHalfTurn / 2);
  const int quarter = static_cast<int>(turns) + quarters;
  // x - x^3/3! + ... or 1 - x^2/2! + ..., from the far end.
  double sum = 1;
  for (int n = (quarter & 1) ? 12 : 13; n > 1; n -= 2) sum = 1 - sum * r * r / (n * (n - 1));
  if (!(quarter & 1)) sum *= r;
  return (quarter & 2) ? -sum : sum;
}

inline double exp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.7) return std::numeric_limits<double>::infinity();
  if (x < -708) return 0;
  const double k = std::nearbyint(x / kLn2);
  const double r = x - k * kLn2High - k * kLn2Low;
  double sum = 1;
  for (size_t n = 15; n > 0; --n) sum = 1 + sum * r * kInverse[n];
  return sum * power_of_two(static_cast<int>(k));
}

inline double log(double x) {
  if (!(x > 0))
    return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  if (std::isinf(x)) return x;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= power_of_two(kMantissaBits + 2);
    k = -kMantissaBits - 2;
  }
  const uint64_t bits = std::bit_cast<uint64_t>(x);
  k += static_cast<int>(bits >> kMantissaBits) - kExponentBias;
  double m =
      std::bit_cast<double>((bits & ((uint64_t{1} << kMantissaBits) - 1)) | std::bit_cast<uint64_t>(1.0));
  if (m > 1.41421356237309504880) {
    m /= 2;
    ++k;
  }
  // 2 artanh(s), s = (m - 1) / (m + 1)
  const double f = m - 1, s = f / (2 + f), z = s * s;
  double sum = 0;
  for (size_t n = 23; n > 1; n -= 2) sum = z * (sum + kInverse[n]);
  const double half = f * f / 2;
  return k * kLn2High - ((half - (s * (half + 2 * sum) + k * kLn2Low)) - f);
}

}  // namespace broadsheet::browser::series
