package fr.accueil.notification.twilio;

import com.twilio.base.Page;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.ContentAndApprovalsReader;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.templates.TemplateLists;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Twilio's Content API: an account's templates with WhatsApp's word on each.
@Component
class TwilioTemplateLists implements TemplateLists {

    private static final int PAGE = 100;
    private static final String CONTENT = "https://content.twilio.com";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w{1,16})\\s*}}");

    private final TwilioReading twilio;
    private final TwilioSettings settings;

    TwilioTemplateLists(TwilioReading twilio, TwilioSettings settings) {
        this.twilio = twilio;
        this.settings = settings;
    }

    @Override
    public Mono<List<TemplateListed>> requestTemplates(Channel channel) {
        return first(channel)
                .expand(page -> page.hasNextPage() ? next(channel, page) : Mono.empty())
                .concatMapIterable(Page::getRecords)
                .flatMap(content -> Mono.justOrEmpty(toTemplate(channel.id(), content)))
                .collectList()
                .onErrorMap(TwilioReading::isOfTwilio, e -> new NotListed(TwilioReading.reasonOf(e)));
    }

    private Mono<Page<ContentAndApprovals>> first(Channel channel) {
        return twilio.read(
                "template-list",
                channel,
                settings.lookupTimeout(),
                client -> new ContentAndApprovalsReader().setPageSize(PAGE).firstPage(client));
    }

    /// Only path and query are taken from the answer: credentials go to Twilio's host, whatever it says.
    private Mono<Page<ContentAndApprovals>> next(Channel channel, Page<ContentAndApprovals> page) {
        var address = URI.create(page.getNextPageUrl("content"));
        var next = CONTENT + address.getRawPath() + "?" + address.getRawQuery();
        return twilio.read(
                "template-list",
                channel,
                settings.lookupTimeout(),
                client -> new ContentAndApprovalsReader().setPageSize(PAGE).getPage(next, client));
    }

    /// Empty when it has no text that a person could read and send.
    private static Optional<TemplateListed> toTemplate(ChannelId channel, ContentAndApprovals content) {
        return bodyOf(content.getTypes())
                .filter(_ -> content.getSid() != null)
                .map(body -> new TemplateListed(
                        channel,
                        content.getSid(),
                        nameOf(content),
                        content.getLanguage() == null ? "" : content.getLanguage(),
                        body,
                        variablesOf(body, content.getVariables()),
                        text(content.getApprovalRequests(), "category")
                                .map(it -> it.toLowerCase(Locale.ROOT))
                                .orElse(null),
                        text(content.getApprovalRequests(), "status")
                                .map(TwilioTemplateLists::toApproval)
                                .orElse(Approval.UNSUBMITTED)));
    }

    /// WhatsApp's name for it, which is what was approved, else the one that its author knows.
    private static String nameOf(ContentAndApprovals content) {
        return text(content.getApprovalRequests(), "name")
                .or(() -> Optional.ofNullable(content.getFriendlyName()))
                .orElse(content.getSid());
    }

    /// Of a content in several forms (text, card, buttons…) they all say the same.
    private static Optional<String> bodyOf(@Nullable Object types) {
        return types instanceof Map<?, ?> forms
                ? forms.entrySet().stream()
                        .sorted((one, other) -> rank(one.getKey()) - rank(other.getKey()))
                        .flatMap(
                                form -> text(form.getValue(), "body").or(() -> text(form.getValue(), "title")).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static int rank(@Nullable Object form) {
        return "twilio/text".equals(form) ? 0 : 1;
    }

    private static List<String> variablesOf(String body, @Nullable Object declared) {
        var names = new LinkedHashSet<String>();
        VARIABLE.matcher(body).results().forEach(it -> names.add(it.group(1)));
        if (declared instanceof Map<?, ?> defaults) {
            var elsewhere = new TreeSet<String>();
            defaults.keySet().forEach(it -> elsewhere.add(String.valueOf(it)));
            names.addAll(elsewhere);
        }
        return List.copyOf(names);
    }

    private static Approval toApproval(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "approved" -> Approval.APPROVED;
            case "rejected", "paused", "disabled" -> Approval.REJECTED;
            case "unsubmitted", "" -> Approval.UNSUBMITTED;
            default -> Approval.PENDING;
        };
    }

    private static Optional<String> text(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> map && map.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
