package fr.accueil.agenda.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Stretches are sets of points: every operation does to them what it does to a set of bits.
class StretchesProperties {

    private static final int END = 40;

    @Property
    void they_add_up_and_take_away_as_sets_do(@ForAll("drawn") Drawn one, @ForAll("drawn") Drawn other) {
        assertThat(bitsOf(one.stretches().plus(other.stretches())))
                .isEqualTo(after(one, bits -> bits.or(other.bits())));
        assertThat(bitsOf(one.stretches().minus(other.stretches())))
                .isEqualTo(after(one, bits -> bits.andNot(other.bits())));
        assertThat(bitsOf(one.stretches().within(other.stretches())))
                .isEqualTo(after(one, bits -> bits.and(other.bits())));
    }

    @Property
    void they_never_touch_each_other(@ForAll("drawn") Drawn one, @ForAll("drawn") Drawn other) {
        for (var result : List.of(
                one.stretches(),
                one.stretches().plus(other.stretches()),
                one.stretches().minus(other.stretches()),
                one.stretches().within(other.stretches()))) {
            for (var index = 0; index < result.count(); index++) {
                assertThat(result.from(index)).isLessThan(result.to(index));
                if (index > 0) {
                    assertThat(result.to(index - 1)).isLessThan(result.from(index));
                }
            }
        }
    }

    @Property
    void they_know_their_points(@ForAll("drawn") Drawn drawn, @ForAll("range") int[] range) {
        var from = range[0];
        var to = range[1];
        var inRange = drawn.bits().get(from, to).cardinality();

        assertThat(drawn.stretches().contains(from)).isEqualTo(drawn.bits().get(from));
        assertThat(drawn.stretches().lengthWithin(from, to)).isEqualTo(inRange);
        assertThat(drawn.stretches().touches(from, to)).isEqualTo(inRange > 0);
        assertThat(drawn.stretches().covers(from, to)).isEqualTo(drawn.bits().nextClearBit(from) >= to);
        assertThat(bitsOf(drawn.stretches().within(from, to)).cardinality()).isEqualTo(inRange);
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return range().list().ofMaxSize(6).map(Drawn::of);
    }

    @Provide
    Arbitrary<int[]> range() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, END - 1),
                        Arbitraries.integers().between(1, 12))
                .as((from, length) -> new int[] {from, Math.min(END, from + length)});
    }

    private static BitSet after(Drawn drawn, java.util.function.Consumer<BitSet> change) {
        var bits = (BitSet) drawn.bits().clone();
        change.accept(bits);
        return bits;
    }

    private static BitSet bitsOf(Stretches stretches) {
        var bits = new BitSet();
        stretches.map((from, to) -> List.of((int) from, (int) to)).forEach(pair -> bits.set(pair.get(0), pair.get(1)));
        return bits;
    }

    record Drawn(Stretches stretches, BitSet bits) {

        static Drawn of(List<int[]> ranges) {
            var stretches = new Stretches.Builder();
            var bits = new BitSet();
            for (var range : ranges) {
                stretches.add(range[0], range[1]);
                bits.set(range[0], range[1]);
            }
            return new Drawn(stretches.build(), bits);
        }
    }
}
