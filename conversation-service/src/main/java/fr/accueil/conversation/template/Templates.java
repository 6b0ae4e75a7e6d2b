package fr.accueil.conversation.template;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TemplateEvent.Approval;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The templates of all channels, as notification-service last listed them.
@Component
public class Templates {

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private static final Comparator<TemplateListed> BY_NAME =
            Comparator.comparing(TemplateListed::name).thenComparing(TemplateListed::contentSid);

    private final ConcurrentMap<String, Owned> known = new ConcurrentHashMap<>();

    Templates(CompactedCopies copies) {
        copies.follow(Topic.TEMPLATES, this::apply);
    }

    /// @param channel null: of all of them
    List<TemplateListed> findAll(TenantId tenant, @Nullable ChannelId channel) {
        return known.values().stream()
                .filter(it -> it.tenant().equals(tenant))
                .map(Owned::template)
                .filter(it -> channel == null || it.channel().equals(channel))
                .sorted(BY_NAME)
                .toList();
    }

    /// How a template reads with these variables.
    ///
    /// @throws TemplateRefused when it cannot be sent so
    public Rendered render(TenantId tenant, ChannelId channel, Template wanted) {
        var template = findAll(tenant, channel).stream()
                .filter(it -> it.contentSid().equals(wanted.contentSid()))
                .findFirst()
                .orElseThrow(TemplateRefused::unknown);
        if (template.approval() != Approval.APPROVED) {
            throw TemplateRefused.notApproved();
        }
        return Rendered.of(template, wanted.variables());
    }

    /// How the approved template of that name reads; empty when the channel has none that these variables fill.
    public Optional<Rendered> renderApproved(
            TenantId tenant, ChannelId channel, String name, Map<String, String> variables) {
        return findAll(tenant, channel).stream()
                .filter(it -> it.name().equals(name) && it.approval() == Approval.APPROVED)
                .flatMap(it -> renderIfFilled(it, variables).stream())
                .findFirst();
    }

    private static Optional<Rendered> renderIfFilled(TemplateListed template, Map<String, String> variables) {
        try {
            return Optional.of(Rendered.of(template, variables));
        } catch (TemplateRefused unfilled) {
            LOG.warn("The template {} cannot be filled: {}", template.contentSid(), unfilled.getMessage());
            return Optional.empty();
        }
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            known.remove(key);
        } else if (envelope.data() instanceof TemplateListed template) {
            known.put(key, new Owned(envelope.requireTenant(), template));
        }
    }

    private record Owned(TenantId tenant, TemplateListed template) {}
}
