package fr.accueil.router;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.accueil.router.dialogue.CoreTypes;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packagesOf = RouterApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_a_listener_or_a_worker_blocks = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .callMethodWhere(
                    target(nameMatching("block.*|subscribe")).and(target(owner(assignableTo(Publisher.class)))));

    @ArchTest
    static final ArchRule what_is_published_goes_through_the_outbox =
            noClasses().should().dependOnClassesThat().areAssignableTo(KafkaTemplate.class);

    @ArchTest
    static final ArchRule the_core_of_the_dialogue_is_pure = noClasses()
            .that()
            .belongToAnyOf(CoreTypes.all())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Publisher.class)
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Component.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class);

    @ArchTest
    static final ArchRule the_flows_and_what_is_said_are_pure = noClasses()
            .that()
            .resideInAnyPackage("..router.flow..", "..router.booking..", "..router.quote..", "..router.speech..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Publisher.class)
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Component.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, java.util.Random.class);

    @Test
    void the_arrows_between_the_packages_run_one_way() {
        ApplicationModules.of(RouterApplication.class).verify();
    }
}
