package fr.accueil.conversation.demo;

import fr.accueil.events.ChannelId;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.List;

/// What this service reads of the demo workspaces; the sign-in provider and the simulator read the rest.
record DemoFile(List<Workspace> workspaces) {

    record Workspace(
            TenantId id,
            String name,
            Vertical vertical,
            String timeZone,
            boolean formal,
            Channel channel,
            List<Person> team,
            List<Question> faqs) {}

    record Channel(ChannelId id, String address, String accountSid, String authToken) {}

    record Person(String subject, String name, String email, Role role) {}

    record Question(FaqId id, String question, String answer, List<String> variants) {}
}
