"""Gradient ascent on filters of Table IV's last convolution with Keras; prints one JSON object with seconds.

usage: gradient_ascent.py WIDTH FILTERS STEPS WAY

WAY: 'batched' climbs for all filters at once in one compiled graph, each picture for its own filter; 'batched-xla' the same
compiled by XLA; 'one' is the book's way, a filter at a time, in a compiled graph. Making the net, the first call and the
compilation are not timed.
"""

import json
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf

width, filters, steps, way = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
HEIGHT, WIDTH = 38, 21


def layers():
    conv = lambda count, padding: keras.layers.Conv2D(round(count * width), 3, padding=padding, activation="relu")
    return keras.Sequential([
        keras.Input((HEIGHT, WIDTH, 1)), conv(256, "same"), conv(256, "valid"), keras.layers.MaxPooling2D(2),
        conv(512, "valid"), conv(512, "valid"),
    ])


keras.utils.set_random_seed(1)
part = layers()


def step(x, chosen):
    with tf.GradientTape() as tape:
        tape.watch(x)
        means = tf.reduce_mean(part(x / 255.0, training=False), axis=(1, 2))
        response = tf.reduce_sum(tf.gather(means, chosen, axis=1, batch_dims=1))
    gradient = tape.gradient(response, x)
    size = tf.sqrt(tf.reduce_mean(tf.square(gradient), axis=(1, 2, 3), keepdims=True))
    return x + gradient / (size + 1e-20)


compiled = tf.function(step, jit_compile=way == "batched-xla")
noise = np.random.default_rng(1).random((filters, HEIGHT, WIDTH, 1), np.float32) * 20 + 128
groups = [[f] for f in range(filters)] if way == "one" else [list(range(filters))]
batches = [(tf.constant(noise[group]), tf.constant(group)) for group in groups]
compiled(*batches[0])

cpu, wall = time.process_time(), time.perf_counter()
total = 0.0
for x, chosen in batches:
    for _ in range(steps):
        x = compiled(x, chosen)
    total += float(tf.reduce_mean(x))
print(json.dumps({
    "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu,
    "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "mean": total / len(batches),
    "versions": {"keras": keras.__version__, "tensorflow": tf.__version__},
}))
