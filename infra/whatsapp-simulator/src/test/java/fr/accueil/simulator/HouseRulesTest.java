package fr.accueil.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.reactivestreams.Publisher;

@AnalyzeClasses(packagesOf = SimulatorApplication.class, importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    private static final DescribedPredicate<JavaMethodCall> BLOCKS_OR_SUBSCRIBES = describe(
            "block() or subscribe() of a publisher",
            call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                    && (call.getName().startsWith("block") || call.getName().equals("subscribe")));

    @ArchTest
    static final ArchRule only_workers_subscribe =
            noClasses().that().haveSimpleNameNotEndingWith("Worker").should().callMethodWhere(BLOCKS_OR_SUBSCRIBES);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().should().callMethod(Instant.class, "now");
}
