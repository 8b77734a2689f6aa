"""Draws labelled pictures with ImageCaptcha of the Python package `captcha`, a generator in common use that nobody here wrote.

    python3 -m venv .cache/sets && .cache/sets/bin/pip install -r scripts/strength/sets/requirements.txt
    .cache/sets/bin/python scripts/strength/sets/image_captcha.py OUT --count 1300 --seed 1

160 x 60 pixels, the package's own font and sizes: each letter turned and warped, dots and an arc over them. Texts of 4 to 6 of 31
characters, none of which looks like another. The package draws by `secrets`, which no seed reaches; here it gets numbers of a seed.
"""

import argparse
import random
import sys
from pathlib import Path
from types import SimpleNamespace

from captcha import image

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTHS = (4, 5, 6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder, new or empty")
    parser.add_argument("--count", type=int, default=1300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.out.exists() and any(options.out.iterdir()):
        sys.exit(f"OUT must be new or empty, got {options.out}. Name another folder.")
    options.out.mkdir(parents=True, exist_ok=True)
    chance = random.Random(options.seed)
    image.secrets = SimpleNamespace(
        randbelow=chance.randrange, choice=chance.choice, randbits=chance.getrandbits
    )
    generator = image.ImageCaptcha(width=160, height=60)
    texts: set[str] = set()
    while len(texts) < options.count:
        text = "".join(chance.choice(ALPHABET) for _ in range(chance.choice(LENGTHS)))
        if text in texts:
            continue
        texts.add(text)
        generator.write(text, str(options.out / f"{text}.png"))


if __name__ == "__main__":
    main()
