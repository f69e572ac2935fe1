"""
Makes renderer/styles/han: for each style one font with the characters of the edition, the manual and the interface, put
together from the slices of Noto Serif SC and Noto Sans SC. A Chinese page takes about twenty slices of a hundred, so it
was set again and again while they arrived, and a line of it was a patchwork of them; with one font it is set once. What
these fonts lack still comes from the slices, so they need not be made anew with every change of the text.

Run by hand, with Debian's python3-fonttools and python3-brotli: /usr/bin/python3 build/fonts/common-han.py
"""
import glob
import os
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "renderer/styles/han"
TEXTS = ["content/**/*.md", "content/**/*.yaml", "docs/manual/**/*.md", "docs/manual/**/*.yaml", "renderer/i18n/**/*.ts"]
WEIGHTS = [400, 600]
FAMILIES = {"serif": "noto-serif-sc", "sans": "noto-sans-sc"}


def is_ours(character: str) -> bool:
    """Han, their punctuation and full-width forms; Latin as well, which these fonts draw to go with them."""
    return " " <= character <= "\u00ff" or character in "—‘’“”…" or "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def wanted() -> set[int]:
    files = [name for pattern in TEXTS for name in glob.glob(str(ROOT / pattern), recursive=True)]
    texts = "".join(Path(name).read_text(encoding="utf-8") for name in files)
    return {ord(c) for c in texts + "".join(map(chr, range(0x20, 0x7F))) if is_ours(c) and c.isprintable()}


def options() -> subset.Options:
    result = subset.Options()
    result.layout_features = ["*"]
    result.hinting = False
    result.notdef_outline = True
    # The licence asks for copyright and licence to stay with the font.
    result.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    return result


def cut(font: TTFont, unicodes: set[int]) -> None:
    subsetter = subset.Subsetter(options())
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)


def add_apostrophe(font: TTFont) -> None:
    """Between Latin letters U+2019 is an apostrophe: a raised comma, not a closing quotation mark as wide as a Han character."""
    comma, mark = (font.getBestCmap()[ord(c)] for c in ",’")
    component = GlyphComponent()
    component.glyphName, component.flags = comma, 0x204
    # As high as the quotation mark it stands for.
    component.x, component.y = 0, font["glyf"][mark].yMax - font["glyf"][comma].yMax
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [component]
    name = "apostrophe"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][comma][0], font["glyf"][name].xMin)
    if "vmtx" in font:
        font["vmtx"][name] = font["vmtx"][comma]
    letters = " ".join(name for code, name in sorted(font.getBestCmap().items()) if chr(code).isascii() and chr(code).isalpha())
    # The substitutions of the slices are for vertical text and for other scripts than simplified Chinese.
    addOpenTypeFeaturesFromString(
        font, f"feature calt {{ sub [{letters}] {mark}' [{letters}] by {name}; }} calt;", tables=["GSUB"]
    )


def make(package: str, weight: int, characters: set[int], target: Path) -> set[int]:
    slices = sorted(glob.glob(str(ROOT / f"node_modules/@fontsource-variable/{package}/files/*-wght-normal.woff2")))
    # The Latin slice comes first: the first font gives the merged one its heights and its name.
    slices.sort(key=lambda name: "-latin-wght" not in name)
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for name in slices:
            font = TTFont(name)
            here = (set(font.getBestCmap()) & characters) - taken
            if not here:
                continue
            taken |= here
            font = instancer.instantiateVariableFont(font, {"wght": weight})
            cut(font, here)
            font.flavor = None
            parts.append(os.path.join(folder, f"{len(parts)}.ttf"))
            font.save(parts[-1])
        font = merge.Merger().merge(parts)
    cut(font, taken)
    add_apostrophe(font)
    # The same slices give the same bytes.
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    font.flavor = "woff2"
    font.save(target)
    return taken


def main() -> None:
    characters = wanted()
    TARGET.mkdir(exist_ok=True)
    known = set()
    for style, package in FAMILIES.items():
        for weight in WEIGHTS:
            target = TARGET / f"{style}-{weight}.woff2"
            known = make(package, weight, characters, target)
            print(f"{target.name}: {len(known)} characters, {target.stat().st_size} bytes")
    lacking = "".join(map(chr, sorted(characters - known)))
    print(f"not in these fonts: {lacking}")
    (TARGET / "characters.txt").write_text("".join(map(chr, sorted(known))) + "\n", encoding="utf-8")


main()
