package fr.accueil.signin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void arrows_between_the_packages_run_one_way() {
        ApplicationModules.of(SignInApplication.class).verify();
    }
}
