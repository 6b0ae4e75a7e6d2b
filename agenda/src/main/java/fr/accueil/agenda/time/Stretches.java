package fr.accueil.agenda.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// A set of points on a line, as stretches that neither touch nor overlap, in order. The line is the day's minutes
/// or the epoch's seconds: opening and closing, working and being busy are the same few operations on both.
public final class Stretches {

    public static final Stretches NONE = new Stretches(new long[0]);

    /// From and to of the first stretch, from and to of the second…, strictly growing.
    private final long[] bounds;

    private Stretches(long[] bounds) {
        this.bounds = bounds;
    }

    public static Stretches of(long from, long to) {
        return new Builder().add(from, to).build();
    }

    public int count() {
        return bounds.length / 2;
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public long from(int index) {
        return bounds[2 * index];
    }

    public long to(int index) {
        return bounds[2 * index + 1];
    }

    /// Which stretch the point lies in, or −1.
    public int indexAt(long point) {
        var upToPoint = boundsUpTo(point);
        return upToPoint % 2 == 1 ? upToPoint / 2 : -1;
    }

    public boolean contains(long point) {
        return indexAt(point) >= 0;
    }

    /// Whether one stretch has all of [from, to).
    public boolean covers(long from, long to) {
        var index = indexAt(from);
        return index >= 0 && to <= to(index);
    }

    public boolean touches(long from, long to) {
        return from < to && (contains(from) || nextFrom(from).orElse(to) < to);
    }

    /// Where the first stretch begins that begins after the point.
    public OptionalLong nextFrom(long point) {
        for (var index = firstEndingAfter(point); index < count(); index++) {
            if (from(index) > point) {
                return OptionalLong.of(from(index));
            }
        }
        return OptionalLong.empty();
    }

    /// How much lies in [from, to).
    public long lengthWithin(long from, long to) {
        var length = 0L;
        for (var index = firstEndingAfter(from); index < count() && from(index) < to; index++) {
            length += Math.min(to, to(index)) - Math.max(from, from(index));
        }
        return length;
    }

    public Stretches plus(Stretches other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Builder().addAll(this).addAll(other).build();
    }

    public Stretches minus(Stretches other) {
        var left = new Builder();
        for (var index = 0; index < count(); index++) {
            var from = from(index);
            for (var hole = other.firstEndingAfter(from);
                    hole < other.count() && other.from(hole) < to(index);
                    hole++) {
                left.add(from, other.from(hole));
                from = other.to(hole);
            }
            left.add(from, to(index));
        }
        return left.build();
    }

    public Stretches within(Stretches other) {
        var common = new Builder();
        for (var index = 0; index < count(); index++) {
            common.addAll(other, from(index), to(index));
        }
        return common.build();
    }

    public Stretches within(long from, long to) {
        return new Builder().addAll(this, from, to).build();
    }

    public <T> List<T> map(Mapping<T> mapping) {
        var mapped = new ArrayList<T>(count());
        for (var index = 0; index < count(); index++) {
            mapped.add(mapping.map(from(index), to(index)));
        }
        return List.copyOf(mapped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stretches stretches && Arrays.equals(bounds, stretches.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return map((from, to) -> from + "–" + to).toString();
    }

    /// The first stretch that goes on after the point, or the count.
    private int firstEndingAfter(long point) {
        return boundsUpTo(point) / 2;
    }

    private int boundsUpTo(long point) {
        var found = Arrays.binarySearch(bounds, point);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// What becomes of one stretch.
    @FunctionalInterface
    public interface Mapping<T> {
        T map(long from, long to);
    }

    /// Takes stretches in any order, empty and overlapping ones too.
    public static final class Builder {

        private final List<long[]> added = new ArrayList<>();

        public Builder add(long from, long to) {
            if (from < to) {
                added.add(new long[] {from, to});
            }
            return this;
        }

        public Builder addAll(Stretches stretches) {
            return addAll(stretches, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        /// What of them lies in [from, to).
        Builder addAll(Stretches stretches, long from, long to) {
            for (var index = stretches.firstEndingAfter(from);
                    index < stretches.count() && stretches.from(index) < to;
                    index++) {
                add(Math.max(from, stretches.from(index)), Math.min(to, stretches.to(index)));
            }
            return this;
        }

        public Stretches build() {
            if (added.isEmpty()) {
                return NONE;
            }
            added.sort(Comparator.comparingLong(stretch -> stretch[0]));
            var bounds = new long[2 * added.size()];
            var used = 0;
            for (var stretch : added) {
                if (used > 0 && stretch[0] <= bounds[used - 1]) {
                    bounds[used - 1] = Math.max(bounds[used - 1], stretch[1]);
                } else {
                    bounds[used++] = stretch[0];
                    bounds[used++] = stretch[1];
                }
            }
            return new Stretches(Arrays.copyOf(bounds, used));
        }
    }
}
