package fr.accueil.router.languagemodel;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.languagemodel.Source.OfPractitioner;
import fr.accueil.router.languagemodel.Source.OfService;
import fr.accueil.router.understanding.Person;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model adds to the values that the local engine found: it fills gaps and never overrules. A name or a need
/// counts only in the customer's own words, a service only if the business has it. A yes it may not say for the
/// customer:
/// it would book.
final class SaidSlots {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /// Of the words of a need, the share that the customer wrote.
    private static final double OWN_WORDS = 0.6;

    private static final int FURTHEST_MONTHS = 18;

    private final Question question;
    private final Briefing briefing;

    SaidSlots(Question question, Briefing briefing) {
        this.question = question;
        this.briefing = briefing;
    }

    Slots added(ModelReply.@Nullable Said said, Slots local) {
        if (said == null) {
            return local;
        }
        return new Slots(
                timing(said, local.timing()),
                local.services().isEmpty() ? services(said.services()) : local.services(),
                local.whom() == null ? whom(said.practitioner()) : local.whom(),
                person(said.name(), local.person()),
                local.need() == null ? inOwnWords(said.need()) : local.need(),
                local.agreement() == null && "no".equals(lower(said.agreement())) ? Agreement.NO : local.agreement(),
                local.choice());
    }

    private Timing timing(ModelReply.Said said, Timing local) {
        if (local.relative() != null || local.anytime()) {
            return local;
        }
        return new Timing(
                local.day() == null ? day(said.date()).orElse(null) : local.day(),
                local.hour() == null ? hour(said.time()).orElse(null) : local.hour(),
                null,
                false);
    }

    private Optional<DayWish> day(@Nullable String text) {
        var ends = lower(text).toUpperCase(Locale.ROOT).split("/", -1);
        try {
            var first = LocalDate.parse(ends[0]);
            var last = ends.length == 1 ? first : LocalDate.parse(ends[1]);
            return isNear(first) && isNear(last) && !last.isBefore(first)
                    ? Optional.of(first.equals(last) ? new DayWish.On(first) : new DayWish.During(first, last))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private boolean isNear(LocalDate day) {
        var today = question.scene().now().toLocalDate();
        return !day.isBefore(today) && day.isBefore(today.plusMonths(FURTHEST_MONTHS));
    }

    private static Optional<HourWish> hour(@Nullable String text) {
        var written = lower(text);
        var part = Stream.of(HourWish.PartOfDay.values())
                .filter(it -> it.toString().equals(written))
                .findFirst();
        if (part.isPresent()) {
            return part.map(it -> it);
        }
        var ends = written.split("/", -1);
        try {
            if (ends.length == 1) {
                return Optional.of(new HourWish.At(LocalTime.parse(ends[0])));
            }
            if (ends[0].isEmpty()) {
                return Optional.of(new HourWish.Until(LocalTime.parse(ends[1])));
            }
            var from = LocalTime.parse(ends[0]);
            return Optional.of(
                    ends[1].isEmpty() ? new HourWish.From(from) : new HourWish.Between(from, LocalTime.parse(ends[1])));
        } catch (DateTimeException notAnHour) {
            return Optional.empty();
        }
    }

    private List<ServiceId> services(@Nullable List<String> handles) {
        return handles == null
                ? List.of()
                : handles.stream()
                        .flatMap(it -> briefing.source(it).stream())
                        .flatMap(it -> it instanceof OfService service ? Stream.of(service.service()) : Stream.empty())
                        .distinct()
                        .toList();
    }

    private @Nullable Whom whom(@Nullable String handle) {
        if ("any".equals(lower(handle))) {
            return new Whom.Anyone();
        }
        return handle == null
                ? null
                : briefing.source(handle)
                        .flatMap(it -> it instanceof OfPractitioner(var _, var id, var _)
                                ? Optional.of(new Whom.Only(id))
                                : Optional.empty())
                        .orElse(null);
    }

    private Person person(@Nullable String name, Person local) {
        if (local.name() != null || name == null || name.isBlank()) {
            return local;
        }
        return share(name) == 1 ? new Person(name.strip(), local.email(), local.phone()) : local;
    }

    private @Nullable String inOwnWords(@Nullable String need) {
        return need == null || need.isBlank() || share(need) < OWN_WORDS ? null : need.strip();
    }

    /// Of its words, the share that the customer wrote.
    private double share(String text) {
        var written = " " + spaced(String.join(" ", question.messages())) + " ";
        var words = WORD.matcher(Claims.folded(text)).results().toList();
        return words.isEmpty()
                ? 0
                : (double) words.stream()
                                .filter(it -> written.contains(" " + it.group() + " "))
                                .count()
                        / words.size();
    }

    private static String spaced(String text) {
        return Claims.folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
