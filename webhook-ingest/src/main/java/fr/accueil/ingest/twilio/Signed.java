package fr.accueil.ingest.twilio;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a signature covers beside the address.
sealed interface Signed {

    /// The parameters as text, as they are signed behind the address.
    default String text() {
        return "";
    }

    /// Whether this is what the address (which is signed) says that it is.
    default boolean belongsTo(String url) {
        return true;
    }

    /// All parameters of a posted form.
    record Parameters(TwilioForm form) implements Signed {

        /// Names in ordinal order (by name, not by name and value), each with its distinct values in order.
        @Override
        public String text() {
            var values = new TreeMap<String, TreeSet<String>>();
            form.parameters()
                    .forEach(it -> values.computeIfAbsent(it.name(), _ -> new TreeSet<>())
                            .add(it.value()));
            var text = new StringBuilder();
            values.forEach((name, all) -> all.forEach(value -> text.append(name).append(value)));
            return text.toString();
        }
    }

    /// Nothing more: the parameters of a GET stand in its address.
    record Address() implements Signed {}

    /// A body that is no form: the address names its hash.
    ///
    /// @param sha256 in lower-case hexadecimal digits
    record Body(String sha256) implements Signed {

        private static final Pattern HASH = Pattern.compile("[?&]bodySHA256=([^&#]*)");

        static Body of(byte[] body) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(body);
                return new Body(HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every Java", e);
            }
        }

        @Override
        public boolean belongsTo(String url) {
            var hash = HASH.matcher(url);
            return hash.find() && hash.group(1).equals(sha256);
        }
    }
}
