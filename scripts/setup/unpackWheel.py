"""Takes what the binding needs out of a tensorflow-cpu wheel: unpackWheel.py WHEEL FOLDER.

Libraries go to FOLDER/lib, headers to FOLDER/include, licences to FOLDER itself. zipfile checks each file's CRC.
Prints the bytes written so far, a line now and then."""

import os
import re
import shutil
import sys
import zipfile

PLACES = [
    (re.compile(r"tensorflow/(libtensorflow_(?:cc|framework)\.so\.2)"), "lib/{}"),
    (re.compile(r"tensorflow/include/((?:tensorflow/(?:c|core/platform)|tsl/(?:c|platform))/.*\.h)"), "include/{}"),
    (re.compile(r"tensorflow_cpu-[^/]+\.dist-info/(LICENSE)"), "{}"),
    (re.compile(r"tensorflow/(THIRD_PARTY_NOTICES\.txt)"), "{}"),
]


def place(name):
    if ".." in name.split("/"):
        return None
    for pattern, form in PLACES:
        match = pattern.fullmatch(name)
        if match:
            return form.format(match.group(1))
    return None


def main(wheel, folder):
    written = 0
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            target = place(entry.filename)
            if target is None:
                continue
            file = os.path.join(folder, *target.split("/"))
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with archive.open(entry) as source, open(file, "wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
            written += entry.file_size
            if entry.file_size > 1 << 20:
                print("unpacked", written, flush=True)


main(sys.argv[1], sys.argv[2])
