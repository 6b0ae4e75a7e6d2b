package fr.accueil.router.replay;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.dialogue.Dialogue;
import fr.accueil.router.dialogue.Surroundings;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Businesses;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.knowledge.NotOpenYet;
import fr.accueil.router.replay.AskedLately.Asked;
import fr.accueil.router.replay.Replay.ChangedAnswer;
import fr.accueil.router.understanding.LocalReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Scene;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Reads the questions of the last weeks again, as the local engine would with a FAQ changed: each as if it were the
/// first of a conversation. A language model is not asked: it would cost as much as weeks of answers.
@Component
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayQuestions {

    private final Businesses businesses;
    private final Agendas agendas;
    private final LocalReader reader;
    private final AskedLately asked;
    private final TenantTransaction transaction;
    private final ReplaySettings settings;
    private final Clock clock;

    /// One at a time: customers are answered meanwhile.
    private final Scheduler aside;

    ReplayQuestions(
            Businesses businesses,
            Agendas agendas,
            LocalReader reader,
            AskedLately asked,
            TenantTransaction transaction,
            ReplaySettings settings,
            Clock clock) {
        this.businesses = businesses;
        this.agendas = agendas;
        this.reader = reader;
        this.asked = asked;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.aside = Schedulers.newBoundedElastic(1, settings.waiting(), "replay");
    }

    /// @throws TooManyReplays (as an error) when others are read already, and enough wait
    Mono<Replay> replay(TenantId tenant, ReplayRequest request) {
        var now = clock.instant();
        var since = now.minus(settings.reach());
        var before = businesses.find(tenant).orElseThrow(NotOpenYet::new);
        return transaction
                .inMany(tenant, asked.since(since, settings.atMost() + 1))
                .collectList()
                .flatMap(all -> Mono.fromCallable(() -> compare(before, request, all, since))
                        .subscribeOn(aside)
                        .onErrorMap(RejectedExecutionException.class, _ -> new TooManyReplays()));
    }

    private Replay compare(Business before, ReplayRequest request, List<Asked> all, Instant since) {
        var deadline = clock.instant().plus(settings.patience());
        var after = with(before, request.applyTo(before.faqs().all()));
        var scene = scene(before.tenant());
        var changed = new ArrayList<ChangedAnswer>();
        var read = 0;
        for (var question : all.subList(0, Math.min(all.size(), settings.atMost()))) {
            if (clock.instant().isAfter(deadline)) {
                break;
            }
            read++;
            var now = answers(before, question, scene);
            var then = answers(after, question, scene);
            if (!now.equals(then)) {
                changed.add(new ChangedAnswer(
                        question.text(), question.times(), question.lastAt(), questions(now), questions(then)));
            }
        }
        return new Replay(since, read, read == all.size(), List.copyOf(changed));
    }

    private static Business with(Business business, List<Faq> faqs) {
        return new Business(
                business.tenant(),
                business.name(),
                business.formal(),
                business.signature(),
                FaqIndex.of(faqs, business.faqs().caution()));
    }

    /// That of a customer who writes first and has no booking.
    private Scene scene(TenantId tenant) {
        var agenda = agendas.view(tenant, ConversationId.of(Ids.next()), clock.instant());
        return Surroundings.scene(Dialogue.fresh(), agenda, agendas.offer(tenant));
    }

    private List<Answer> answers(Business business, Asked question, Scene scene) {
        return reader.reading(new Question(business, List.of(), List.of(question.text()), scene)).answers().stream()
                .map(FaqMatch::faq)
                .map(it -> new Answer(it.id().toString(), it.question(), it.answer()))
                .toList();
    }

    private static List<String> questions(List<Answer> answers) {
        return answers.stream().map(Answer::question).toList();
    }

    @PreDestroy
    void close() {
        aside.dispose();
    }

    /// Equal where a customer would read the same.
    private record Answer(String faq, String question, String answer) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Answer it && faq.equals(it.faq) && answer.equals(it.answer);
        }

        @Override
        public int hashCode() {
            return faq.hashCode();
        }
    }
}
