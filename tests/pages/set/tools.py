"""The real tools that read a printed page, and what they are called with."""
import subprocess
import sys


def run(*command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr.decode('utf8', 'replace')[-2000:]}")
    return done.stdout


def dumps(folder, pdf, tools, lang):
    for tool in tools:
        if tool == "pdftotext":
            yield tool, run("pdftotext", pdf, "-")
        elif tool == "layout":
            yield tool, run("pdftotext", "-layout", pdf, "-")
        elif tool == "mutool":
            yield tool, run("mutool", "draw", "-q", "-F", "txt", pdf)
        elif tool in OTHERS:
            text = OTHERS[tool](pdf)
            yield tool, text if isinstance(text, bytes) else text.encode("utf8", "replace")
        else:
            run("pdftoppm", "-r", "220", "-gray", "-png", "-singlefile", pdf, f"{folder}/page")
            yield tool, run("tesseract", f"{folder}/page.png", "-", "-l", "eng" if lang == "en" else "chi_sim")


def by_fitz(pdf):
    import fitz
    return "".join(page.get_text() for page in fitz.open(pdf))


def by_pypdf(pdf):
    from pypdf import PdfReader
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def by_pdfminer(pdf):
    from pdfminer.high_level import extract_text
    return extract_text(pdf)


OTHERS = {
    "raw": lambda pdf: run("pdftotext", "-raw", pdf, "-"),
    "bbox": lambda pdf: run("pdftotext", "-bbox-layout", pdf, "-"),
    "html": lambda pdf: run("mutool", "draw", "-q", "-F", "html", pdf),
    "gs": lambda pdf: run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", pdf),
    "fitz": by_fitz, "pypdf": by_pypdf, "pdfminer": by_pdfminer,
}


def other_dumps(pdf):
    """What tools write that not everybody has: ghostscript, python3-fitz, python3-pypdf, python3-pdfminer."""
    for tool, read in OTHERS.items():
        try:
            text = read(pdf)
        except (ImportError, FileNotFoundError):
            print(f"{tool}: not installed", file=sys.stderr)
            continue
        yield tool, text if isinstance(text, bytes) else text.encode("utf8", "replace")
