#!/usr/bin/env python3
"""Runs the program `broadsheet` as a shell would.

usage: cli_test.py PROGRAM

Files, folders, standard input, jobs, forms, manuals and exit codes. Python's standard library only.
"""
import json, os, pty, re, subprocess, sys, tempfile, unittest, zipfile
from xml.etree import ElementTree

PROGRAM = os.path.abspath(sys.argv.pop(1))
PAGE = "新桥通车\n本报记者 张三\n　　本报讯 一座新桥昨天通车。市民早早来到桥头。\n　　桥长三百米。\n"


def run(*args, stdin=b"", cwd=None):
    done = subprocess.run([PROGRAM, *args], input=stdin, capture_output=True, cwd=cwd, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.at = self.folder.name
        for name in ["b.txt", "a.txt", "deep/c.MD", ".hidden.txt", "deep/truth.json"]:
            self.write(name, PAGE)

    def write(self, name, text):
        path = os.path.join(self.at, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def names(self, text):
        return [page["source"]["name"] for page in json.loads(text)["pages"]]

    def test_apply_puts_a_page_right_and_says_what_no_longer_fits(self):
        log = {"format": "broadsheet-corrections-1", "corrections": [
            {"do": "words", "page": "a.txt", "spans": [[0, 6]], "text": "旧桥"}]}
        self.write("log.json", json.dumps(log))
        code, out, err = run("apply", "-c", "log.json", "./a.txt", cwd=self.at)
        self.assertEqual((code, err), (0, ""))
        doc = json.loads(out)
        self.assertIn("旧桥", json.dumps(doc["pages"], ensure_ascii=False))
        self.assertEqual(doc["corrections"], log["corrections"])
        log["corrections"][0]["spans"] = [[90000, 90001]]
        self.write("log.json", json.dumps(log))
        code, out, err = run("apply", "-c", "log.json", "a.txt", cwd=self.at)
        self.assertEqual(code, 4)
        self.assertIn("a.txt: correction 1: its bytes are not in this source", err)
        self.assertNotIn("旧桥", json.dumps(json.loads(out)["pages"], ensure_ascii=False))
        log["corrections"][0]["page"] = "another.txt"
        self.write("log.json", json.dumps(log))
        code, out, err = run("apply", "-c", "log.json", "a.txt", cwd=self.at)
        self.assertEqual(code, 0)  # a log may speak of more pages than are given
        self.assertIn("another.txt: correction 1: its page is not in this edition", err)
        self.assertEqual(json.loads(out)["corrections"], log["corrections"])
        self.write("log.json", "{")
        self.assertEqual(run("apply", "-c", "log.json", "a.txt", cwd=self.at)[0], 4)
        self.assertEqual(run("apply", "a.txt", cwd=self.at)[0], 2)

    def test_logs_that_contradict_each_other_are_not_taken(self):
        for who, text in (("ann", "旧桥"), ("ben", "老桥")):
            self.write(who + ".json", json.dumps({"corrections": [
                {"do": "words", "page": "a.txt", "spans": [[0, 6]], "text": text}]}))
        code, out, err = run("apply", "-c", "ann.json", "-c", "ben.json", "a.txt", cwd=self.at)
        self.assertEqual((code, out), (4, ""))
        self.assertIn("旧桥", err)
        self.assertIn("老桥", err)

    def test_a_page_scores_perfectly_against_itself_as_truth(self):
        self.write("log.json", '{"corrections": []}')
        self.assertEqual(run("apply", "-c", "log.json", "--truth", "-o", "truth.json", "a.txt", cwd=self.at)[0], 0)
        code, out, err = run("score", "a.txt", "truth.json", cwd=self.at)
        self.assertEqual((code, err), (0, ""))
        figures = dict(line.split() for line in out.splitlines())
        self.assertEqual(figures["account"], "1.000")
        self.assertEqual(figures["order"], "1.000")
        self.assertEqual(figures["count"], "0.000")
        self.assertEqual(run("score", "a.txt", "missing.json", cwd=self.at)[0], 3)
        self.assertEqual(run("score", "a.txt", "b.txt", cwd=self.at)[0], 4)

    def test_scores_are_those_of_the_reference_scorer(self):
        # Each file holds a truth, a page that was parsed badly, and what ../shared/score.py says of the two.
        folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scored")
        names = sorted(os.listdir(folder))
        self.assertTrue(names)
        for name in names:
            case = json.loads(read(os.path.join(folder, name)))
            self.write("parsed.json", json.dumps(case["parsed"]))
            self.write("truth.json", json.dumps(case["truth"]))
            code, out, err = run("score", "parsed.json", "truth.json", cwd=self.at)
            self.assertEqual((code, err), (0, ""), name)
            self.assertEqual(dict(line.split() for line in out.splitlines()), case["score"], name)

    def test_parse_gives_a_page_a_file_in_the_order_given(self):
        code, out, err = run("parse", "b.txt", "a.txt", cwd=self.at)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(json.loads(out)["format"], "broadsheet-1")
        self.assertEqual(self.names(out), ["b.txt", "a.txt"])
        self.assertEqual(json.loads(out)["pages"][0]["source"]["bytes"], len(PAGE.encode()))

    def test_a_folder_is_its_dumps_by_name(self):
        self.assertEqual(self.names(run("parse", ".", cwd=self.at)[1]), ["./a.txt", "./b.txt", "./deep/c.MD"])

    def test_a_folder_without_dumps_is_a_fault(self):
        os.mkdir(os.path.join(self.at, "empty"))
        code, out, err = run("parse", "empty", cwd=self.at)
        self.assertEqual((code, out), (3, ""))
        self.assertIn("empty: holds no page dump.", err)

    def test_links_that_lead_back_up_are_not_followed_for_ever(self):
        for link in ("one", "two", "deep/up"):
            os.symlink(self.at, os.path.join(self.at, link))
        self.assertEqual(self.names(run("parse", ".", cwd=self.at)[1]), ["./a.txt", "./b.txt", "./deep/c.MD"])
        os.remove(os.path.join(self.at, "deep/up"))
        os.makedirs(os.path.join(self.at, "elsewhere"))
        os.symlink("../deep", os.path.join(self.at, "elsewhere/linked"))
        self.assertEqual(self.names(run("parse", "elsewhere", cwd=self.at)[1]), ["elsewhere/linked/c.MD"])

    def test_a_fault_is_one_line_that_steers_no_terminal(self):
        for name, told in (("new\nline\x1b[31m.txt", "new?line?[31m.txt"), ("", '""')):
            code, out, err = run("parse", name, cwd=self.at)
            self.assertEqual((code, out), (3, ""))
            self.assertTrue(err.startswith(told + ": cannot be opened"), err)
            self.assertEqual(err.count("\n"), 1)

    def test_a_picture_is_told_to_be_no_text(self):
        self.write("page.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9)
        code, out, err = run("parse", "page.pdf", "a.txt", cwd=self.at)
        self.assertEqual((code, self.names(out)), (0, ["page.pdf", "a.txt"]))
        self.assertRegex(err, r"\Apage.pdf: is no text .*unplaced\. Give the text.*\n\Z")

    def test_standard_input(self):
        code, out, _ = run("parse", "-", stdin=PAGE.encode())
        self.assertEqual((code, self.names(out)), (0, ["standard input"]))
        self.assertEqual(run("parse", "-", "-")[0], 2)

    def test_many_jobs_give_what_one_gives(self):
        files = [self.write(f"many/{i:03}.txt", PAGE.replace("新桥", f"新桥{i}") * (1 + i % 7)) for i in range(120)]
        one = run("parse", "--jobs", "1", *files)
        self.assertEqual(one[0], 0)
        self.assertEqual(one, run("parse", "--jobs", "8", *files))
        self.assertEqual(self.names(one[1]), files)

    def test_ndjson_is_a_page_a_line(self):
        _, out, _ = run("parse", "--ndjson", "a.txt", "b.txt", cwd=self.at)
        lines = out.splitlines()
        self.assertEqual([self.names(line) for line in lines], [["a.txt"], ["b.txt"]])

    def test_indent(self):
        plain, wide = (run("parse", *how, "a.txt", cwd=self.at)[1] for how in ([], ["--indent", "3"]))
        self.assertEqual(plain.count("\n"), 1)
        self.assertIn('\n   "pages"', wide)
        self.assertEqual(json.loads(plain), json.loads(wide))

    def test_what_cannot_be_read_is_told_and_the_rest_is_done(self):
        code, out, err = run("parse", "nothing.txt", "a.txt", cwd=self.at)
        self.assertEqual((code, self.names(out)), (3, ["a.txt"]))
        self.assertRegex(err, r"\Anothing.txt: cannot be opened: .*\. Check the path.*\.\n\Z")

    def test_wrong_command_lines(self):
        for line in (["parse"], ["parse", "--jobs", "-1", "a.txt"], ["parse", "--jobs", "x", "a.txt"], ["parse", "--nope", "a.txt"],
                     ["parse", "--ndjson", "--indent", "1", "a.txt"], ["bogus"], [], ["export", "a.txt"], ["export", "--to", "pdf", "a.txt"],
                     ["export", "--to", "md", "--fragment", "a.txt"]):
            code, out, err = run(*line, cwd=self.at)
            self.assertEqual((code, out), (2, ""), line)
            self.assertIn("broadsheet", err)
            self.assertEqual(err.count("\n"), 1, err)

    def test_export_of_a_dump_and_of_its_json_are_the_same(self):
        saved = self.write("saved.json", run("parse", "--with-source", "a.txt", "b.txt", cwd=self.at)[1])
        lines = self.write("saved.ndjson", run("parse", "--ndjson", "a.txt", "b.txt", cwd=self.at)[1])
        for form in ("md", "txt", "html", "ndjson"):
            direct = run("export", "--to", form, "a.txt", "b.txt", cwd=self.at)
            self.assertEqual(direct[0], 0)
            self.assertEqual(direct, run("export", "--to", form, saved))
            self.assertEqual(direct, run("export", "--to", form, lines))
            self.assertEqual(direct, run("export", "--to", form, "-", stdin=read(saved)))

    def test_with_source_keeps_the_dump(self):
        page = json.loads(run("parse", "--with-source", "a.txt", cwd=self.at)[1])["pages"][0]
        self.assertEqual(page["source"]["text"], PAGE)

    def test_export_writes_a_file_by_its_ending(self):
        target = os.path.join(self.at, "out.html")
        self.assertEqual(run("export", "-o", target, "a.txt", cwd=self.at), (0, "", ""))
        self.assertTrue(read(target).startswith(b"<!doctype html>"))
        self.assertEqual([name for name in os.listdir(self.at) if "part" in name], [])

    def test_epub_is_a_valid_container_of_well_formed_files(self):
        strange = self.write("strange.txt", PAGE.replace("三百米", "1 < 2 & 3 \uffff ]]> \"x\" <b>"))
        target = os.path.join(self.at, "out.epub")
        self.assertEqual(run("export", "-o", target, "a.txt", "b.txt", strange, cwd=self.at), (0, "", ""))
        self.assertTrue(read(target)[30:58] == b"mimetypeapplication/epub+zip", "the first file, stored, at its place")
        book = zipfile.ZipFile(target)
        self.assertIsNone(book.testzip())
        names = book.namelist()
        self.assertEqual(len(set(names)), len(names))
        self.assertEqual({entry.compress_type for entry in book.infolist()}, {zipfile.ZIP_STORED})
        trees = {name: ElementTree.fromstring(book.read(name)) for name in names if re.search(r"\.(xml|opf|xhtml)$", name)}
        root = trees["META-INF/container.xml"].find(".//{*}rootfile")
        self.assertEqual(root.get("media-type"), "application/oebps-package+xml")
        package = trees[root.get("full-path")]
        self.assertEqual(package.get("version"), "3.0")
        for needed in ("identifier", "title", "language"):
            self.assertTrue(package.find("{*}metadata/{http://purl.org/dc/elements/1.1/}" + needed).text)
        self.assertRegex(package.find("{*}metadata/{*}meta[@property='dcterms:modified']").text, r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
        items = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item")}
        hrefs = {"EPUB/" + item.get("href") for item in items.values()}
        self.assertEqual(hrefs | {"mimetype", "META-INF/container.xml", root.get("full-path")}, set(names), "the manifest names every file")
        self.assertEqual([i for i in items if items[i].get("properties") == "nav"], ["nav"])
        spine = [ref.get("idref") for ref in package.iterfind("{*}spine/{*}itemref")]
        self.assertEqual(set(spine), set(items) - {"css"})
        ids = {name: {part.get("id") for part in tree.iter() if part.get("id")} for name, tree in trees.items()}
        links = [link.get("href").split("#") for link in trees["EPUB/nav.xhtml"].iterfind(".//{*}nav//{*}a")]
        self.assertEqual(len(links), sum(tree.find(".//{*}article") is not None for tree in trees.values()))
        for file, mark in links:
            self.assertIn(mark, ids["EPUB/" + file])
        told = "".join("".join(tree.itertext()) for tree in trees.values())
        self.assertIn("1 < 2 & 3", told)
        again = target + "2.epub"
        run("export", "-o", again, "a.txt", "b.txt", strange, cwd=self.at)
        self.assertEqual(read(again), read(target), "the same edition, the same bytes")

    def test_fragment_has_no_document_around_it(self):
        out = run("export", "--to", "html", "--fragment", "a.txt", cwd=self.at)[1]
        self.assertTrue(out.startswith("<section"))
        self.assertNotIn("<html", out)

    def test_bad_json_is_told_with_its_place_and_the_rest_is_done(self):
        bad = self.write("bad.json", '{"format": "broadsheet-1",\n "pages": [{"articles": 3}]}')
        code, out, err = run("export", "--to", "ndjson", bad, "a.txt", cwd=self.at)
        self.assertEqual(code, 4)
        self.assertIn("bad.json: line 2, column 25: pages[0].articles: should be an array.", err)
        self.assertEqual(self.names(out), ["a.txt"])

    def test_a_result_that_cannot_be_written(self):
        code, _, err = run("export", "-o", os.path.join(self.at, "no/such/x.md"), "a.txt", cwd=self.at)
        self.assertEqual(code, 5)
        self.assertIn("cannot be written", err)
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, "parse", os.path.join(self.at, "a.txt")], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 5)

    def test_bytes_that_are_no_text_are_still_a_page(self):
        path = self.write("noise.txt", bytes(range(256)) * 20)
        code, out, _ = run("parse", path)
        self.assertEqual((code, self.names(out)), (0, [path]))

    def test_manuals_name_every_option(self):
        known = {"": ["--help", "--version"], "parse": ["--jobs", "--indent", "--ndjson", "--with-source"],
                 "export": ["--to", "--output", "--fragment", "--with-source", "--jobs"]}
        for command, options in known.items():
            code, out, err = run(*command.split(), "--help")
            self.assertEqual((code, err), (0, ""))
            for head in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES"):
                self.assertIn("\n" + head, "\n" + out)
            for option in options:
                self.assertIn(option, out)
            self.assertLessEqual(max(len(line) for line in out.splitlines()), 80)
        self.assertRegex(run("--version")[1], r"\Abroadsheet \d+\.\d+\.\d+\n\Z")

    def test_progress_is_shown_on_a_terminal_only(self):
        master, slave = pty.openpty()
        done = subprocess.run([PROGRAM, "parse", "a.txt", "b.txt"], cwd=self.at, stdout=subprocess.PIPE, stderr=slave, timeout=60)
        os.close(slave)
        shown = b""
        try:  # a terminal gives what was written piece by piece, and an error behind the last
            while piece := os.read(master, 10000):
                shown += piece
        except OSError:
            pass
        os.close(master)
        shown = shown.decode()
        self.assertEqual(done.returncode, 0)
        self.assertIn("2 of 2", shown)
        self.assertTrue(re.search(r"\r\x1b\[K\Z", shown), "the line is wiped at the end")
        self.assertEqual(run("parse", "a.txt", "b.txt", cwd=self.at)[2], "")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"] if os.environ.get("VERBOSE") else [sys.argv[0]])
