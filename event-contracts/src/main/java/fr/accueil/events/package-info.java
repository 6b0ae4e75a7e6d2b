/// The contract between the services: topics, the envelope, one sealed family of events per topic, and their JSON.
/// Depends on nothing of ours.
@NullMarked
package fr.accueil.events;

import org.jspecify.annotations.NullMarked;
