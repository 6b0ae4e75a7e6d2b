package fr.accueil.router.dialogue;

import static org.awaitility.Awaitility.await;

import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.understanding.Asked;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// Customers of a business that takes bookings, and an agenda that answers.
abstract class DeskStory extends Story {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("'le' d MMMM 'à' H'h'mm", Locale.FRENCH);

    @Autowired
    Agendas agendas;

    @Value("${KAFKA_BOOTSTRAP_SERVERS}")
    private String bootstrap;

    Desks desk;

    @BeforeEach
    void open() {
        desk = new Desks(events, bootstrap, "Coiffure Jeanne").known(agendas);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    Guest guest(String name, ZonedDateTime wished) {
        return new Guest(customerOf(desk.tenant(), name), wished);
    }

    static ZonedDateTime in(int days, String time) {
        return LocalDate.now(PARIS).plusDays(days).atTime(LocalTime.parse(time)).atZone(PARIS);
    }

    /// A customer who answers what the assistant asks.
    final class Guest {

        final Customers customer;
        final ZonedDateTime wished;
        private final Map<Asked, String> facts = new EnumMap<>(Asked.class);

        Guest(Customers customer, ZonedDateTime wished) {
            this.customer = customer;
            this.wished = wished;
            facts.put(Asked.NAME, "Je m'appelle " + customer.name());
            facts.put(Asked.AGREEMENT, "oui");
            facts.put(Asked.SERVICE, Desks.SERVICE);
            facts.put(Asked.PRACTITIONER, "peu importe");
        }

        Guest knows(Asked asked, String answer) {
            facts.put(asked, answer);
            return this;
        }

        Envelope asksToCome() {
            return customer.writes("Bonjour, je voudrais un rendez-vous pour une coupe femme %s".formatted(written()));
        }

        String written() {
            return wished.format(WRITTEN);
        }

        /// Answers until all was read back.
        void isReadBack() {
            customer.isToldAbout(asksToCome());
            for (var turn = 0;
                    turn < 4 && asked().filter(Asked.AGREEMENT::equals).isEmpty();
                    turn++) {
                answers().ifPresent(customer::isToldAbout);
            }
            await().until(() -> asked().filter(Asked.AGREEMENT::equals).isPresent());
        }

        SendMessage books() {
            isReadBack();
            return customer.isToldAbout(customer.writes("oui"));
        }

        /// What the assistant asks for, from what it was told to know; nothing while nothing is asked.
        Optional<Envelope> answers() {
            return asked().map(facts::get).map(customer::writes);
        }

        Optional<Asked> asked() {
            var dialogue = customer.dialogue();
            return dialogue == null ? Optional.empty() : FlowFacts.asked(dialogue.flow());
        }
    }
}
