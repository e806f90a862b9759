package io.proviso.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.proviso.units.planted.Impure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that neither {@code module-info} nor the reactor can hold. None has an exemption. */
class HouseRulesTest {
    private static final JavaClasses MAIN = House.mainClasses();
    private static final String[] PURE = House.packages(House.pureModules());

    /** No java.io, java.nio.file, java.net, java.sql or java.util.logging; of java.util.concurrent only the table that remembers what was computed. */
    private static final DescribedPredicate<JavaClass> THINKING = resideInAnyPackage(
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio.charset",
                    "java.security",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .and(not(
                    belongToAnyOf(Thread.class, ThreadLocal.class, Runtime.class, Process.class, ProcessBuilder.class)))
            .or(belongToAnyOf(ConcurrentMap.class, ConcurrentHashMap.class));

    @Test
    void everyModuleOfTheBuildHasItsPlaceInTheHouse() throws Exception {
        var placed = Stream.of(House.pureModules(), House.ADAPTERS, House.PROCESSES, House.BESIDE)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(new RootPom().modules()), placed);
    }

    @ParameterizedTest
    @FieldSource("io.proviso.house.House#PURE")
    void aPureModuleSeesOnlyPurerModulesAndTheThinkingPartOfTheJdk(House.PureModule module) {
        check(pure(module));
    }

    private static ArchRule pure(House.PureModule module) {
        String own = House.packageOf(module.name());
        return classes()
                .that(resideInAPackage(own))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(own)
                        .or(resideInAnyPackage(House.packages(module.sees())))
                        .or(THINKING))
                .because("decisions are pure: what they need from outside is handed to them");
    }

    @ParameterizedTest
    @FieldSource("io.proviso.house.House#ADAPTERS")
    void anAdapterSeesPureModulesOnly(String module) {
        String own = House.packageOf(module);
        check(noClasses()
                .that(resideInAPackage(own))
                .should()
                .dependOnClassesThat(resideInAPackage("io.proviso..")
                        .and(not(resideInAPackage(own)))
                        .and(not(resideInAnyPackage(PURE)))));
    }

    @ParameterizedTest
    @FieldSource("io.proviso.house.House#LIBRARIES")
    void aLibraryStaysInOneModule(House.Library library) {
        check(noClasses()
                .that(not(resideInAPackage(House.packageOf(library.home()))))
                .should()
                .dependOnClassesThat(resideInAPackage(library.root() + "..")));
    }

    @Test
    void aDecisionDoesNotReadTheClockTheMachineOrChance() {
        check(decided());
    }

    private static ArchRule decided() {
        return noClasses()
                .that(resideInAnyPackage(PURE))
                .should()
                .accessTargetWhere(Ambient.ACCESS)
                .because("the same inputs must give the same bytes, in the server and in a replay");
    }

    @Test
    void pureModulesKeepNothingBetweenCalls() {
        check(forgetful());
    }

    private static ArchRule forgetful() {
        return fields().that()
                .areDeclaredInClassesThat(resideInAnyPackage(PURE))
                .and()
                .areStatic()
                .should()
                .beFinal();
    }

    @Test
    void aRoomOfAPureModuleIsAsPureAsTheModule() {
        var planted = new ClassFileImporter().importClasses(Impure.class);
        var units = House.PURE.stream()
                .filter(module -> module.name().equals("units"))
                .findFirst();
        for (var rule : List.of(pure(units.orElseThrow()), decided(), forgetful())) {
            assertTrue(rule.evaluate(planted).hasViolation(), rule::getDescription);
        }
    }

    @Test
    void onlyOneClassWritesToPeopleAndOnlyOneWritesFiles() {
        check(escaping());
    }

    private static ArchRule escaping() {
        return noClasses()
                .should()
                .accessTargetWhere(WaysOut.TO_PEOPLE)
                .orShould()
                .accessTargetWhere(WaysOut.TO_FILES)
                .because("what is printed or written passes one place, which shows what would move a cursor or not be"
                        + " seen");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WaysOutPlanted.Prints.class,
                WaysOutPlanted.Traces.class,
                WaysOutPlanted.Wraps.class,
                WaysOutPlanted.Opens.class,
                WaysOutPlanted.Writes.class,
                WaysOutPlanted.Formats.class
            })
    void whoWritesPastThatClassIsFound(Class<?> planted) {
        assertTrue(escaping()
                .evaluate(new ClassFileImporter().importClasses(planted))
                .hasViolation());
    }

    @Test
    void aNameSaysWhatTheThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data)")
                .orShould()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z][^.$]*"));
    }

    @Test
    void noRoomSeesTheRoomThatSeesIt() {
        check(slices().matching("io.proviso.(**)").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aRoomLiesOneLevelDeepAndHasAtMostFortyFiles(JavaPackage room) {
        assertTrue(room.getName().matches("io\\.proviso\\.\\w+(\\.\\w+)?"), room.getName());
        var files = room.getClasses().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.isArray() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertTrue(files.size() <= 40, () -> room.getName() + " has " + files.size() + " files: " + files);
    }

    /** Two types of one name would be told apart by their imports alone. Nothing of the test kit ships. */
    @Test
    void noTwoPublicTypesHaveOneName() {
        var homes = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().startsWith("io.proviso.testkit"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toSet())));
        assertTrue(homes.size() > 400, "public types were found: " + homes.size());
        homes.values().removeIf(packages -> packages.size() == 1);
        assertEquals(Map.of(), homes);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageIsNullMarked(JavaPackage javaPackage) {
        assertEquals(true, javaPackage.isAnnotatedWith(NullMarked.class), javaPackage.getName());
    }

    private static List<JavaPackage> packages() {
        return MAIN.stream().map(JavaClass::getPackage).distinct().toList();
    }

    private static void check(ArchRule rule) {
        // A module may still be empty.
        rule.allowEmptyShould(true).check(MAIN);
    }
}
