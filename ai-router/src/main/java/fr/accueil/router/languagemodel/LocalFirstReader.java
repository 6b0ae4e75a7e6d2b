package fr.accueil.router.languagemodel;

import fr.accueil.router.languagemodel.LanguageModelSettings.Patience;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// The local engine answers alone where it is sure, so that most messages cost nothing; else the model is asked, in the
/// time that is left. Whatever the model does, there is a reading: the local one (decision 020).
final class LocalFirstReader implements MessageReader {

    private static final Logger log = LoggerFactory.getLogger(LocalFirstReader.class);

    private final MessageReader local;
    private final SureAlone sureAlone;
    private final WriteBriefing writeBriefing;
    private final AskModel askModel;
    private final Ground ground;
    private final Patience patience;
    private final Clock clock;
    private final ModelMeters meters;

    LocalFirstReader(
            MessageReader local,
            SureAlone sureAlone,
            WriteBriefing writeBriefing,
            AskModel askModel,
            Ground ground,
            Patience patience,
            Clock clock,
            ModelMeters meters) {
        this.local = local;
        this.sureAlone = sureAlone;
        this.writeBriefing = writeBriefing;
        this.askModel = askModel;
        this.ground = ground;
        this.patience = patience;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Mono<Reading> read(Question question) {
        return local.read(question)
                .flatMap(reading -> sureAlone.is(reading, question) ? alone(reading) : together(question, reading));
    }

    private Mono<Reading> alone(Reading reading) {
        return Mono.fromSupplier(() -> {
            meters.answeredAlone();
            return reading;
        });
    }

    private Mono<Reading> together(Question question, Reading reading) {
        return Mono.defer(() -> asked(question, reading))
                .onErrorMap(Exception.class, LocalFirstReader::toFailure)
                .onErrorResume(ModelFailed.class, failed -> fallback(reading, failed));
    }

    private Mono<Reading> asked(Question question, Reading reading) {
        var left = left(question);
        if (left.compareTo(patience.worthwhile()) < 0) {
            return Mono.error(new ModelFailed(Fallback.NO_TIME, "there is no time to ask the model"));
        }
        var begun = System.nanoTime();
        var briefing = writeBriefing.write(question, reading);
        return askModel.ask(
                        question.business().tenant(),
                        YearMonth.from(question.scene().now()),
                        briefing.turn(),
                        left)
                .map(answer -> grounded(answer, briefing, question, reading))
                .map(read -> measured(read, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Reading grounded(ModelAnswer answer, Briefing briefing, Question question, Reading reading) {
        try {
            var read = ground.reading(answer, briefing, question, reading);
            if (read.phrasing() == null && hasText(answer.reply().wording())) {
                meters.wordingDropped();
            }
            return read;
        } catch (ModelFailed failed) {
            throw new ModelFailed(failed.reason(), "the model's answer is no reading", failed, answer.usage());
        }
    }

    private Reading measured(Reading read, Duration took) {
        meters.answered(took);
        return read.taking(read.took().plus(took));
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /// What is left of the answer's time, and never more than a call may take.
    private Duration left(Question question) {
        var since = question.waitingSince();
        if (since == null) {
            return patience.call();
        }
        var left = patience.answer().minus(patience.afterwards()).minus(Duration.between(since, clock.instant()));
        return left.compareTo(patience.call()) < 0 ? left : patience.call();
    }

    private static ModelFailed toFailure(Exception thrown) {
        return thrown instanceof ModelFailed failed
                ? failed
                : new ModelFailed(Fallback.FAULT, "asking the model failed", thrown, null);
    }

    private Mono<Reading> fallback(Reading reading, ModelFailed failed) {
        return Mono.fromSupplier(() -> {
            meters.fellBack(failed.reason());
            if (failed.reason() == Fallback.FAULT) {
                log.error("The model could not be asked; the local engine answers", failed);
            } else {
                log.info("The local engine answers, for the model gave nothing: {}", failed.reason());
            }
            return paid(reading, failed.usage());
        });
    }

    /// What was paid shows in the reasons, also when it bought nothing.
    private static Reading paid(Reading reading, @Nullable Usage usage) {
        return usage == null ? reading : reading.costing(usage);
    }
}
