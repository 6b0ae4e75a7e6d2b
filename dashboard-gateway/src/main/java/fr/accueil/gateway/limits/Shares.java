package fr.accueil.gateway.limits;

import fr.accueil.events.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// What everyone has left of what they may ask.
@Component
class Shares {

    private static final int NETWORK_BYTES = 8;

    private final Buckets people;
    private final Buckets tenants;
    private final Buckets addresses;

    Shares(LimitSettings settings, MeterRegistry meters) {
        this.people = new Buckets("person", settings.person(), settings.remembered(), meters);
        this.tenants = new Buckets("tenant", settings.tenant(), settings.remembered(), meters);
        this.addresses = new Buckets("address", settings.address(), settings.remembered(), meters);
    }

    void takeForPerson(String subject) {
        people.take(subject);
    }

    void takeForTenant(TenantId tenant) {
        tenants.take(tenant.toString());
    }

    /// By the other end of the connection: what a header says of where a request comes from, anybody can write.
    void takeForAddress(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        addresses.take(networkOf(remote == null ? null : remote.getAddress()));
    }

    /// Who has one address of IPv6 has a whole network of them.
    private static String networkOf(@Nullable InetAddress address) {
        return switch (address) {
            case null -> "unknown";
            case Inet6Address it -> HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), NETWORK_BYTES));
            default -> address.getHostAddress();
        };
    }
}
