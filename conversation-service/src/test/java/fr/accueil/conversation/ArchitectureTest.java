package fr.accueil.conversation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.core.ApplicationModules;

/// The house rules that a compiler does not know.
@AnalyzeClasses(packagesOf = ConversationApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_listeners_and_workers_block = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .callMethodWhere(
                    target(nameMatching("block.*|subscribe")).and(target(owner(assignableTo(Publisher.class)))));

    @ArchTest
    static final ArchRule names_say_what_a_class_does = classes()
            .should()
            .haveNameNotMatching(".*(Service|Manager|Helper|Util|Utils|Processor|Dto|Data|Info|Impl)");

    @ArchTest
    static final ArchRule everything_leaves_through_the_outbox =
            noClasses().should().dependOnClassesThat(JavaClass.Predicates.assignableTo(KafkaTemplate.class));

    @Test
    void the_capabilities_do_not_turn_in_circles() {
        ApplicationModules.of(ConversationApplication.class).verify();
    }
}
