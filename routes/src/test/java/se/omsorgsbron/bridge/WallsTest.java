package se.omsorgsbron.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The walls between modules. */
@AnalyzeClasses(packages = "se.omsorgsbron", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String API = "se.omsorgsbron.api..";
    private static final String FHIR = "se.omsorgsbron.fhir..";
    private static final String LIFECARE = "se.omsorgsbron.lifecare..";
    private static final String CARE_MANAGEMENT = "se.omsorgsbron.caremanagement..";
    private static final String PRIMARY_CARE = "se.omsorgsbron.primarycare..";
    private static final String NIGHT_PATROL = "se.omsorgsbron.nightpatrol..";
    private static final String BRIDGE = "se.omsorgsbron.bridge..";

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.camel..",
                    "ca.uhn..",
                    "org.hl7..",
                    FHIR,
                    LIFECARE,
                    CARE_MANAGEMENT,
                    PRIMARY_CARE,
                    NIGHT_PATROL,
                    BRIDGE);

    @ArchTest
    static final ArchRule THE_PROFILES_KNOW_ONLY_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage(FHIR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.camel..",
                    LIFECARE,
                    CARE_MANAGEMENT,
                    PRIMARY_CARE,
                    NIGHT_PATROL,
                    BRIDGE);

    @ArchTest
    static final ArchRule LIFECARE_SEES_NO_OTHER_ADAPTER = noClasses()
            .that()
            .resideInAPackage(LIFECARE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "ca.uhn..",
                    "org.hl7..",
                    FHIR,
                    CARE_MANAGEMENT,
                    PRIMARY_CARE,
                    NIGHT_PATROL,
                    BRIDGE);

    @ArchTest
    static final ArchRule CARE_MANAGEMENT_SEES_NO_OTHER_ADAPTER = noClasses()
            .that()
            .resideInAPackage(CARE_MANAGEMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.camel..",
                    "ca.uhn..",
                    "org.hl7..",
                    FHIR,
                    LIFECARE,
                    PRIMARY_CARE,
                    NIGHT_PATROL,
                    BRIDGE);

    @ArchTest
    static final ArchRule PRIMARY_CARE_SEES_NO_OTHER_ADAPTER = noClasses()
            .that()
            .resideInAPackage(PRIMARY_CARE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", LIFECARE, CARE_MANAGEMENT, NIGHT_PATROL, BRIDGE);

    @ArchTest
    static final ArchRule THE_NIGHT_PATROL_SEES_NO_OTHER_ADAPTER = noClasses()
            .that()
            .resideInAPackage(NIGHT_PATROL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "ca.uhn..",
                    "org.hl7..",
                    FHIR,
                    LIFECARE,
                    CARE_MANAGEMENT,
                    PRIMARY_CARE,
                    BRIDGE);

    @ArchTest
    static final ArchRule MAPPERS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("..mapper..", "..mapping..", "..compose..", "..disclosure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.camel..", "java.net.http..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule MAPPERS_HAVE_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("..mapper..", "..mapping..", "..compose..", "..disclosure..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule THE_LEDGER_STANDS_BELOW_THE_ROUTES = noClasses()
            .that()
            .resideInAPackage("se.omsorgsbron.bridge.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "se.omsorgsbron.bridge.deliver..",
                    "se.omsorgsbron.bridge.observe..",
                    "se.omsorgsbron.bridge.app..",
                    "se.omsorgsbron.bridge.config..");
}
