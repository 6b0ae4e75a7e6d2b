package fr.accueil.simulator;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void arrows_between_the_parts_run_one_way() {
        ApplicationModules.of(SimulatorApplication.class).verify();
    }
}
