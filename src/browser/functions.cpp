// The library's names for what functions.h computes. Compiled by itself (web/web.cmake): to the linker's
// optimiser these names mean the library's own.
#include "browser/functions.h"

namespace series = broadsheet::browser::series;

extern "C" {
double exp(double x) {
  return series::exp(x);
}
float expf(float x) {
  return static_cast<float>(series::exp(static_cast<double>(x)));
}
double log(double x) {
  return series::log(x);
}
float sinf(float x) {
  return static_cast<float>(series::sine(static_cast<double>(x), 0));
}
float cosf(float x) {
  return static_cast<float>(series::sine(static_cast<double>(x), 1));
}
}
