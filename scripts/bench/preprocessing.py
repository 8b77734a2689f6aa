"""A folder of CAPTCHAs into crops with OpenCV; prints one JSON object with seconds.

usage: preprocessing.py FOLDER

Everything from the list of files on is timed, once. Only the import is not.
"""

import json
import os
import resource
import sys
import time

import cv2
import numpy as np

folder = sys.argv[1]
SQUARE, COLUMN = np.ones((3, 3), np.uint8), np.ones((3, 1), np.uint8)

cpu, wall = time.process_time(), time.perf_counter()
crops = []
files = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith((".png", ".jpg"))]
for file in sorted(files):
    grey = cv2.cvtColor(cv2.imread(file), cv2.COLOR_BGR2GRAY)
    _, binary = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    clean = cv2.dilate(cv2.erode(cv2.dilate(binary, SQUARE), SQUARE), COLUMN)
    crops += [clean[12:50, 30 + 21 * i : 51 + 21 * i] for i in range(5)]
packed = np.stack(crops)
total = int(packed.sum(dtype=np.int64))
print(json.dumps({
    "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
    "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "sum": total,
    "versions": {"opencv": cv2.__version__, "numpy": np.__version__},
}))
