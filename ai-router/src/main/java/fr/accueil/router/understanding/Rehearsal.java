package fr.accueil.router.understanding;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.french.WordLists;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import jakarta.annotation.PostConstruct;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The local engine reads some messages of nobody before the service takes work: what it stands on is loaded, and much
/// of
/// it compiled, before a customer waits for it. Beans are made before listeners start and health says "ready".
@Component
public class Rehearsal {

    private static final UUID NOBODY = new UUID(0, 0);

    private final LocalReader engine;

    public Rehearsal(LocalReader engine) {
        this.engine = engine;
    }

    @PostConstruct
    public void play() {
        var business = new Business(TenantId.of(NOBODY), "Répétition", true, FaqIndex.of(faqs()));
        var offer = new Offer(
                ServiceCatalogue.of(Map.of("coupe", "Coupe femme", "depannage", "Dépannage")),
                List.of(new Offer.Colleague(new PractitionerId("lea"), "Léa")));
        var scene = Scene.opening(ZonedDateTime.now(), offer);
        for (var message : WordLists.lines("rehearsal.txt")) {
            engine.reading(new Question(business, List.of(), List.of(message), scene));
        }
    }

    private static List<Faq> faqs() {
        return WordLists.lines("rehearsal-faqs.txt").stream()
                .map(line -> line.split("\\s*\\|\\s*", 2))
                .map(pair -> new Faq(FaqId.of(UUID.randomUUID()), pair[0], pair[1], List.of()))
                .toList();
    }
}
