package fr.accueil.router.wording;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The sentences of one language and one manner of address.
///
/// @param formal whether customers are addressed as *vous*
public record Wording(Locale language, boolean formal) {

    private static final Map<String, ResourceBundle> BUNDLES =
            Map.of("fr", bundle(Locale.FRENCH), "en", bundle(Locale.ENGLISH));

    /// The sentence of that name.
    ///
    /// @throws java.util.MissingResourceException when the bundle has no such sentence
    public String sentence(String name) {
        var bundle = BUNDLES.getOrDefault(language.getLanguage(), bundle(Locale.FRENCH));
        var familiar = name + ".tu";
        return bundle.getString(!formal && bundle.containsKey(familiar) ? familiar : name);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "wording.assistant",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
