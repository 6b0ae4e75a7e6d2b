package fr.accueil.router.evaluation;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Person;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Understands telegrams such as `booking service=brows date=2026-03-12 time=17:00 name=Marie_Curie`, so that the tests
/// of the player do not depend on how well an engine reads.
final class ScriptedEngine implements MessageReader {

    private final List<String> read = new ArrayList<>();

    @Override
    public Mono<Reading> read(Question question) {
        return Mono.fromSupplier(() -> reading(String.join(" ", question.messages())));
    }

    /// What it was asked to read, in order.
    List<String> texts() {
        return List.copyOf(read);
    }

    private Reading reading(String telegram) {
        read.add(telegram);
        var intent = Intent.OTHER;
        @Nullable DayWish day = null;
        @Nullable HourWish hour = null;
        var slots = Slots.NONE;
        for (var word : telegram.split(" ")) {
            var value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, Math.max(0, word.indexOf('=')))) {
                case "" -> {
                    if (word.equals("yes") || word.equals("no")) {
                        slots = slots.with(Agreement.valueOf(word.toUpperCase(Locale.ROOT)));
                    } else {
                        intent = intent(word, intent);
                    }
                }
                case "service" -> slots = slots.with(List.of(new ServiceId(value)));
                case "date" -> day = new DayWish.On(LocalDate.parse(value));
                case "time" -> hour = new HourWish.At(LocalTime.parse(value));
                case "name" -> slots = slots.with(Person.named(value.replace('_', ' ')));
                default -> throw new IllegalArgumentException(word);
            }
        }
        return new Reading(intent, 1, List.of(), Language.FRENCH, "scripted").with(slots.with(Timing.of(day, hour)));
    }

    private static Intent intent(String word, Intent otherwise) {
        for (var intent : Intent.values()) {
            if (intent.name().equalsIgnoreCase(word)) {
                return intent;
            }
        }
        return otherwise;
    }
}
