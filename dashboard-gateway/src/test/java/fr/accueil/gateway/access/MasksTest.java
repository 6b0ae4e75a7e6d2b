package fr.accueil.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/// From whom customers' phone numbers are hidden, as option and role change.
class MasksTest {

    private static final TenantId CAMELIA = TenantId.of(Ids.next());
    private static final Member SOPHIE = new Member(CAMELIA, "sophie", Instant.MAX);
    private static final Member LEA = new Member(CAMELIA, "lea", Instant.MAX);

    private final Map<Topic, BiConsumer<String, @Nullable Envelope>> topics = new HashMap<>();
    private final Masks masks = masks();

    @Test
    void from_agents_where_the_business_wants_it() {
        joins("sophie", Role.OWNER);
        joins("lea", Role.AGENT);
        assertThat(masks.areFor(LEA)).isFalse();

        masksPhones(true);
        assertThat(masks.areFor(LEA)).isTrue();
        assertThat(masks.areFor(SOPHIE)).isFalse();

        joins("sophie", Role.AGENT);
        assertThat(masks.areFor(SOPHIE)).isTrue();

        masksPhones(false);
        assertThat(masks.areFor(LEA)).isFalse();
    }

    @Test
    void from_who_is_not_known_to_be_an_owner() {
        masksPhones(true);

        assertThat(masks.areFor(LEA)).isTrue();
    }

    private void joins(String subject, Role role) {
        say(Topic.TEAM, CAMELIA + ":" + subject, new MemberSaved(CAMELIA, subject, subject, subject + "@x.fr", role));
    }

    private void masksPhones(boolean masked) {
        say(
                Topic.TENANTS,
                CAMELIA.toString(),
                new TenantSaved(
                        CAMELIA, "Camélia", Vertical.BEAUTY, "Europe/Paris", true, null, null, null, masked, null));
    }

    private void say(Topic topic, String key, WorkspaceEvent said) {
        Objects.requireNonNull(topics.get(topic))
                .accept(key, new Envelope(Ids.next(), URI.create("/test"), Instant.EPOCH, key, CAMELIA, null, said));
    }

    private Masks masks() {
        var copies = mock(CompactedCopies.class);
        when(copies.follow(any(), any())).thenAnswer(call -> {
            topics.put(call.getArgument(0), call.getArgument(1));
            return mock(CompactedCopy.class);
        });
        return new Masks(copies, new Memberships(copies, mock(ApplicationEventPublisher.class)));
    }
}
