package fr.accueil.router.knowledge;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.AssistantManner;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.language.faq.Caution;
import fr.accueil.platform.kafka.CompactedCopies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The local copy of tenants and FAQs. A change swaps in a new, immutable shelf; its index is built by who first asks,
/// never by the thread that reads the topic.
@Component
public class Businesses {

    private final Map<TenantId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<FaqId, TenantId> owners = new ConcurrentHashMap<>();

    Businesses(CompactedCopies copies) {
        copies.follow(Topic.TENANTS, this::onTenant);
        copies.follow(Topic.FAQS, this::onFaq);
    }

    /// The business, once its copy is here.
    public Optional<Business> find(TenantId tenant) {
        return Optional.ofNullable(shelves.get(tenant)).flatMap(Shelf::business);
    }

    /// How its assistant goes about it, as far as it has said so.
    public Optional<AssistantManner> manner(TenantId tenant) {
        return Optional.ofNullable(shelves.get(tenant)).map(it -> it.tenant).map(TenantSaved::assistant);
    }

    /// How long each business keeps what was said.
    public Map<TenantId, Duration> periods() {
        var periods = new HashMap<TenantId, Duration>();
        shelves.forEach((tenant, shelf) -> {
            if (shelf.tenant != null) {
                periods.put(tenant, Duration.ofDays(shelf.tenant.keptDays()));
            }
        });
        return Map.copyOf(periods);
    }

    private void onTenant(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            shelves.remove(TenantId.of(key));
        } else if (envelope.data() instanceof TenantSaved saved) {
            change(saved.tenant(), shelf -> new Shelf(saved, shelf.faqs));
        }
    }

    private void onFaq(String key, @Nullable Envelope envelope) {
        @Nullable AccueilEvent event = envelope == null ? null : envelope.data();
        if (event == null) {
            drop(FaqId.of(key));
        } else if (event instanceof FaqSaved saved) {
            owners.put(saved.faq(), saved.tenant());
            change(saved.tenant(), shelf -> new Shelf(shelf.tenant, with(shelf.faqs, saved)));
        }
    }

    private void drop(FaqId faq) {
        var owner = owners.remove(faq);
        if (owner != null) {
            change(owner, shelf -> new Shelf(shelf.tenant, without(shelf.faqs, faq)));
        }
    }

    private void change(TenantId tenant, UnaryOperator<Shelf> change) {
        shelves.compute(tenant, (_, shelf) -> change.apply(shelf == null ? new Shelf(null, Map.of()) : shelf));
    }

    private static Map<FaqId, Faq> with(Map<FaqId, Faq> faqs, FaqSaved saved) {
        if (!saved.enabled()) {
            return without(faqs, saved.faq());
        }
        var all = new HashMap<>(faqs);
        all.put(saved.faq(), new Faq(saved.faq(), saved.question(), saved.answer(), saved.variants()));
        return Map.copyOf(all);
    }

    private static Map<FaqId, Faq> without(Map<FaqId, Faq> faqs, FaqId faq) {
        var all = new HashMap<>(faqs);
        all.remove(faq);
        return Map.copyOf(all);
    }

    private static final class Shelf {

        private final @Nullable TenantSaved tenant;
        private final Map<FaqId, Faq> faqs;
        private volatile @Nullable Business business;

        Shelf(@Nullable TenantSaved tenant, Map<FaqId, Faq> faqs) {
            this.tenant = tenant;
            this.faqs = faqs;
        }

        private static Caution caution(@Nullable AssistantManner manner) {
            var said = manner == null ? null : manner.caution();
            return said == null ? Caution.USUAL : Caution.valueOf(said.name());
        }

        Optional<Business> business() {
            var known = business;
            if (known == null && tenant != null) {
                known = new Business(
                        tenant.tenant(),
                        tenant.name(),
                        tenant.formal(),
                        tenant.signature(),
                        FaqIndex.of(faqs.values().stream().toList(), caution(tenant.assistant())));
                business = known;
            }
            return Optional.ofNullable(known);
        }
    }
}
