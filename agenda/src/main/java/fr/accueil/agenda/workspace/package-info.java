/// The agenda as it travels between the services: what `workspace.services`, `workspace.hours` and
/// `workspace.bookings` say becomes a business and its engagements. In one place, so that who proposes a slot and who
/// books it cannot read the same event differently. The one package here that knows the events (decision 019).
@NullMarked
package fr.accueil.agenda.workspace;

import org.jspecify.annotations.NullMarked;
