package fr.accueil.ingest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packagesOf = IngestApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule only_a_worker_blocks_or_subscribes = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .callMethodWhere(target(nameMatching("block.*|subscribe|toFuture"))
                    .and(target(owner(assignableTo(Publisher.class)))));

    @ArchTest
    static final ArchRule only_a_topic_writes_to_kafka = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Topic")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(KafkaTemplate.class);

    /// Its REST client would come with it; and see TwilioSignature for what is wrong with its validator.
    @ArchTest
    static final ArchRule the_sdk_of_twilio_stays_in_the_tests =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.twilio..");

    @Test
    void arrows_run_one_way() {
        ApplicationModules.of(IngestApplication.class).verify();
    }
}
