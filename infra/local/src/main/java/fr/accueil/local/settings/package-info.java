/// Where things stand on this machine: folders, ports, the `.env` file and the secrets made for it.
@NullMarked
package fr.accueil.local.settings;

import org.jspecify.annotations.NullMarked;
