package fr.accueil.notification.media;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ipfilter.AbstractRemoteAddressFilter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Closes a connection that stands to one of our own networks before anything is written to it: a name that is allowed
/// may still resolve to anything, and to something else each time it is asked.
@Sharable
final class PublicAddresses extends AbstractRemoteAddressFilter<InetSocketAddress> {

    static final PublicAddresses ONLY = new PublicAddresses();

    private PublicAddresses() {}

    @Override
    protected boolean accept(ChannelHandlerContext context, InetSocketAddress remote) {
        return isPublic(remote.getAddress());
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
