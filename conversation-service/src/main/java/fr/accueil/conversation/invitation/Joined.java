package fr.accueil.conversation.invitation;

import fr.accueil.conversation.team.Me;
import java.util.List;

/// @param workspaces that who asks is in now and was invited to; none when nothing was open any more
public record Joined(List<Me.Workspace> workspaces) {}
