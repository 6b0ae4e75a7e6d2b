package fr.accueil.notification.media;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Resolves names to public addresses only: a name that is allowed may still lead into one of our own networks. The
/// connection is made to the address that was looked at, not to what the name says the next time.
final class PublicAddresses extends AddressResolverGroup<InetSocketAddress> {

    static final PublicAddresses ONLY = new PublicAddresses();

    private PublicAddresses() {}

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetSocketAddressResolver(executor, new Names(executor));
    }

    /// The JDK's resolver, which blocks, on a thread of its own.
    private static final class Names extends InetNameResolver {

        Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            Thread.ofVirtual().start(() -> {
                try {
                    promise.setSuccess(lookUp(name).getFirst());
                } catch (UnknownHostException e) {
                    promise.setFailure(e);
                }
            });
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            Thread.ofVirtual().start(() -> {
                try {
                    promise.setSuccess(lookUp(name));
                } catch (UnknownHostException e) {
                    promise.setFailure(e);
                }
            });
        }

        private static List<InetAddress> lookUp(String name) throws UnknownHostException {
            var addresses = List.of(InetAddress.getAllByName(name));
            if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
                throw new UnknownHostException("it is in one of our own networks");
            }
            return addresses;
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet6Address ? isPublic6(address.getAddress()) : isPublic4(address.getAddress());
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && (second & 0xc0) == 64) // carrier-grade NAT
                && !(first == 192 && second == 0 && bytes[2] == 0) // protocol assignments
                && !(first == 198 && (second & 0xfe) == 18); // benchmarks
    }

    /// Global unicast only, and none of those that carry an IPv4 address inside (NAT64, 6to4, Teredo).
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        return (first & 0xe000) == 0x2000 && first != 0x2002 && !(first == 0x2001 && second == 0);
    }
}
