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
        else:
            run("pdftoppm", "-r", "220", "-gray", "-png", "-singlefile", pdf, f"{folder}/page")
            yield tool, run("tesseract", f"{folder}/page.png", "-", "-l", "eng" if lang == "en" else "chi_sim")
