package fr.accueil.gateway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packagesOf = GatewayApplication.class, importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule nobody_blocks_or_subscribes_but_listeners_and_workers = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Listener")
            .and()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .callMethodWhere(
                    target(nameMatching("block.*|subscribe")).and(target(owner(assignableTo(Publisher.class)))));

    @ArchTest
    static final ArchRule names_say_what_a_class_does =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Processor|Dto|Data|Info|Impl)");

    @Test
    void parts_look_only_one_way() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
