package fr.accueil.notification;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packagesOf = NotificationApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule only_listeners_and_workers_block = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .accessTargetWhere(describe(
                    "a publisher is blocked on or subscribed to",
                    (JavaAccess<?> access) -> access.getTargetOwner().isAssignableTo(Publisher.class)
                            && access.getName().matches("block.*|subscribe|toFuture|toIterable|toStream")));

    @ArchTest
    static final ArchRule events_leave_by_the_outbox_only =
            noClasses().should().dependOnClassesThat().areAssignableTo(KafkaTemplate.class);

    @ArchTest
    static final ArchRule only_one_package_knows_the_sdk = noClasses()
            .that()
            .resideOutsideOfPackage("..notification.twilio..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.twilio..", "org.apache.hc..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule components_are_final_in_their_parts =
            classes().that().areAnnotatedWith(Component.class).should().haveOnlyFinalFields();

    @Test
    void modules_depend_one_way() {
        ApplicationModules.of(NotificationApplication.class).verify();
    }
}
