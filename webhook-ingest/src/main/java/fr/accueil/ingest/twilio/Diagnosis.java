package fr.accueil.ingest.twilio;

import static java.util.Comparator.comparing;

import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.ingest.channel.Channel;
import fr.accueil.ingest.channel.Channels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Why a signature does not match, found by trying what goes wrong in practice. What is found is certain: only who has
/// a token of the account could have signed so.
@Component
class Diagnosis {

    /// How many signatures are computed at most for one diagnosis, in which each address is tried with and without its
    /// port.
    static final int MOST_TRIES = 14;

    private static final int MOST_OTHER_TOKENS = 4;

    private final Channels channels;
    private final PublicAddress publicAddress;

    Diagnosis(Channels channels, PublicAddress publicAddress) {
        this.channels = channels;
        this.publicAddress = publicAddress;
    }

    RejectionCause of(ReceivedWebhook webhook, Channel channel) {
        if (webhook.signature().isEmpty()) {
            return RejectionCause.UNKNOWN;
        }
        if (TwilioSignature.matches(otherTokens(channel), webhook.url(), webhook.signed(), webhook.signature())) {
            return RejectionCause.OTHER_TOKEN;
        }
        return tries(webhook, channel)
                        .limit(MOST_TRIES)
                        .anyMatch(it ->
                                TwilioSignature.matches(it.token(), it.url(), webhook.signed(), webhook.signature()))
                ? RejectionCause.OTHER_ADDRESS
                : RejectionCause.UNKNOWN;
    }

    private List<String> otherTokens(Channel channel) {
        return channels.ofAccount(channel.accountSid()).stream()
                .filter(it -> !it.id().equals(channel.id()))
                .sorted(comparing(it -> it.id().toString()))
                .flatMap(it -> it.authTokens().stream())
                .filter(it -> !channel.authTokens().contains(it))
                .distinct()
                .limit(MOST_OTHER_TOKENS)
                .toList();
    }

    private record Try(String token, String url) {}

    private Stream<Try> tries(ReceivedWebhook webhook, Channel channel) {
        var addresses = otherAddresses(webhook);
        return channel.authTokens().stream().flatMap(token -> addresses.stream().map(it -> new Try(token, it)));
    }

    /// Each with one thing changed: nobody gets two of them wrong at once and still reaches us.
    private Set<String> otherAddresses(ReceivedWebhook webhook) {
        var path = publicAddress.pathOf(webhook.url());
        var base = publicAddress.base();
        var others = new LinkedHashSet<String>();
        others.add(publicAddress.withOtherScheme() + path);
        others.add(base + withOtherSlash(path));
        others.add(base + withoutQuery(path));
        for (var host : webhook.sender().hosts()) {
            others.add("https://" + host + path);
            others.add("http://" + host + path);
        }
        others.remove(webhook.url());
        return others;
    }

    private static String withOtherSlash(String path) {
        var bare = withoutQuery(path);
        var query = path.substring(bare.length());
        return (bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare + "/") + query;
    }

    private static String withoutQuery(String path) {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
