package fr.accueil.gateway.stream;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a change stands in the feed, and what a browser says when it comes back. The same at every gateway instance.
///
/// @param epoch of the topic: another one after the topic was made anew, so that its offsets are not taken for old ones
/// @param offset of the last change that was seen; -1 before the first
record Position(String epoch, int partition, long offset) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{1,32})\\.(\\d{1,5})\\.(-1|\\d{1,18})");

    static Optional<Position> parse(String text) {
        var match = SHAPE.matcher(text);
        return match.matches()
                ? Optional.of(
                        new Position(match.group(1), Integer.parseInt(match.group(2)), Long.parseLong(match.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "." + partition + "." + offset;
    }
}
