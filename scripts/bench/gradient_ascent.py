"""Gradient ascent on filters of Table IV's last convolution with Keras.

usage: gradient_ascent.py WIDTH FILTERS STEPS batched|batched-xla|one

STEPS: a round. 'batched' climbs for all filters at once in one compiled graph, each picture for its own filter; 'batched-xla' the same
compiled by XLA; 'one' is the book's way, a filter at a time, in a compiled graph.
"""

import sys

from serve_rounds import serve_rounds
from table_iv import HEIGHT, VERSIONS, WIDTH, keras, np, table_iv, tf

width, filters, steps, way = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
model = table_iv(width)
part = keras.Model(model.inputs, [layer for layer in model.layers if "conv" in layer.name][-1].output)


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


def climb():
    for x, chosen in batches:
        for _ in range(steps):
            x = compiled(x, chosen)
        x.numpy()


serve_rounds(VERSIONS, lambda: compiled(*batches[0]), climb)
