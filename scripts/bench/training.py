"""Training Table IV with Keras, an epoch a round.

usage: training.py WIDTH BATCH STEPS auto|xla

`fit` gets a data set whose autotuning is off. Given arrays it makes one itself, and at the end of each epoch waits for the next look
of the autotuner, up to as long again as an epoch of a second or two took: nothing that training is about.
"""

import sys

from serve_rounds import serve_rounds
from table_iv import VERSIONS, keras, one_hot_labels, pictures, table_iv, tf

width, batch, steps, way = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
model = table_iv(width)
model.compile(
    optimizer=keras.optimizers.SGD(1e-4), loss="categorical_crossentropy", metrics=["accuracy"],
    **({"jit_compile": True} if way == "xla" else {}),
)
still = tf.data.Options()
still.autotune.enabled = False


def epoch_of(count):
    arrays = (pictures(count), one_hot_labels(count))
    examples = tf.data.Dataset.from_tensor_slices(arrays).shuffle(count).batch(batch).with_options(still)
    return lambda: model.fit(examples, epochs=1, verbose=0)


epoch = epoch_of(batch * steps)


def work():
    epoch()
    return {"examples": batch * steps}


serve_rounds(VERSIONS, epoch_of(batch * ((min(steps, 4) + 1) // 2)), work)
