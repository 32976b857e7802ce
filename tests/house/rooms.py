#!/usr/bin/env python3
"""The house rules that a compiler does not know.

usage: rooms.py        (in a checkout; prints one line a breach, then "N passed, N failed, 0 skipped")

What a room may include is what CMakeLists.txt links it with: `room(view search edition ...)`.
"""
import os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KNOWS_IMGUI = {"view", "browser"}
KNOWS_BROWSER = {"browser"}
PROGRAMS = {"cli", "train", "browser"}  # nobody includes from these
# Rooms that are compiled for the web, where nothing is thrown.
BAD_NAMES = re.compile(r"(^|[_/.-])(utils?|common|manager|helpers?|misc)([_./-]|$)", re.I)
breaches = []
rules = 0


def rule(name, faults):
    global rules
    rules += 1
    for fault in faults:
        breaches.append(f"{fault}  [{name}]")
    if faults:
        broken.add(name)


broken = set()


def files():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return [name for name in listed.stdout.splitlines() if os.path.isfile(os.path.join(ROOT, name))]
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in ("build", "node_modules", ".git")]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return found


def text_of(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def without_strings(text):
    text = re.sub(r'R"(\w*)\(.*?\)\1"', lambda m: '""' + "\n" * m.group().count("\n"), text, flags=re.S)
    return re.sub(r'"(\\.|[^"\\\n])*"', '""', text)


def may_include():
    """room -> the rooms that it may include, from CMakeLists.txt; rooms may name only rooms before them."""
    reach, faults = {}, []
    for name, links in re.findall(r"^room\((\w+)([^)]*)\)", text_of("CMakeLists.txt"), re.M):
        links = links.split()
        above = [link for link in links if os.path.isdir(os.path.join(ROOT, "src", link))]
        faults += [f"CMakeLists.txt: room {name} knows {other}, which comes after it" for other in above if other not in reach]
        if "imgui" in links and name not in KNOWS_IMGUI:
            faults.append(f"CMakeLists.txt: room {name} is linked with imgui")
        reach[name] = {name}.union(*[reach.get(other, set()) for other in above], above)
    rule("rooms depend one way", faults)
    return reach


def types_of(text):
    """The types that a file defines outside classes and unnamed namespaces, with their namespaces."""
    text = without_strings(without_comments(text))
    text = re.sub(r"'(\\.|[^'\\])'", "' '", text)
    around, found = [], []
    for match in re.finditer(r"namespace\s*([\w:]*)\s*\{|(?<!<)(?<!, )\b(?:struct|class|enum class|enum)\s+(\w+)(?!\w*\s*::)[^;{()=]*\{|\{|\}", text):
        if match.group() == "}":
            if around:
                around.pop()
        elif match.group().startswith("namespace"):
            around.append(match.group(1))
        else:
            if match.group(2) and all(around) and None not in around:
                found.append("::".join(around + [match.group(2)]))
            around.append(None)
    return found


def main():
    every = files()
    sources = [name for name in every if re.match(r"src/\w+/.*\.(h|cpp)$", name)]
    reach = may_include()
    rooms = set(reach)
    includes, browser, imgui, thrown, unknown = [], [], [], [], []
    for path in sources:
        room = path.split("/")[1]
        if room not in rooms and room not in PROGRAMS:
            unknown.append(f"{path}: src/{room} is no room of CMakeLists.txt")
        code = without_comments(text_of(path))
        bare = without_strings(code)
        for number, line in enumerate(code.splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if found:
                target = found.group(1)
                other = target.split("/")[0]
                if other in PROGRAMS and other != room and os.path.isdir(os.path.join(ROOT, "src", other)) and "/" in target:
                    includes.append(f"{path}:{number}: includes {target}; nobody includes a program")
                if room in rooms and "/" in target and other in rooms and other not in reach[room]:
                    includes.append(f"{path}:{number}: {room} may not know {other} ({target})")
                if target.startswith("emscripten") and room not in KNOWS_BROWSER:
                    browser.append(f"{path}:{number}: includes {target}; only src/browser does")
                if re.match(r"(imgui|imstb|imconfig)", target) and room not in KNOWS_IMGUI:
                    imgui.append(f"{path}:{number}: includes {target}; only src/view and src/browser do")
        for number, line in enumerate(bare.splitlines(), 1):
            if room not in KNOWS_BROWSER and re.search(r"\b(EM_JS|EM_ASM\w*|EMSCRIPTEN_KEEPALIVE|emscripten_\w+|__EMSCRIPTEN__)\b", line):
                browser.append(f"{path}:{number}: speaks to the browser; only src/browser does")
            if (room in rooms or room == "browser") and re.search(r"\b(throw|try|catch|dynamic_cast|typeid)\b", line):
                thrown.append(f"{path}:{number}: {line.strip()}: no exceptions and no RTTI in the rooms")
    rule("rooms include only what they are linked with", includes)
    rule("every folder of src is a room or a program", unknown)
    rule("one language boundary", browser)
    rule("ImGui stays in view and browser", imgui)
    rule("no exceptions, no RTTI", thrown)
    # One name for two types links without a word, and then one's destructor runs on the other's bytes.
    homes = {}
    for path in sources:
        for name in types_of(text_of(path)):
            homes.setdefault(name, set()).add(path)
    rule("a type's name is its own", [f"{name}: defined in {' and in '.join(sorted(paths))}" for name, paths in sorted(homes.items()) if len(paths) > 1])
    rule("headers open with what they are for and are guarded", [
        f"{path}: opens with a comment on what it is for, then #pragma once" for path in sources if path.endswith(".h")
        and not re.match(r"//[^\n]+\n(//[^\n]*\n)*\s*#pragma once\n", text_of(path))])
    rule("names say what a thing is", [f"{path}: its name says nothing" for path in every if BAD_NAMES.search(path)
                                       and "package-lock" not in path])
    top = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "src", "web", "shaders", "tests", "dist"}
    rule("the top level is small", sorted({f"{path.split('/')[0]}: does not belong at the top level" for path in every
                                           if path.split("/")[0] not in top and not path.startswith(".")}))
    # Written so that this file does not name them itself.
    hosts = re.compile("|".join(["deb" + r"\.debian\.org", "registry" + r"\.(npmjs|yarnpkg|npmmirror)", "snapshot" + r"\.debian\.org"]))
    plain = [p for p in every if not p.startswith("dist/") and re.search(r"\.(h|cpp|mjs|js|py|json|cmake|txt|md|html|css)$|/(run|setup|web|[a-z]+)$", p)]
    rule("no mirror or registry host is named", [f"{path}: names {m.group()}" for path in plain for m in [hosts.search(text_of(path))] if m])
    for line in breaches:
        print(line)
    print(f"{rules - len(broken)} passed, {len(broken)} failed, 0 skipped")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
