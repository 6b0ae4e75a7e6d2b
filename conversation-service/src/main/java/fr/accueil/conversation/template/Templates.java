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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The templates of all channels, as notification-service last listed them.
@Component
public class Templates {

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

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            known.remove(key);
        } else if (envelope.data() instanceof TemplateListed template) {
            known.put(key, new Owned(envelope.requireTenant(), template));
        }
    }

    private record Owned(TenantId tenant, TemplateListed template) {}
}
