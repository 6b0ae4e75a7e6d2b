package fr.accueil.conversation.team;

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
        return members.findEverywhere(subject).map(java.util.List::size);
    }
}
