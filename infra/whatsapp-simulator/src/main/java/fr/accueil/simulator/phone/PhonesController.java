package fr.accueil.simulator.phone;

import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.inbound.InboundWorker;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.outbound.Attention;
import fr.accueil.simulator.outbound.OutboundWorker;
import fr.accueil.simulator.world.Phone;
import fr.accueil.simulator.world.World;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Phones for tests and for the page.
@RestController
@RequestMapping("/simulator")
class PhonesController {

    private final Businesses businesses;
    private final Phones phones;
    private final World world;
    private final Chats chats;
    private final InboundWorker inbound;
    private final OutboundWorker outbound;
    private final Attention attention;
    private final Ledger ledger;
    private final Clock clock;

    PhonesController(
            Businesses businesses,
            Phones phones,
            World world,
            Chats chats,
            InboundWorker inbound,
            OutboundWorker outbound,
            Attention attention,
            Ledger ledger,
            Clock clock) {
        this.businesses = businesses;
        this.phones = phones;
        this.world = world;
        this.chats = chats;
        this.inbound = inbound;
        this.outbound = outbound;
        this.attention = attention;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Everything the page needs to begin; `next` is where its stream goes on.
    @GetMapping("/state")
    StateView state() {
        return new StateView(clock.instant(), ledger.size(), listBusinesses(), listPhones());
    }

    @GetMapping("/businesses")
    List<BusinessView> listBusinesses() {
        return businesses.all().stream().map(BusinessView::of).toList();
    }

    @GetMapping("/phones")
    List<Phone> listPhones() {
        return world.phones();
    }

    @PostMapping("/phones")
    @ResponseStatus(HttpStatus.CREATED)
    Phone add(@Valid @RequestBody AddPhoneRequest request) {
        return phones.add(request);
    }

    @GetMapping("/phones/{address}/messages")
    ChatView show(@PathVariable String address, @RequestParam String with) {
        return chats.show(load(address).address(), business(with).address());
    }

    /// Waits for the webhook's outcome, retries included, unless asked not to.
    @PostMapping("/phones/{address}/messages")
    Mono<ResponseEntity<SentView>> write(
            @PathVariable String address,
            @Valid @RequestBody WriteRequest request,
            @RequestParam(defaultValue = "true") boolean wait) {
        var sent = inbound.send(request.toLetter(load(address)), business(request.to()));
        return wait
                ? sent.outcome()
                        .map(outcome ->
                                ResponseEntity.status(HttpStatus.CREATED).body(SentView.of(sent.sid(), outcome)))
                : Mono.just(ResponseEntity.accepted().body(SentView.pending(sent.sid())));
    }

    @PostMapping("/phones/{address}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String address, @RequestParam String with) {
        outbound.read(business(with).address(), load(address).address());
    }

    /// The customer holds the phone and looks at this chat: what is there is read, and so is what comes.
    @PutMapping("/phones/{address}/looking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void look(@PathVariable String address, @RequestParam String with) {
        var phone = load(address).address();
        attention.look(phone, business(with).address());
        outbound.read(business(with).address(), phone);
    }

    @DeleteMapping("/phones/{address}/looking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lookAway(@PathVariable String address, @RequestParam String with) {
        attention.lookAway(load(address).address(), business(with).address());
    }

    private Phone load(String address) {
        return world.phone(Phones.normalised(address))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No phone " + address));
    }

    private Business business(String address) {
        return businesses
                .at(Phones.normalised(address))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No business " + address));
    }

    record StateView(Instant now, long next, List<BusinessView> businesses, List<Phone> phones) {}

    /// A business without its token.
    record BusinessView(String name, String vertical, String address, String accountSid, List<String> suggestions) {

        static BusinessView of(Business business) {
            return new BusinessView(
                    business.name(),
                    business.vertical(),
                    business.address(),
                    business.accountSid(),
                    business.suggestions());
        }
    }
}
