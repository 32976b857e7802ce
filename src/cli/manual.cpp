#include "cli/manual.h"

namespace broadsheet::cli {

namespace {

constexpr std::string_view kProgram = R"(NAME
    broadsheet - articles out of the scrambled text of newspaper pages

SYNOPSIS
    broadsheet COMMAND [OPTION...] FILE...
    broadsheet --help | --version
    broadsheet COMMAND --help

DESCRIPTION
    A newspaper page that comes out of a PDF, an OCR engine or a vision model is
    scrambled: columns cut in mid-word, a column before its own headline, two
    stories read row by row, a caption inside a sentence, a passage said twice.
    broadsheet puts the articles together again and says what it did and how
    sure it is. No byte of the page is lost: what is in no article is listed
    too.

COMMANDS
    parse     page dumps to broadsheet-1 JSON
    export    page dumps or broadsheet-1 to JSON, Markdown, text or HTML

    `broadsheet COMMAND --help` is the manual of each.

OPTIONS
    -h, --help       print this manual, or that of the command
    --version        print the version

FILES
    FILE is a page dump: UTF-8 (with or without byte order mark), UTF-16 or
    GB18030, one page a file. A folder stands for the dumps in it and below it:
    *.txt, *.text, *.md and *.markdown in the order of their names, hidden ones
    left out. - is standard input. Pages given together are one edition:
    stories that go on over another page are joined.

EXIT STATUS
    0    all was well
    2    the command line is wrong
    3    a file or folder cannot be read; the others were done
    4    an input is not what it should be; the others were done
    5    the result cannot be written

    Each fault is one line on standard error: the file, the place in it, what is
    wrong, and what would mend it.

EXAMPLES
    broadsheet parse a04.txt
    broadsheet export --to html -o edition.html pages/
    pdftotext -layout a04.pdf - | broadsheet parse -
)";

constexpr std::string_view kParse = R"(NAME
    broadsheet parse - page dumps to broadsheet-1 JSON

SYNOPSIS
    broadsheet parse [--jobs N] [--indent N | --ndjson] [--with-source] FILE...

DESCRIPTION
    Prints one broadsheet-1 document with a page a FILE, in the order given:
    articles with their heads, names and blocks, what was repaired and with what
    confidence, and the spans of the dump's bytes that each part came from.
    While it works, a line on standard error, if that is a terminal, says how
    far it is.

OPTIONS
    FILE...            dumps, folders, or - for standard input
    -j, --jobs N       pages parsed at once; 0, the default, is one a core.
                       The output is the same whatever N is
    --indent N         N spaces a level; without it the JSON is one line
    --ndjson           a document a line, each with one page (NDJSON)
    --with-source      put the dump itself into the JSON, so that the viewer can
                       show it beside the result
    -h, --help         print this manual

EXIT STATUS
    0 all was well; 2 wrong command line; 3 a file cannot be read; 4 an input is
    larger than 4 GiB; 5 the result cannot be written. On 3 and 4 the other
    files are printed all the same.

EXAMPLES
    broadsheet parse --indent 2 a04.txt | less
    broadsheet parse --ndjson --jobs 4 archive/ >archive.ndjson
    broadsheet parse a01.txt a02.txt | jq -r '.pages[].articles[].headline'
)";

constexpr std::string_view kExport = R"(NAME
    broadsheet export - an edition as JSON, Markdown, text or HTML

SYNOPSIS
    broadsheet export [--to FORM] [-o OUTPUT] [--fragment] [--with-source]
                      [--jobs N] FILE...

DESCRIPTION
    Takes page dumps, which are parsed first, and broadsheet-1 documents
    (*.json, *.ndjson, or whatever begins like one), and writes their articles
    in another form. Whatever a page says stays text: nothing in it becomes
    markup or code.

OPTIONS
    FILE...            dumps, broadsheet-1, folders of dumps, or - for standard
                       input
    --to FORM          json    broadsheet-1, one document
                       ndjson  broadsheet-1, a document a line and page
                       md      CommonMark
                       txt     plain text
                       html    one page that needs nothing else, printable
                       Without --to the ending of OUTPUT says which
    -o, --output OUTPUT
                       write to this file, replaced whole or not at all; without
                       it, or with -, to standard output
    --fragment         with html: only the <section> and <article> elements
    --with-source      with json and ndjson: put the dump itself in
    -j, --jobs N       pages parsed at once; 0, the default, is one a core
    -h, --help         print this manual

EXIT STATUS
    0 all was well; 2 wrong command line; 3 a file cannot be read; 4 an input is
    no broadsheet-1 (the line on standard error names line and column); 5 the
    result cannot be written. On 3 and 4 the other files are exported all the
    same.

EXAMPLES
    broadsheet export -o edition.html a01.txt a02.txt
    broadsheet export --to md edition.json | pandoc -o edition.docx
    broadsheet parse --with-source pages/ | broadsheet export --to txt -
)";

}  // namespace

std::string_view manual(std::string_view command) {
  if (command == "parse") return kParse;
  if (command == "export") return kExport;
  return kProgram;
}

}  // namespace broadsheet::cli
