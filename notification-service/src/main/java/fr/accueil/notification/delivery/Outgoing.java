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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One message to a customer with all that was tried. Pure: news go in, the message after them and what to tell come
/// out.
///
/// @param round which time it was asked for, from 0
/// @param state what the others were told last
record Outgoing(
        MessageId id,
        ConversationId conversation,
        ChannelId channel,
        String recipient,
        Author.Kind author,
        long leaderNumber,
        Instant freeTextUntil,
        Instant askedAt,
        int round,
        MessageState state,
        List<Part> parts) {

    Change refuse(Refusal refusal) {
        return state.compareTo(MessageState.REFUSED) >= 0
                ? Change.none(this)
                : new Change(in(MessageState.REFUSED), List.of(refused(refusal)));
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
            case SendOutcome.InDoubt(var over) -> inDoubt(attempt, rules.lookUpAfter(now, over));
        };
    }

    /// What the provider's list says of a call that was in doubt.
    Change sighted(UUID attempt, Sighting sighting, Instant now, DeliveryRules rules) {
        return switch (sighting) {
            case Sighting.Seen(var sid, var seen, var code) -> reported(attempt, seen, sid, code, now, rules);
            case Sighting.NotSeen() -> notTaken(attempt, DeliveryRules.LOST, now, rules);
        };
    }

    /// What a status callback says, in whatever order it comes.
    Change reported(
            UUID attempt, AttemptState reported, String sid, @Nullable String code, Instant now, DeliveryRules rules) {
        if (reported != AttemptState.FAILED || !rules.worthRetrying(code)) {
            return moved(attempt, it -> it.become(reported, sid, code), rules);
        }
        return rules.nextTry(partOf(attempt), now, rules.pause(code))
                .filter(_ ->
                        partOf(attempt).attempt(attempt).orElseThrow().state().mayBecome(reported))
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

    private Change notTaken(UUID attempt, SendOutcome.NotTaken outcome, Instant now, DeliveryRules rules) {
        var part = partOf(attempt);
        if (part.unresolved().filter(it -> it.id().equals(attempt)).isEmpty()) {
            return Change.none(this);
        }
        return rules.nextTry(part, now, outcome.pause())
                .map(retry -> changed(attempt, it -> it.notTaken(outcome.code()))
                        .delayed(attempt, retry, DeliveryRules.delayed(outcome.sentence(), now, retry)))
                .orElseGet(() -> moved(attempt, it -> it.become(AttemptState.FAILED, null, outcome.code()), rules));
    }

    private Change inDoubt(UUID attempt, Instant lookUpAfter) {
        if (partOf(attempt).unresolved().filter(it -> it.id().equals(attempt)).isEmpty()) {
            return Change.none(this);
        }
        var after = changed(attempt, it -> it.lookUpAfter(lookUpAfter));
        return new Change(after, List.of(new MessageDelayed(id, conversation, DeliveryRules.IN_DOUBT, round)));
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

    private Refusal refusal(DeliveryRules rules) {
        var code = parts.stream()
                .filter(it -> it.state() == AttemptState.FAILED)
                .flatMap(it -> Stream.ofNullable(it.errorCode()))
                .findFirst()
                .orElse(null);
        return Refusal.byProvider(rules.refusal(code), code);
    }

    private MessageRefused refused(Refusal refusal) {
        return new MessageRefused(id, conversation, refusal.reason(), refusal.explanation(), refusal.code(), round);
    }

    private Outgoing changed(UUID attempt, UnaryOperator<Attempt> change) {
        return with(parts.stream().map(it -> it.change(attempt, change)).toList());
    }

    Outgoing with(List<Part> changed) {
        return new Outgoing(
                id,
                conversation,
                channel,
                recipient,
                author,
                leaderNumber,
                freeTextUntil,
                askedAt,
                round,
                state,
                changed);
    }

    private Outgoing in(MessageState next) {
        return new Outgoing(
                id, conversation, channel, recipient, author, leaderNumber, freeTextUntil, askedAt, round, next, parts);
    }

    /// Without address and text, which no log may hold.
    @Override
    public String toString() {
        return "Outgoing[" + id + " " + state + "]";
    }
}
