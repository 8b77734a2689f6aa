"""Reads a folder of pictures with a reader that others trained; prints JSON: engine, version, file -> text.

    python read_texts.py ddddocr FOLDER [--alphabet 23456789abc]
    python read_texts.py rapidocr FOLDER

ddddocr 1.x: its default model for one line of characters; with --alphabet it may answer in these only. rapidocr: the recogniser
alone, with the picture as one line, since its detector is made for pages.
"""

import argparse
import json
from importlib.metadata import version
from pathlib import Path
from typing import Callable

from PIL import Image

PICTURES = {".png", ".jpg", ".jpeg"}


def by_ddddocr(alphabet: str | None) -> Callable[[Path], str]:
    import ddddocr

    engine = ddddocr.DdddOcr(show_ad=False)
    if alphabet:
        engine.set_ranges(alphabet)

    def read(file: Path) -> str:
        answer = engine.classification(file.read_bytes(), probability=bool(alphabet))
        return answer if isinstance(answer, str) else answer["text"]

    return read


def by_rapidocr(_: str | None) -> Callable[[Path], str]:
    import logging

    import numpy
    from rapidocr import RapidOCR

    logging.disable(logging.WARNING)
    engine = RapidOCR()

    def read(file: Path) -> str:
        # Transparent pixels on white, channels as OpenCV orders them.
        picture = Image.open(file).convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        pixels = numpy.asarray(Image.alpha_composite(paper, picture).convert("RGB"))[:, :, ::-1]
        answer = engine(numpy.ascontiguousarray(pixels), use_det=False, use_cls=False, use_rec=True)
        return "".join(answer.txts or ())

    return read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=["ddddocr", "rapidocr"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--alphabet")
    options = parser.parse_args()
    read = {"ddddocr": by_ddddocr, "rapidocr": by_rapidocr}[options.engine](options.alphabet)
    files = sorted(file for file in options.folder.iterdir() if file.suffix.lower() in PICTURES)
    texts = {file.name: read(file) for file in files}
    print(json.dumps({"engine": options.engine, "version": version(options.engine), "texts": texts}))


if __name__ == "__main__":
    main()
