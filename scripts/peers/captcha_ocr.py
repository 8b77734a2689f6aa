"""Trains a network of the kind that Keras's example `captcha_ocr` describes, on labelled pictures, for so many seconds of the processor,
and reads others with it; prints JSON: versions, seconds, passes, file -> text.

    python captcha_ocr.py --list LIST.json --seconds 300 --seed 1

LIST.json: {"folder", "train": [[file, text]...], "aside": [file...]}. Written from the description at
https://keras.io/examples/vision/captcha_ocr/: grey pictures at their own size, two convolutions of 32 and 64 filters with pooling, a
dense layer of 64 over the columns, dropout 0.2, two bidirectional LSTM of 128 and 64 with dropout 0.25, softmax, CTC; Adam at its
default rate, batches of 16, a tenth of the labels for validation, the best of its weights kept, the best path decoded. Its 100 passes and
its early end give way to the seconds. Texts may be of any lengths.
"""

import argparse
import json
import os
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from PIL import Image  # noqa: E402

BATCH = 16


def picture(file: Path) -> np.ndarray:
    """Grey, 0 to 1, width x height x 1: time goes from left to right."""
    return (np.asarray(Image.open(file).convert("L"), np.float32) / 255).T[:, :, None]


def build(width: int, height: int, classes: int) -> keras.Model:
    layers = keras.layers
    inputs = keras.Input((width, height, 1))
    x = inputs
    for filters in (32, 64):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_normal")(x)
        x = layers.MaxPooling2D(2)(x)
    x = layers.Reshape((width // 4, height // 4 * 64))(x)
    x = layers.Dense(64, activation="relu")(x)
    x = layers.Dropout(0.2)(x)
    for units in (128, 64):
        x = layers.Bidirectional(layers.LSTM(units, return_sequences=True, dropout=0.25))(x)
    return keras.Model(inputs, layers.Dense(classes + 1)(x))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True, help="of the processor, all threads together")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    keras.utils.set_random_seed(options.seed)
    wanted = json.loads(options.list.read_text())
    folder = Path(wanted["folder"])
    alphabet = sorted({character for _, text in wanted["train"] for character in text})
    index = {character: place for place, character in enumerate(alphabet)}
    images = np.stack([picture(folder / file) for file, _ in wanted["train"]])
    lengths = np.array([len(text) for _, text in wanted["train"]], np.int32)
    labels = np.zeros((len(images), lengths.max()), np.int32)
    for row, (_, text) in enumerate(wanted["train"]):
        labels[row, : len(text)] = [index[character] for character in text]
    order = np.random.default_rng(options.seed).permutation(len(images))
    held = max(1, len(images) // 10)
    validation, training = order[:held], order[held:]
    model = build(*images.shape[1:3], len(alphabet))
    optimizer = keras.optimizers.Adam()
    columns = images.shape[1] // 4

    def loss_of(scores: tf.Tensor, texts: tf.Tensor, sizes: tf.Tensor) -> tf.Tensor:
        steps = tf.fill([tf.shape(scores)[0]], columns)
        losses = tf.nn.ctc_loss(texts, scores, sizes, steps, logits_time_major=False, blank_index=len(alphabet))
        return tf.reduce_mean(losses)

    @tf.function(reduce_retracing=True)
    def learn(pictures: tf.Tensor, texts: tf.Tensor, sizes: tf.Tensor) -> tf.Tensor:
        with tf.GradientTape() as tape:
            loss = loss_of(model(pictures, training=True), texts, sizes)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function(reduce_retracing=True)
    def validate(pictures: tf.Tensor, texts: tf.Tensor, sizes: tf.Tensor) -> tf.Tensor:
        return loss_of(model(pictures, training=False), texts, sizes)

    begun, clock = time.process_time(), time.perf_counter()
    best, kept, passes = np.inf, model.get_weights(), 0
    chance = np.random.default_rng(options.seed + 1)
    while time.process_time() - begun < options.seconds:
        shuffled = chance.permutation(training)
        for start in range(0, len(shuffled), BATCH):
            some = shuffled[start : start + BATCH]
            learn(images[some], labels[some], lengths[some])
            if time.process_time() - begun >= options.seconds:
                break
        else:
            passes += 1
        loss = float(validate(images[validation], labels[validation], lengths[validation]))
        if loss < best:
            best, kept = loss, model.get_weights()
    spent = {"processorSeconds": time.process_time() - begun, "seconds": time.perf_counter() - clock}
    model.set_weights(kept)
    texts = {}
    for file in wanted["aside"]:
        path = model(picture(folder / file)[None], training=False).numpy()[0].argmax(-1)
        merged = [one for place, one in enumerate(path) if place == 0 or one != path[place - 1]]
        texts[file] = "".join(alphabet[one] for one in merged if one < len(alphabet))
    versions = {"keras": keras.__version__, "tensorflow": tf.__version__}
    print(json.dumps({**versions, **spent, "passes": passes, "texts": texts}))


if __name__ == "__main__":
    main()
