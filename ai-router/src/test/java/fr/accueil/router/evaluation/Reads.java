package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.FaqScore.Answer;
import fr.accueil.router.evaluation.IntentScore.Guess;
import fr.accueil.router.evaluation.SampleSet.FaqQuery;
import fr.accueil.router.evaluation.SampleSet.FirstMessage;
import fr.accueil.router.evaluation.SampleSet.SlotAnswer;
import fr.accueil.router.evaluation.SlotScore.Taken;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.EmailHeard;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import fr.accueil.router.understanding.Scene.Running;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has single messages read by the service's engine.
///
/// @param houses the business of a vertical
record Reads(MessageReader engine, Function<@Nullable String, House> houses) {

    /// The reference time of a set: a Tuesday.
    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 10, 10, 15, 0, 0, House.ZONE);

    private record Timed(Reading reading, double milliseconds) {}

    Answer answer(FaqQuery query) {
        var house = houses.apply(query.vertical());
        var read = read(house, query.text(), Scene.opening(NOW, house.offer()));
        return new Answer(
                query,
                read.reading().faqs().stream().map(house::idOf).toList(),
                read.reading().answers().isEmpty()
                        ? read.reading().confidence()
                        : read.reading().answers().getFirst().score(),
                read.milliseconds());
    }

    Guess guess(FirstMessage message) {
        var house = houses.apply(message.vertical());
        var read = read(house, message.text(), Scene.opening(NOW, house.offer()));
        return new Guess(
                message, Reception.nameOf(read.reading()), read.reading().confidence(), read.milliseconds());
    }

    Taken take(SlotAnswer answer) {
        var house = houses.apply(answer.vertical());
        var asked = asked(answer.asked());
        var running = asked == Asked.NEED || asked == Asked.EMAIL ? Running.QUOTE : Running.BOOKING;
        var scene = new Scene(NOW, running, asked, Map.of(), house.offer(), null, null, null);
        var read = read(house, answer.text(), scene);
        return new Taken(answer, value(asked, read.reading().slots()), read.milliseconds());
    }

    private Timed read(House house, String text, Scene scene) {
        var start = System.nanoTime();
        var reading = engine.read(new Question(house.business(), List.of(), List.of(text), scene))
                .blockOptional()
                .orElseThrow();
        return new Timed(reading, (System.nanoTime() - start) / 1e6);
    }

    private static Asked asked(String name) {
        return switch (name) {
            case "date" -> Asked.DAY;
            case "time" -> Asked.HOUR;
            case "datetime" -> Asked.MOMENT;
            case "name" -> Asked.NAME;
            case "email" -> Asked.EMAIL;
            case "phone" -> Asked.PHONE;
            case "service" -> Asked.SERVICE;
            case "need" -> Asked.NEED;
            case "yes_no" -> Asked.AGREEMENT;
            default -> throw new IllegalArgumentException("Nobody asks for a %s.".formatted(name));
        };
    }

    private static @Nullable String value(Asked asked, Slots slots) {
        return switch (asked) {
            case DAY -> text(slots.timing().day());
            case HOUR -> text(slots.timing().hour());
            case MOMENT, SLOT -> moment(slots.timing());
            case NAME -> slots.person().name();
            case EMAIL, EMAIL_MEANT ->
                slots.person().email() instanceof EmailHeard.Written written ? written.address() : null;
            case PHONE -> slots.person().phone();
            case SERVICE ->
                slots.services().isEmpty() ? null : slots.services().getFirst().value();
            case NEED -> slots.need();
            case AGREEMENT -> text(slots.agreement());
            case PRACTITIONER, WHICH_BOOKING -> null;
        };
    }

    private static @Nullable String moment(Timing timing) {
        if (timing.day() == null) {
            return timing.hour() == null ? null : "T" + timing.hour();
        }
        return timing.hour() == null ? timing.day().toString() : timing.day() + "T" + timing.hour();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
