package fr.accueil.conversation.team;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// In which workspaces a person is.
@Component
public class Memberships {

    private final Members members;

    Memberships(Members members) {
        this.members = members;
    }

    public Mono<Integer> count(String subject) {
        return of(subject).map(List::size);
    }

    public Mono<List<Member>> of(String subject) {
        return members.findEverywhere(subject);
    }
}
