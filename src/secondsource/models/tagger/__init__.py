"""The small linear reader: weights of the tagger, the attacher and the labeller.

In:   tags.npz, arcs.npz, relations.npz, made by training/tagger
Out:  secondsource.language.weights.load_weights(name)
Add:  train again and replace all three; they were made for each other
"""
