package fr.accueil.simulator.world;

import fr.accueil.simulator.ledger.Fact;
import fr.accueil.simulator.ledger.Fact.CallbackAttempted;
import fr.accueil.simulator.ledger.Fact.InboundRead;
import fr.accueil.simulator.ledger.Fact.MessageAccepted;
import fr.accueil.simulator.ledger.Fact.MessageMoved;
import fr.accueil.simulator.ledger.Fact.PhoneAdded;
import fr.accueil.simulator.ledger.Fact.PhoneReceived;
import fr.accueil.simulator.ledger.Fact.PhoneSent;
import fr.accueil.simulator.ledger.Fact.TypingShown;
import fr.accueil.simulator.ledger.Fact.WebhookAttempted;
import fr.accueil.simulator.ledger.Fold;
import fr.accueil.simulator.ledger.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Phones, messages and chats as the ledger tells them.
@Component
public class World implements Fold {

    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, String> addressOfUser = new HashMap<>();
    private final Map<String, Message> messages = new HashMap<>();
    private final Map<String, List<String>> sidsOfAccount = new HashMap<>();
    private final Map<ChatKey, Chat> chats = new HashMap<>();
    private final Set<String> webhooksOwed = new LinkedHashSet<>();
    private final Set<CallbackKey> callbacksOwed = new LinkedHashSet<>();

    @Override
    public synchronized void apply(Line line) {
        switch (line.data()) {
            case PhoneAdded added -> add(added);
            case PhoneSent sent -> hear(line, sent);
            case WebhookAttempted attempted -> noteWebhook(line, attempted);
            case InboundRead read ->
                change(read.sid(), message -> message.progressed(Message.Progress.READ, line.at()));
            case TypingShown shown -> chatOf(shown.sid()).ifPresent(chat -> chat.typing(line.at()));
            case MessageAccepted accepted -> accept(line, accepted);
            case MessageMoved moved -> move(line, moved);
            case PhoneReceived received -> receive(line, received);
            case CallbackAttempted attempted -> noteCallback(attempted);
            case Fact.ApiRequested _,
                    Fact.AccountOpened _,
                    Fact.WebhookEntered _,
                    Fact.FailuresChanged _,
                    Fact.Unknown _ -> {
                // says nothing about phones or messages
            }
        }
    }

    private void add(PhoneAdded added) {
        phones.put(
                added.address(),
                new Phone(added.address(), added.name(), added.phone(), added.externalUserId(), added.listed()));
        if (added.externalUserId() != null) {
            addressOfUser.put(added.externalUserId(), added.address());
        }
    }

    private void hear(Line line, PhoneSent sent) {
        remember(Message.of(line.n(), line.at(), sent));
        chat(sent.to(), sent.from()).heard(sent.sid(), line.at());
        webhooksOwed.add(sent.sid());
    }

    private void noteWebhook(Line line, WebhookAttempted attempted) {
        if (attempted.attempt().succeeded()) {
            change(
                    attempted.sid(),
                    message -> message.progress() == Message.Progress.READ
                            ? message
                            : message.progressed(Message.Progress.POSTED, line.at()));
        } else if (attempted.attempt().settled()) {
            change(
                    attempted.sid(),
                    message -> message.progress() == Message.Progress.POSTING
                            ? message.progressed(Message.Progress.LOST, line.at())
                            : message);
        }
        if (attempted.attempt().settled()) {
            webhooksOwed.remove(attempted.sid());
        }
    }

    private void accept(Line line, MessageAccepted accepted) {
        remember(Message.of(line.n(), line.at(), accepted));
        chat(accepted.from(), accepted.to()).told(accepted.sid());
    }

    private void move(Line line, MessageMoved moved) {
        var status = MessageStatus.of(moved.status());
        change(moved.sid(), message -> message.moved(status, moved.errorCode(), moved.errorMessage(), line.at()));
        var message = messages.get(moved.sid());
        if (message != null && message.statusCallback() != null) {
            callbacksOwed.add(new CallbackKey(moved.sid(), status));
        }
    }

    private void receive(Line line, PhoneReceived received) {
        change(received.sid(), message -> message.received(line.at()));
        chat(received.from(), received.to()).replied();
    }

    private void noteCallback(CallbackAttempted attempted) {
        if (attempted.attempt().settled()) {
            callbacksOwed.remove(new CallbackKey(attempted.sid(), MessageStatus.of(attempted.status())));
        }
    }

    private void remember(Message message) {
        messages.put(message.sid(), message);
        sidsOfAccount
                .computeIfAbsent(message.accountSid(), _ -> new ArrayList<>())
                .add(message.sid());
    }

    private void change(String sid, UnaryOperator<Message> how) {
        messages.computeIfPresent(sid, (_, message) -> how.apply(message));
    }

    private Optional<Chat> chatOf(String sid) {
        return Optional.ofNullable(messages.get(sid)).map(message -> chat(message.to(), message.from()));
    }

    private Chat chat(@Nullable String business, @Nullable String customer) {
        return chats.computeIfAbsent(key(business, customer), _ -> new Chat());
    }

    /// The same customer may be written to by number and by WhatsApp user id: one chat.
    private ChatKey key(@Nullable String business, @Nullable String customer) {
        var address = customer == null ? "" : customer;
        return new ChatKey(
                business == null ? "" : business,
                phoneAt(address).map(Phone::address).orElse(address));
    }

    private Optional<Phone> phoneAt(String address) {
        return Optional.ofNullable(phones.get(addressOfUser.getOrDefault(address, address)));
    }

    public synchronized Optional<Phone> phone(String address) {
        return phoneAt(address);
    }

    public synchronized List<Phone> phones() {
        return List.copyOf(phones.values());
    }

    public synchronized Optional<Message> message(String sid) {
        return Optional.ofNullable(messages.get(sid));
    }

    /// Newest first, as Twilio lists them.
    public synchronized List<Message> ofAccount(String accountSid) {
        return sidsOfAccount.getOrDefault(accountSid, List.of()).reversed().stream()
                .map(messages::get)
                .toList();
    }

    /// Everything between a business and a phone, oldest first.
    public synchronized List<Message> between(@Nullable String business, @Nullable String customer) {
        var chat = chats.get(key(business, customer));
        return chat == null
                ? List.of()
                : chat.sids().stream()
                        .map(messages::get)
                        .sorted(Comparator.comparingLong(Message::number))
                        .toList();
    }

    public synchronized @Nullable Instant typingUntil(String business, String customer) {
        var chat = chats.get(key(business, customer));
        return chat == null ? null : chat.typingUntil();
    }

    /// Until when the business may write freely; absent when this customer never wrote to it.
    public synchronized @Nullable Instant windowUntil(@Nullable String business, String customer) {
        var chat = chats.get(key(business, customer));
        return chat == null ? null : chat.windowUntil();
    }

    /// Inbound messages whose webhook is neither answered nor given up: what a killed simulator has to take up again.
    public synchronized List<Message> webhooksOwed() {
        return webhooksOwed.stream().map(messages::get).toList();
    }

    public synchronized List<CallbackKey> callbacksOwed() {
        return List.copyOf(callbacksOwed);
    }

    public synchronized List<Message> underWay() {
        return messages.values().stream()
                .filter(message -> message.status().isUnderWay())
                .sorted(Comparator.comparingLong(Message::number))
                .toList();
    }

    private record ChatKey(String business, String customer) {}

    public record CallbackKey(String sid, MessageStatus status) {}
}
