"""Grad-CAM at Table IV's last convolution with Keras, all pictures in one compiled batch.

usage: grad_cam.py WIDTH PICTURES CALLS graph|xla

CALLS: a round.
"""

import sys

from serve_rounds import serve_rounds
from table_iv import VERSIONS, keras, np, pictures, table_iv, tf

width, count, calls, way = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
model = table_iv(width)
# The score before the softmax, as the paper has it.
model.layers[-1].activation = keras.activations.linear
last = max(index for index, layer in enumerate(model.layers) if "conv" in layer.name)
front = keras.Model(model.inputs, model.layers[last].output)


def rest(maps):
    for layer in model.layers[last + 1:]:
        maps = layer(maps, training=False) if "dropout" in layer.name else layer(maps)
    return maps


def heat(x):
    maps = front(x, training=False)
    with tf.GradientTape() as tape:
        tape.watch(maps)
        scores = rest(maps)
        asked = tf.reduce_sum(tf.reduce_max(scores, axis=1))
    weights = tf.reduce_mean(tape.gradient(asked, maps), axis=(1, 2), keepdims=True)
    found = tf.nn.relu(tf.reduce_sum(maps * weights, axis=3))
    peak = tf.reduce_max(found, axis=(1, 2), keepdims=True)
    return tf.math.divide_no_nan(found, peak)


compiled = tf.function(heat, jit_compile=way == "xla")
x = np.round(pictures(count) * 255).astype(np.uint8)


def look():
    return compiled(tf.constant(x / np.float32(255))).numpy()


def work():
    for _ in range(calls):
        look()


serve_rounds(VERSIONS, look, work)
