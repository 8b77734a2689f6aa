"""Table IV in Keras, as its authors built it; layers are scaled as `buildModel` scales them."""

import os
import platform

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf

HEIGHT, WIDTH, CLASSES = 38, 21, 19
VERSIONS = {"python": platform.python_version(), "keras": keras.__version__, "tensorflow": tf.__version__}


def scaled(count, width):
    """Half is rounded up, as in JavaScript; Python's own `round` goes to the even number."""
    return max(1, int(count * width + 0.5))


def table_iv(width):
    """All layers, the convolutions first; not compiled."""
    conv = lambda count, padding: keras.layers.Conv2D(scaled(count, width), 3, padding=padding, activation="relu")
    dense = lambda: keras.layers.Dense(scaled(512, width), activation="relu")
    pool, drop = lambda: keras.layers.MaxPooling2D(2), lambda: keras.layers.Dropout(0.5)
    keras.utils.set_random_seed(1)
    return keras.Sequential([
        keras.Input((HEIGHT, WIDTH, 1)), conv(256, "same"), conv(256, "valid"), pool(), drop(),
        conv(512, "valid"), conv(512, "valid"), pool(), drop(),
        keras.layers.Flatten(), dense(), dense(), drop(), dense(), keras.layers.Dense(CLASSES, activation="softmax"),
    ])


def pictures(count):
    """Random pictures with values from 0 to 1."""
    return np.random.default_rng(1).random((count, HEIGHT, WIDTH, 1), np.float32)


def one_hot_labels(count):
    return np.eye(CLASSES, dtype=np.float32)[np.random.default_rng(2).integers(0, CLASSES, count)]
