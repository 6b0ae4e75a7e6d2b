package fr.accueil.agenda;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/// What makes the engine pure.
@AnalyzeClasses(packagesOf = Agenda.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule it_stands_on_the_jdk_alone = classes()
            .that()
            .resideOutsideOfPackage("fr.accueil.agenda.workspace")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("fr.accueil.agenda..", "java.lang..", "java.time..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule it_has_no_clock = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("now|systemUTC|systemDefaultZone")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule its_packages_do_not_turn_in_circles =
            slices().matching("fr.accueil.(agenda..)").should().beFreeOfCycles();
}
