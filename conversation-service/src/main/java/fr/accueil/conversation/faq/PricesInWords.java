package fr.accueil.conversation.faq;

import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// What services cost, as one says it: *coupe femme 35 €, couleur à partir de 55 €*. Pure.
final class PricesInWords {

    /// More than these are no answer any more.
    private static final int MOST = 12;

    private PricesInWords() {}

    /// @return empty when no price is said
    static String of(List<ServiceSaved> services) {
        return services.stream()
                .filter(it -> it.priceCents() != null)
                .limit(MOST)
                .map(PricesInWords::of)
                .collect(Collectors.joining(", "));
    }

    private static String of(ServiceSaved service) {
        return decapitalised(service.name()) + (service.priceFrom() ? " à partir de " : " ") + euros(service);
    }

    private static String euros(ServiceSaved service) {
        var price = service.priceCents();
        return price == null
                ? ""
                : (price % 100 == 0
                                ? String.valueOf(price / 100)
                                : BigDecimal.valueOf(price, 2).toString().replace('.', ','))
                        + " €";
    }

    /// "Coupe femme" in the middle of a sentence; what is written in capitals, such as VMC, stays.
    private static String decapitalised(String name) {
        var second = name.length() > 1 ? name.charAt(1) : 'a';
        return Character.isUpperCase(second) ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
