package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.MessageId;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.speech.Content.BookingDone;
import fr.accueil.router.speech.Content.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Customers who want the same hours of the same seat, in any order, with an agenda that answers late: nobody is told
/// of
/// a booking that is not theirs, no two have one slot, and each message is answered at most once.
class NoDoubleBookingTest {

    private static final List<String> NAMES = List.of("Marie Dupont", "Karim Benali", "Lucie Moreau");
    private static final List<String> SAYINGS = List.of(
            "je voudrais un rdv manucure vendredi à 11h",
            "je voudrais un rdv massage du dos vendredi à 11h15",
            "je voudrais un rdv manucure vendredi matin",
            "vendredi à 11h",
            "plutôt 11h30",
            "le premier",
            "oui",
            "oui",
            "oui parfait",
            "non",
            "finalement samedi à 11h",
            "je voudrais décaler mon rdv à vendredi 11h30",
            "je dois annuler mon rdv",
            "y a-t-il un parking ?",
            "laissez tomber",
            "merci");

    private final House camelia = House.withSeats(1);
    private final List<Phone> phones = new ArrayList<>();
    private final Set<MessageId> answered = new HashSet<>();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_comes_first_has_it_and_nobody_else(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < NAMES.size(); i++) {
            phones.add(camelia.phone(NAMES.get(i), "+3363998001" + i));
        }
        for (var step = 0; step < 60; step++) {
            var who = random.nextInt(phones.size());
            goesOn(phones.get(who), NAMES.get(who), random);
            nobodyIsThereTwice();
        }
    }

    private void goesOn(Phone phone, String name, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> phone.agendaIsSilent();
            case 1, 2 -> check(phone.agendaAnswers());
            case 3 -> check(phone.writes("c'est au nom de " + name));
            default -> check(phone.writes(SAYINGS.get(random.nextInt(SAYINGS.size()))));
        }
    }

    private void check(Phone phone) {
        for (var event : phone.events()) {
            switch (event) {
                case Answered given -> {
                    given.messages()
                            .forEach(it -> assertThat(answered.add(it.id())).isTrue());
                    if (given.said().says(BookingDone.class) || given.said().says(Moved.class)) {
                        assertThat(camelia.agenda().bookings())
                                .as(phone.toString())
                                .anyMatch(it -> !it.cancelled() && it.customer().equals(phone.customer()));
                    }
                }
                case HandedOver over ->
                    over.messages()
                            .forEach(it -> assertThat(answered.add(it.id())).isTrue());
                case InFlow(BookingAsked asked) -> assertThat(NAMES).contains(asked.name());
                default -> {
                    // says nothing of bookings
                }
            }
        }
    }

    private void nobodyIsThereTwice() {
        var live = camelia.agenda().bookings().stream()
                .filter(it -> !it.cancelled())
                .map(it -> it.booking().start())
                .sorted()
                .toList();
        for (var i = 1; i < live.size(); i++) {
            Instant before = live.get(i - 1);
            assertThat(Duration.between(before, live.get(i))).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        }
    }
}
