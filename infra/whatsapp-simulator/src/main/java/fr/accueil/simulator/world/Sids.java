package fr.accueil.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Twilio's identifiers: two letters and 32 hexadecimal digits.
public final class Sids {

    private Sids() {}

    /// @param withMedia Twilio begins those with `MM`
    public static String message(boolean withMedia) {
        return (withMedia ? "MM" : "SM") + hex();
    }

    public static String media() {
        return "ME" + hex();
    }

    public static String account() {
        return "AC" + hex();
    }

    /// Of a WhatsApp sender: the same at each time, since nothing else names it.
    public static String sender(String address) {
        return "XE"
                + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    public static String token() {
        return hex();
    }

    public static String request() {
        return "RQ" + hex();
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
