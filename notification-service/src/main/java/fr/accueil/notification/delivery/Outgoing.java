package fr.accueil.notification.delivery;

import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One message to a customer with all that was tried. Pure: news go in, the message after them and what to tell come
/// out.
///
/// @param template instead of free text
/// @param round which time it was asked for, from 0
/// @param state what the others were told last
/// @param notice what they were told while nothing could be tried
record Outgoing(
        MessageId id,
        ConversationId conversation,
        ChannelId channel,
        String recipient,
        Author.Kind author,
        long leaderNumber,
        Instant freeTextUntil,
        Instant askedAt,
        @Nullable Template template,
        int round,
        MessageState state,
        @Nullable Notice notice,
        List<Part> parts) {

    /// A message as it is asked for: a text in as many parts as it needs, a template in one.
    static Outgoing asked(SendMessage asked, Instant at) {
        var bodies = asked.template() == null ? TextParts.of(asked.body()) : List.of(asked.body());
        return new Outgoing(
                asked.message(),
                asked.conversation(),
                asked.channel(),
                asked.to(),
                asked.author().kind(),
                asked.leaderNumber(),
                asked.freeTextUntil(),
                at,
                asked.template(),
                asked.round(),
                MessageState.QUEUED,
                null,
                IntStream.range(0, bodies.size())
                        .mapToObj(number -> Part.fresh(number, bodies.get(number), asked.round()))
                        .toList());
    }

    /// Asked for once more: what did not reach the customer is tried anew, and what may have reached them is looked for
    /// once more before that. Where it stands by now is told in the new round.
    Change askedAgain(SendMessage asked, Instant at, DeliveryRules rules) {
        if (asked.round() <= round) {
            return Change.none(this);
        }
        UnaryOperator<Attempt> onceMore = it -> it.state().doubtful()
                ? it.looked(Math.min(it.looks(), rules.looks() - 1)).lookUpAfter(at)
                : it;
        var reopened = new Outgoing(
                id,
                conversation,
                asked.channel(),
                asked.to(),
                author,
                asked.leaderNumber(),
                asked.freeTextUntil(),
                at,
                template,
                asked.round(),
                MessageState.QUEUED,
                null,
                parts.stream().map(it -> it.reopen(asked.round(), onceMore)).toList());
        var after = reopened.in(reopened.reached());
        return new Change(after, after.toldSince(MessageState.QUEUED, rules));
    }

    Change refuse(Refusal refusal) {
        return state.compareTo(MessageState.REFUSED) >= 0
                ? Change.none(this)
                : new Change(in(MessageState.REFUSED), List.of(refused(refusal)));
    }

    /// Says, once, that it waits.
    Change tell(Notice why, String sentence) {
        var after = copy(state, why, parts);
        return new Change(after, List.of(new MessageDelayed(id, conversation, sentence, round)));
    }

    Outgoing attempt(int part, Attempt attempt) {
        return with(parts.stream()
                .map(it -> it.number() == part ? it.with(attempt) : it)
                .toList());
    }

    /// What the call returned.
    Change answered(UUID attempt, SendOutcome outcome, Instant now, DeliveryRules rules) {
        return switch (outcome) {
            case SendOutcome.Taken(var sid) -> moved(attempt, it -> it.become(AttemptState.ACCEPTED, sid, null), rules);
            case SendOutcome.Refused(var code, var _) ->
                moved(attempt, it -> it.unresolved() ? it.become(AttemptState.FAILED, null, code) : it, rules);
            case SendOutcome.NotTaken notTaken -> notTaken(attempt, notTaken, now, rules);
            case SendOutcome.InDoubt(var answered) -> inDoubt(attempt, answered, now, rules);
        };
    }

    /// What the provider's list says of a call that was in doubt.
    Change sighted(UUID attempt, Sighting sighting, Instant now, DeliveryRules rules) {
        return switch (sighting) {
            case Sighting.Seen(var sid, var seen, var code) -> reported(attempt, seen, sid, code, now, rules);
            case Sighting.NotSeen() -> notSeen(attempt, now, rules);
            case Sighting.NotLookedUp(var _) -> notLookedUp(attempt, now, rules);
            case Sighting.NoOneToAsk() -> unconfirmed(attempt, rules);
        };
    }

    /// What a status callback says, in whatever order it comes.
    Change reported(
            UUID attempt, AttemptState reported, String sid, @Nullable String code, Instant now, DeliveryRules rules) {
        if (reported != AttemptState.FAILED || !mayBeTriedAfter(attempt, code, rules)) {
            return moved(attempt, it -> it.become(reported, sid, code), rules);
        }
        return rules.nextTry(partOf(attempt), now, code, rules.pause(code))
                .map(retry -> moved(attempt, it -> it.become(AttemptState.FAILED_FOR_NOW, sid, code), rules)
                        .after()
                        .delayed(attempt, retry, rules.delay(code, now, retry)))
                .orElseGet(() -> moved(attempt, it -> it.become(AttemptState.FAILED, sid, code), rules));
    }

    /// The first part that is still to be sent; none when the message was refused.
    Optional<Part> nextPart() {
        return state == MessageState.REFUSED
                ? Optional.empty()
                : parts.stream().filter(Part::toBeSent).findFirst();
    }

    Optional<Part> partInDoubt() {
        return parts.stream().filter(it -> it.unresolved().isPresent()).findFirst();
    }

    /// Nothing is left to send or to find out. Callbacks still come.
    boolean settled() {
        return partInDoubt().isEmpty() && nextPart().isEmpty();
    }

    boolean fromAssistant() {
        return author == Author.Kind.ASSISTANT;
    }

    Part partOf(UUID attempt) {
        return parts.stream()
                .filter(it -> it.attempt(attempt).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no attempt " + attempt + " of message " + id));
    }

    Attempt find(UUID attempt) {
        return partOf(attempt).attempt(attempt).orElseThrow();
    }

    /// Only what failed now, in this round, of a message that still has a chance.
    private boolean mayBeTriedAfter(UUID attempt, @Nullable String code, DeliveryRules rules) {
        var failed = find(attempt);
        return rules.worthRetrying(code)
                && state != MessageState.REFUSED
                && failed.round() == round
                && failed.state().mayBecome(AttemptState.FAILED);
    }

    private Change notTaken(UUID attempt, SendOutcome.NotTaken outcome, Instant now, DeliveryRules rules) {
        var part = partOf(attempt);
        if (!find(attempt).unresolved()) {
            return Change.none(this);
        }
        return nextTry(part, now, outcome, rules)
                .map(retry -> changed(attempt, it -> it.notTaken(outcome.code()))
                        .delayed(attempt, retry, DeliveryRules.delayed(outcome.sentence(), now, retry)))
                .orElseGet(() -> moved(attempt, it -> it.become(AttemptState.FAILED, null, outcome.code()), rules));
    }

    /// None is left for a message that was refused meanwhile.
    private Optional<Instant> nextTry(Part part, Instant now, SendOutcome.NotTaken outcome, DeliveryRules rules) {
        return state == MessageState.REFUSED
                ? Optional.empty()
                : rules.nextTry(part, now, outcome.code(), outcome.pause());
    }

    private Change inDoubt(UUID attempt, boolean answered, Instant now, DeliveryRules rules) {
        if (!find(attempt).unresolved()) {
            return Change.none(this);
        }
        var later = rules.lookUpAfter(now, answered);
        var after = changed(attempt, it -> answered ? it.over(now, later) : it.lookUpAfter(later));
        return new Change(after, List.of(new MessageDelayed(id, conversation, DeliveryRules.IN_DOUBT, round)));
    }

    /// The list may lag: only what it did not show several times is lost.
    private Change notSeen(UUID attempt, Instant now, DeliveryRules rules) {
        var looks = find(attempt).looks() + 1;
        if (!find(attempt).unresolved() || looks < rules.looks()) {
            return Change.silent(changed(attempt, it -> it.looked(looks).lookUpAfter(rules.lookAgain(now))));
        }
        return state == MessageState.REFUSED
                ? unconfirmed(attempt, rules)
                : rules.nextTry(partOf(attempt), now, null, Optional.empty())
                        .map(retry -> changed(attempt, it -> it.looked(looks).lost())
                                .delayed(attempt, retry, DeliveryRules.delayed(DeliveryRules.LOST, now, retry)))
                        .orElseGet(() -> unconfirmed(attempt, rules));
    }

    private Change notLookedUp(UUID attempt, Instant now, DeliveryRules rules) {
        var since = find(attempt).unresolved() ? find(attempt).startedAt() : askedAt;
        return rules.askAgain(since, now)
                .map(later -> Change.silent(changed(attempt, it -> it.lookUpAfter(later))))
                .orElseGet(() -> unconfirmed(attempt, rules));
    }

    /// Never sent again by itself, for it may have arrived.
    private Change unconfirmed(UUID attempt, DeliveryRules rules) {
        return find(attempt).unresolved() ? moved(attempt, Attempt::unconfirmed, rules) : refuse(Refusal.unconfirmed());
    }

    private Change delayed(UUID attempt, Instant retry, String reason) {
        var after = with(parts.stream()
                .map(it -> it.attempt(attempt).isPresent() ? it.notBefore(retry) : it)
                .toList());
        return new Change(after, List.of(new MessageDelayed(id, conversation, reason, round)));
    }

    private Change moved(UUID attempt, UnaryOperator<Attempt> change, DeliveryRules rules) {
        var changed = changed(attempt, change);
        var after = changed.in(state.orLater(changed.reached()));
        return new Change(after, after.toldSince(state, rules));
    }

    /// How far the whole message came: as far as its slowest part, and no further than a part that failed.
    private MessageState reached() {
        var states = parts.stream().map(it -> MessageState.of(it.state())).toList();
        return states.contains(MessageState.REFUSED)
                ? MessageState.REFUSED
                : states.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private List<DeliveryEvent> toldSince(MessageState before, DeliveryRules rules) {
        if (state == before) {
            return List.of();
        }
        var events = new ArrayList<DeliveryEvent>();
        if (before == MessageState.QUEUED && state != MessageState.REFUSED) {
            events.add(new MessageAccepted(id, conversation, providerSid(), round));
        }
        switch (state) {
            case QUEUED, ACCEPTED -> {}
            case SENT -> events.add(new MessageSent(id, conversation, round));
            case DELIVERED -> events.add(new MessageDelivered(id, conversation, round));
            case READ -> events.add(new MessageRead(id, conversation, round));
            case REFUSED -> events.add(refused(refusal(rules)));
        }
        return List.copyOf(events);
    }

    private String providerSid() {
        return parts.stream()
                .flatMap(it -> it.providerSid().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("message " + id + " was taken without a name"));
    }

    /// By the first part that failed.
    private Refusal refusal(DeliveryRules rules) {
        var over = parts.stream()
                .filter(it -> it.state().over())
                .flatMap(it -> it.over().stream())
                .findFirst()
                .orElseThrow();
        return over.state() == AttemptState.UNCONFIRMED
                ? Refusal.unconfirmed()
                : Refusal.byProvider(rules.refusal(over.errorCode()), over.errorCode());
    }

    private MessageRefused refused(Refusal refusal) {
        return new MessageRefused(id, conversation, refusal.reason(), refusal.explanation(), refusal.code(), round);
    }

    private Outgoing changed(UUID attempt, UnaryOperator<Attempt> change) {
        return with(parts.stream().map(it -> it.change(attempt, change)).toList());
    }

    Outgoing with(List<Part> changed) {
        return copy(state, notice, changed);
    }

    private Outgoing in(MessageState next) {
        return copy(next, notice, parts);
    }

    private Outgoing copy(MessageState newState, @Nullable Notice newNotice, List<Part> newParts) {
        return new Outgoing(
                id,
                conversation,
                channel,
                recipient,
                author,
                leaderNumber,
                freeTextUntil,
                askedAt,
                template,
                round,
                newState,
                newNotice,
                newParts);
    }

    /// Without address and text, which no log may hold.
    @Override
    public String toString() {
        return "Outgoing[" + id + " " + state + "]";
    }
}
