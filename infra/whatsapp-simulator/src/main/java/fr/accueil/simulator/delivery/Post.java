package fr.accueil.simulator.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form to be posted and signed.
///
/// @param address as configured: with credentials and fragment, if it has them
public record Post(String address, String authToken, Map<String, String> form, Map<String, String> headers) {

    Map<String, List<String>> formValues() {
        var values = new LinkedHashMap<String, List<String>>();
        form.forEach((name, value) -> values.put(name, List.of(value)));
        return values;
    }

    ConnectionOverrides overrides() {
        var fragment = address.indexOf('#');
        return ConnectionOverrides.parse(fragment < 0 ? null : address.substring(fragment));
    }

    /// What the signature covers: no fragment, no credentials, everything else as it is written.
    String signedAddress() {
        var fragment = address.indexOf('#');
        var whole = fragment < 0 ? address : address.substring(0, fragment);
        return whole.replaceFirst("^(https?://)[^/?@]*@", "$1");
    }
}
