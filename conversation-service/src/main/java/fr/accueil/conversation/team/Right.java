package fr.accueil.conversation.team;

import fr.accueil.events.WorkspaceEvent.Role;
import java.util.EnumSet;
import java.util.Set;

/// What a person may do in a workspace: the one table of it. The API's description shows it with each operation, and a
/// test asks for each of them as each role.
public enum Right {
    /// Read and answer conversations, lead them and give them back.
    HANDLE_CONVERSATIONS(Role.OWNER, Role.AGENT),
    /// See and change what is booked.
    HANDLE_BOOKINGS(Role.OWNER, Role.AGENT),
    /// See quote requests and open questions, and settle them.
    HANDLE_REQUESTS(Role.OWNER, Role.AGENT),
    /// See how the business is set up: hours, services, FAQs, channels without their secrets.
    SEE_WORKSPACE(Role.OWNER, Role.AGENT),
    /// Change what the assistant answers from.
    MANAGE_FAQS(Role.OWNER),
    /// Change opening hours, services and who works when.
    MANAGE_AGENDA(Role.OWNER),
    /// Connect WhatsApp numbers and keep their tokens.
    MANAGE_CHANNELS(Role.OWNER),
    /// Change what the business is called, where it is, and how its assistant speaks.
    MANAGE_SETTINGS(Role.OWNER),
    /// Invite people, give them roles, end their membership.
    MANAGE_TEAM(Role.OWNER),
    /// Export or erase what is held on a customer, and say how long things are kept.
    MANAGE_PRIVACY(Role.OWNER),
    /// See who changed what.
    SEE_AUDIT(Role.OWNER);

    private final Set<Role> roles;

    Right(Role first, Role... others) {
        this.roles = EnumSet.of(first, others);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    boolean isOf(Role role) {
        return roles.contains(role);
    }
}
