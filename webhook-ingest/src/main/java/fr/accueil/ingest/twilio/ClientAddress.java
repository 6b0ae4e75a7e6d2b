package fr.accueil.ingest.twilio;

import fr.accueil.ingest.twilio.ReceivedWebhook.Sender;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Where a request comes from. Behind proxies of ours that is what the outermost of them has seen: each puts the
/// address
/// of who called it at the right end of `X-Forwarded-For`; what stands left of that, anybody may have written.
@Component
class ClientAddress {

    private static final String UNKNOWN = "unknown";
    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;
    private static final int MOST_HOSTS = 2;

    private final int trustedProxies;

    ClientAddress(IngestSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    Sender of(ServerHttpRequest request) {
        return new Sender(addressOf(request), hosts(request));
    }

    private String addressOf(ServerHttpRequest request) {
        return forwarded(request)
                .or(() -> remote(request.getRemoteAddress()))
                .map(ClientAddress::toNetwork)
                .orElse(UNKNOWN);
    }

    private Optional<byte[]> forwarded(ServerHttpRequest request) {
        if (trustedProxies == 0) {
            return Optional.empty();
        }
        var hops = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(it -> Stream.of(it.split(",")))
                .map(String::strip)
                .toList();
        return hops.size() < trustedProxies
                ? Optional.empty()
                : Optional.ofNullable(
                        NetUtil.createByteArrayFromIpAddressString(hops.get(hops.size() - trustedProxies)));
    }

    private static Optional<byte[]> remote(@Nullable InetSocketAddress address) {
        return address == null || address.getAddress() == null
                ? Optional.empty()
                : Optional.of(address.getAddress().getAddress());
    }

    /// One customer of a provider has a whole IPv6 network of 64 bits, but one IPv4 address.
    private static String toNetwork(byte[] address) {
        return HexFormat.of().formatHex(address.length > IPV4_BYTES ? Arrays.copyOf(address, NETWORK_BYTES) : address);
    }

    private static List<String> hosts(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return Stream.of("Host", "X-Forwarded-Host")
                .flatMap(it -> headers.getOrEmpty(it).stream())
                .map(it -> it.split(",", 2)[0].strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
    }
}
