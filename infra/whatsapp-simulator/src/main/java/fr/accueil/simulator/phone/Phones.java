package fr.accueil.simulator.phone;

import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.ledger.Fact.PhoneAdded;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.world.Phone;
import fr.accueil.simulator.world.World;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Adds phones: the demo customers' at the first start, others when asked. Numbers come from the block that the French
/// regulator keeps for fiction, so nobody is ever meant.
@Component
class Phones {

    private static final String FICTION = "whatsapp:+3363998";
    private static final int BLOCK = 10_000;
    private static final int NEVER_ON_WHATSAPP = 9999;

    private final World world;
    private final Ledger ledger;
    private final Businesses businesses;
    private final SecureRandom random = new SecureRandom();

    Phones(World world, Ledger ledger, Businesses businesses) {
        this.world = world;
        this.ledger = ledger;
        this.businesses = businesses;
    }

    @EventListener(ApplicationReadyEvent.class)
    void addDemoCustomers() {
        businesses.customers().stream()
                .filter(customer ->
                        world.phone(customer.address()).filter(Phone::listed).isEmpty())
                .forEach(customer -> ledger.append(new PhoneAdded(
                        customer.address(), customer.name(), customer.phone(), customer.externalUserId(), true)));
    }

    synchronized Phone add(AddPhoneRequest request) {
        var number = request.address() == null ? freeNumber() : normalised(request.address());
        var user = "whatsapp:FR."
                + random.ints(16, 0, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append);
        var address = request.isHidden() ? user : number;
        if (world.phone(address).filter(Phone::listed).isPresent()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "There is a phone " + address + " already");
        }
        ledger.append(new PhoneAdded(
                address,
                request.name().strip(),
                request.isHidden() ? null : number.substring("whatsapp:".length()),
                user,
                true));
        return world.phone(address).orElseThrow();
    }

    private String freeNumber() {
        return IntStream.range(100, BLOCK)
                .filter(i -> i != NEVER_ON_WHATSAPP)
                .mapToObj(i -> FICTION + "%04d".formatted(i))
                .filter(address -> world.phone(address).isEmpty())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "All invented numbers are taken"));
    }

    /// `+33639980012`, `33639980012` and `whatsapp:+33639980012` are the same phone.
    static String normalised(String address) {
        if (address.startsWith("whatsapp:")) {
            return address;
        }
        return "whatsapp:" + (address.matches("\\d+") ? "+" + address : address);
    }
}
