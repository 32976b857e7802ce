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
    apply     a log of corrections on page dumps or broadsheet-1
    score     a parsed page against its truth

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
                       epub    EPUB 3, for e-readers
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

constexpr std::string_view kApply = R"(NAME
    broadsheet apply - put a page right by a log of corrections

SYNOPSIS
    broadsheet apply --corrections LOG... [--indent N | --truth] [--with-source]
                     [-o OUTPUT] [--jobs N] FILE...

DESCRIPTION
    Takes page dumps, which are parsed first, and broadsheet-1 documents, applies
    the corrections that name them, and prints broadsheet-1 with the log under
    "corrections". The source is never changed. A correction names its place by
    bytes of the source, so a log fits again after a newer parser has run; one
    that does not is said on standard error and left out.

    Several logs are merged: what only one has is added, what both have counts
    once. Where two ask for different things at the same place, both are
    printed and nothing is applied: keep one of the two in its log.

OPTIONS
    FILE...            dumps, broadsheet-1, folders of dumps, or - for standard
                       input
    -c, --corrections LOG
                       a log as the viewer exports it; may be given again
    --truth            print the page as a test page has it (expected.json)
    --indent N         N spaces a level; without it the JSON is one line
    --with-source      put the dump itself into the JSON
    -o, --output OUTPUT
                       write to this file, replaced whole or not at all
    -j, --jobs N       pages parsed at once; 0, the default, is one a core
    -h, --help         print this manual

EXIT STATUS
    0 all was well; 2 wrong command line; 3 a file cannot be read; 4 a log or an
    input is not what it should be, logs contradict each other, or a correction
    no longer fits; 5 the result cannot be written.

EXAMPLES
    broadsheet apply -c a04.corrections.json a04.txt >a04.json
    broadsheet apply -c ann.json -c ben.json --indent 2 a04.txt
    broadsheet apply -c a04.corrections.json --truth a04.txt >expected.json
)";

constexpr std::string_view kScore = R"(NAME
    broadsheet score - how near a parsed page comes to what was printed

SYNOPSIS
    broadsheet score [--variant NAME] PARSED TRUTH

DESCRIPTION
    Prints a line a measure. Texts are compared without white space, with
    full-width ASCII folded to half width and radicals to hanzi.

    f1       do two passages stand in one article, truth against parse: F1
    order    1 - normalised edit distance of bodies, mean over true articles
    exact    share of articles with the right head and at most 1 % other body
    head     share of articles whose heads differ by at most 5 %
    byline   F1 over the reporters' names
    caption  share of captions found as captions and in no paragraph
    dup      share of the passages said twice that were found
    count    how many articles too many or too few
    account  share of the source's non-blank bytes in exactly one span

    A measure of which the page says nothing is "-".

OPTIONS
    PARSED             a page dump or a broadsheet-1 document of one page
    TRUTH              expected.json or truth.json of that page
    --variant NAME     under which name TRUTH lists the passages said twice;
                       without it the file name of the page's source
    -h, --help         print this manual

EXIT STATUS
    0 all was well; 2 wrong command line; 3 a file cannot be read; 4 an input is
    not what it should be.

EXAMPLES
    broadsheet score tests/pages/front-zh/page.txt tests/pages/front-zh/expected.json
)";

}  // namespace

std::string_view manual(std::string_view command) {
  if (command == "parse") return kParse;
  if (command == "export") return kExport;
  if (command == "apply") return kApply;
  if (command == "score") return kScore;
  return kProgram;
}

}  // namespace broadsheet::cli
