"""Answers of Table IV by Keras.

usage: prediction.py WIDTH PICTURES CALLS predict|compiled

PICTURES: in a call. WAY: 'predict' is Keras's own, 'compiled' a call of the model in a tf.function; both in batches of 256.
"""

import math
import statistics
import sys
import time

from serve_rounds import serve_rounds
from table_iv import VERSIONS, np, pictures, table_iv, tf

BATCH = 256
width, count, calls, way = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
model = table_iv(width)
x = pictures(count)
compiled = tf.function(lambda batch: model(batch, training=False), reduce_retracing=True)


def call():
    if way == "predict":
        found = model.predict(x, batch_size=BATCH, verbose=0)
    else:
        found = np.concatenate([compiled(tf.constant(x[at:at + BATCH])).numpy() for at in range(0, count, BATCH)])
    return found.argmax(axis=1)


def work():
    taken = []
    for _ in range(calls):
        started = time.perf_counter()
        call()
        taken.append(1000 * (time.perf_counter() - started))
    taken.sort()
    return {
        "examples": count * calls, "medianMs": statistics.median(taken), "p99Ms": taken[math.ceil(0.99 * calls) - 1],
    }


serve_rounds(VERSIONS, call, work)
