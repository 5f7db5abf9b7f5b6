package dev.assay.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.assay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SERVICES = {
        "dev.assay.orchestrator..",
        "dev.assay.generator..",
        "dev.assay.sandboxrunner..",
        "dev.assay.scorer..",
        "dev.assay.reporter.."
    };

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = slices().matching(
                    "dev.assay.(orchestrator|generator|sandboxrunner|scorer|reporter)..")
            .should()
            .notDependOnEachOther();

    /** But for doctor, which proves the sandbox without any service. */
    @ArchTest
    static final ArchRule theCommandTalksToServicesOverHttpOnly = noClasses()
            .that()
            .resideInAPackage("dev.assay.cli..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(SERVICES).and(not(resideInAnyPackage("dev.assay.sandboxrunner.sandbox.."))));

    @ArchTest
    static final ArchRule contractsDependOnNothing = classes()
            .that()
            .resideInAPackage("dev.assay.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.assay.contracts..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @ArchTest
    static final ArchRule sharedModulesDoNotKnowServices = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.assay.contracts..",
                    "dev.assay.wire..",
                    "dev.assay.store..",
                    "dev.assay.embedded..",
                    "dev.assay.formats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule onlyInletsAndOutletsTouchMessaging = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and(not(belongToInletOrOutlet()))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.smallrye.reactive.messaging..",
                    "org.apache.kafka.."));

    private static DescribedPredicate<JavaClass> belongToInletOrOutlet() {
        return DescribedPredicate.describe("belong to an Inlet or Outlet", type -> {
            String outermost = type.getName().replaceAll("\\$.*", "").replaceAll("_.*", "");
            return outermost.endsWith("Inlet") || outermost.endsWith("Outlet");
        });
    }

    @ArchTest
    static final ArchRule onlyConfigInterfacesMapConfiguration = classes()
            .that()
            .areAnnotatedWith("io.smallrye.config.ConfigMapping")
            .should()
            .haveSimpleNameEndingWith("Config");

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("dev.assay.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.assay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");
}
