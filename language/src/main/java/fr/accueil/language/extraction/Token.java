package fr.accueil.language.extraction;

/// One word, number or mark of a message: as written, folded (lower case, no accents), and as it is read.
///
/// @param glued nothing stands between it and the token before: `14h`, not `14 h`
record Token(String raw, String folded, String read, Kind kind, boolean glued, int start, int end) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    Token readAs(String other) {
        return new Token(raw, folded, other, kind, glued, start, end);
    }

    /// A token that another reading has used up: it stays in its place and says nothing.
    Token taken() {
        return new Token(raw, folded, "§", Kind.MARK, false, start, end);
    }
}
