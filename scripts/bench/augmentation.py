"""COUNT crops into their 27 variants with OpenCV, all in one array; prints one JSON object with seconds.

usage: augmentation.py COUNT WAY

WAY  report: two warps a variant, rotation and shift, as the report did
     clever: each rotation once, the shifts copied into an array made before

The crops' bytes are those of augmentation.cjs. Only making the variants is timed, once; not the import, the crops or the sum.
"""

import json
import resource
import sys
import time

import cv2
import numpy as np

count, way = int(sys.argv[1]), sys.argv[2]
WIDTH, HEIGHT = 21, 38
SIZE = (WIDTH, HEIGHT)
ANGLES, SHIFTS = (-10, 0, 10), (-3, 0, 3)
PAPER = 255

# Knuth's multiplicative hash of the place, its highest byte.
place = np.arange(count * WIDTH * HEIGHT, dtype=np.uint32)
crops = ((place * np.uint32(2654435761)) >> np.uint32(24)).astype(np.uint8).reshape(count, HEIGHT, WIDTH)


def warp(image, matrix):
    return cv2.warpAffine(image, matrix, SIZE, borderMode=cv2.BORDER_CONSTANT, borderValue=PAPER)


def report():
    variants = []
    for crop in crops:
        for angle in ANGLES:
            turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), angle, 1)
            for dx in SHIFTS:
                for dy in SHIFTS:
                    shift = np.float32([[1, 0, dx], [0, 1, dy]])
                    variants.append(warp(warp(crop, turn), shift))
    return np.stack(variants)


def clever():
    variants = np.full((count, 27, HEIGHT, WIDTH), PAPER, np.uint8)
    turns = [cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), angle, 1) for angle in ANGLES]
    part = {-3: (slice(0, -3), slice(3, None)), 0: (slice(None), slice(None)), 3: (slice(3, None), slice(0, -3))}
    variant = 0
    for angle, turn in zip(ANGLES, turns):
        if angle == 0:
            turned = crops
        else:
            turned = np.empty_like(crops)
            for index, crop in enumerate(crops):
                cv2.warpAffine(crop, turn, SIZE, turned[index], borderMode=cv2.BORDER_CONSTANT, borderValue=PAPER)
        for dx in SHIFTS:
            to_x, from_x = part[dx]
            for dy in SHIFTS:
                to_y, from_y = part[dy]
                variants[:, variant, to_y, to_x] = turned[:, from_y, from_x]
                variant += 1
    return variants


cpu, wall = time.process_time(), time.perf_counter()
made = {"report": report, "clever": clever}[way]()
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
print(json.dumps({
    "wall": wall, "cpu": cpu,
    "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "sum": int(made.sum(dtype=np.int64)),
    "versions": {"opencv": cv2.__version__, "numpy": np.__version__},
}))
