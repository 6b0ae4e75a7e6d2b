package fr.accueil.language.extraction;

/// A value and the tokens that say it: `from` included, `to` not.
record Mention<T>(T value, int from, int to) {

    <R> Mention<R> saying(R other) {
        return new Mention<>(other, from, to);
    }

    Mention<T> since(int earlier) {
        return new Mention<>(value, earlier, to);
    }

    int length() {
        return to - from;
    }
}
