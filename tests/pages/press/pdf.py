"""Writes a page as PDF: every line of text at its own place, in the order in which it is given."""
import io
import zlib

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/opentype/noto/"
FILES = {"serif": "NotoSerifCJK-Regular.ttc", "serif-bold": "NotoSerifCJK-Bold.ttc", "sans": "NotoSansCJK-Regular.ttc", "sans-bold": "NotoSansCJK-Bold.ttc"}
SIMPLIFIED = 2  # which font of the collection is the one for simplified Chinese


class Face:
    def __init__(self, key):
        self.path = FOLDER + FILES[key]
        font = TTFont(self.path, fontNumber=SIMPLIFIED, lazy=True)
        self.names, self.widths = font.getBestCmap(), font["hmtx"].metrics
        self.used = set()
        self.program = None

    def knows(self):
        return {chr(code) for code in self.names}

    def width(self, text):
        return sum(self.widths[self.names[ord(c)]][0] for c in text) / 1000

    def finish(self):
        """Cuts the font down to what was used."""
        options = subset.Options(layout_features=[], font_number=SIMPLIFIED, notdef_outline=True, hinting=False, drop_tables=["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"])
        font = subset.load_font(self.path, options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(c) for c in self.used])
        cutter.subset(font)
        whole = io.BytesIO()
        font.save(whole)
        self.program = zlib.compress(TTFont(whole).reader["CFF "])
        self.codes = {chr(u): int(n[3:]) for u, n in font.getBestCmap().items()}


class Sheet:
    """`lines`: (face, size, x, y, text, extra room after each sign), y from the top; `boxes`: (x, y, width, height, fill)."""

    def __init__(self, width, height):
        self.width, self.height, self.lines, self.boxes = width, height, [], []

    def write(self, path, faces, unicode_of):
        """`unicode_of`: sign -> what the font's table says that it is."""
        draw = []
        for x, y, w, h, fill in self.boxes:
            paint = "0.75 g %.2f %.2f %.2f %.2f re f" if fill else "0 G 0.6 w %.2f %.2f %.2f %.2f re S"
            draw.append(paint % (x, self.height - y - h, w, h))
        draw.append("0 g BT")
        keys = sorted({line[0] for line in self.lines})
        signs = {key: set() for key in keys}
        for key, size, x, y, text, room in self.lines:
            signs[key].update(text)
            code = "".join("%04X" % faces[key].codes[c] for c in text)
            draw.append("/%s %.2f Tf %.3f Tc 1 0 0 1 %.2f %.2f Tm <%s> Tj" % (key.replace("-", ""), size, room, x, self.height - y, code))
        draw.append("ET")
        self.parts = []
        catalog, pages, page = 1, 2, 3
        self.parts += [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b""]
        content = self.stream("".join(d + "\n" for d in draw).encode())
        fonts = " ".join("/%s %d 0 R" % (key.replace("-", ""), self.font(key, faces[key], sorted(signs[key]), unicode_of)) for key in keys)
        self.parts[page - 1] = ("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources << /Font << %s >> >> /Contents %d 0 R >>"
                                % (pages, self.width, self.height, fonts, content)).encode()
        out, places = bytearray(b"%PDF-1.5\n"), []
        for n, part in enumerate(self.parts):
            places.append(len(out))
            out += b"%d 0 obj\n" % (n + 1) + part + b"\nendobj\n"
        at = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
        out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, catalog, at)
        with open(path, "wb") as file:
            file.write(out)

    def add(self, part):
        self.parts.append(part.encode() if isinstance(part, str) else part)
        return len(self.parts)

    def stream(self, raw, more="", packed=False):
        data = raw if packed else zlib.compress(raw)
        return self.add(b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n" % (len(data), more.encode()) + data + b"\nendstream")

    def font(self, key, face, signs, unicode_of):
        name = "PRESSA+" + key
        program = self.stream(face.program, "/Subtype /CIDFontType0C", packed=True)
        about = self.add(f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 "
                         f"/CapHeight 733 /StemV 80 /FontFile3 {program} 0 R >>")
        widths = " ".join("%d [%d]" % (face.codes[c], round(face.width(c) * 1000)) for c in signs)
        below = self.add(f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                         f"/FontDescriptor {about} 0 R /DW 1000 /W [{widths}] >>")
        rows = ["<%04X> <%s>" % (face.codes[c], unicode_of.get(c, c).encode("utf-16-be").hex()) for c in signs]
        table = "".join("%d beginbfchar\n%s\nendbfchar\n" % (len(rows[i:i + 100]), "\n".join(rows[i:i + 100])) for i in range(0, len(rows), 100))
        spoken = self.stream(("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Press def /CMapType 2 def\n"
                              "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + table + "endcmap end end\n").encode())
        return self.add(f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{below} 0 R] /ToUnicode {spoken} 0 R >>")
