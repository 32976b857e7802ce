#!/bin/bash
# tests/bench/ablation.sh [PAGES]: the ablation table of src/compose/README.md, over all development pages (default
# ../shared/pages). Builds build/native/ablation first. Takes a few minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
pages=${1:-../shared/pages}
{ cmake --preset native && cmake --build --preset native --target ablation; } >&2
exec build/native/ablation "$pages/dev-zh:vlm.txt,mutool.txt,layout.txt,pdftotext.txt,tesseract.txt" "$pages/dev-en:ocr.txt"
