package fr.accueil.simulator.outbound;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// What a business writes into its callback address to know its own message again. The ledger keeps it, so that a judge
/// can tell which message it was that a phone received.
final class Reference {

    private Reference() {}

    static @Nullable Map<String, String> in(@Nullable String statusCallback) {
        if (statusCallback == null) {
            return null;
        }
        var reference = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUriString(statusCallback)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) ->
                        reference.put(decoded(name), value == null ? "" : decoded(value.replace('+', ' '))));
        return reference.isEmpty() ? null : reference;
    }

    private static String decoded(String text) {
        return UriUtils.decode(text, "UTF-8");
    }
}
