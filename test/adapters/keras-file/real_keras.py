"""Loads each model of ours in real Keras and predicts; saves a model of Keras' own with what it predicts."""
import json
import sys

import keras
import numpy as np

folder = sys.argv[1]


def predict(model, inputs):
    named = {tensor.name.split(":")[0]: np.array(inputs[tensor.name.split(":")[0]], "float32") for tensor in model.inputs}
    return np.asarray(model.predict(named, verbose=0)).tolist()


with open(f"{folder}/inputs.json") as file:
    inputs = json.load(file)
answers = {"version": keras.__version__}
for name in ("residual", "pooled", "side-by-side", "optimization_model"):
    answers[name] = predict(keras.models.load_model(f"{folder}/{name}.h5", compile=False), inputs)

lags = keras.Input((12,), name="lags")
known = keras.Input((9,), name="known")
steps = keras.layers.AveragePooling1D(3)(keras.layers.Reshape((12, 1))(lags))
both = keras.layers.Concatenate()([keras.layers.Flatten()(steps), known])
deep = keras.layers.Dense(7, activation="tanh", kernel_initializer="random_normal", bias_initializer="random_normal")(both)
deep = keras.layers.LayerNormalization(gamma_initializer="random_normal")(keras.layers.Dropout(0.2)(deep))
added = keras.layers.Add()([deep, keras.layers.Dense(7, activation="elu")(both)])
model = keras.Model([lags, known], keras.layers.Dense(4, activation="softplus", name="out")(added))
model.compile("adam", "mse")
model.fit({"lags": np.array(inputs["lags"]), "known": np.array(inputs["known"])}, np.ones((len(inputs["lags"]), 4)), verbose=0)
model.save(f"{folder}/theirs.h5")
answers["theirs"] = predict(model, inputs)

single = keras.Sequential([keras.Input((12,)), keras.layers.Dense(3)])
single.save(f"{folder}/sequential.h5")
with open(f"{folder}/answers.json", "w") as file:
    json.dump(answers, file)
