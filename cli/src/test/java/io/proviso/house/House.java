package io.proviso.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** Who may see whom. A new module gets its row here, or {@link HouseRulesTest} fails. */
final class House {
    /** Pure modules decide; they know neither the machine nor the hour. */
    static final List<PureModule> PURE = List.of(
            new PureModule("units", List.of()),
            new PureModule("calendar", List.of("units")),
            new PureModule("agreement", List.of("units", "calendar")),
            new PureModule("desk", List.of("units", "calendar", "agreement")),
            new PureModule("charts", List.of("units")),
            new PureModule("counsel", List.of("units", "calendar", "agreement", "charts")),
            new PureModule("replay", List.of("units", "calendar", "agreement", "desk", "charts")),
            new PureModule("faults", List.of("units", "calendar", "agreement", "desk")));

    /** Adapters hold one outside thing each and see pure modules only. */
    static final List<String> ADAPTERS = List.of("reader");

    /** Processes see all of the above, never each other. */
    static final List<String> PROCESSES = List.of("cli");

    /** No main code sees them: they test and measure what the others do. */
    static final List<String> BESIDE = List.of("testkit", "perf");

    /** A library is known to one module, so that it can be replaced there. */
    static final List<Library> LIBRARIES = List.of(
            new Library("org.snakeyaml", "reader"),
            new Library("picocli", "cli"),
            new Library("com.fasterxml.jackson", "cli"),
            new Library("io.modelcontextprotocol", "cli"),
            new Library("me.tongfei.progressbar", "cli"));

    record PureModule(String name, List<String> sees) {}

    record Library(String root, String home) {}

    private House() {}

    static JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.proviso");
    }

    static List<String> pureModules() {
        return PURE.stream().map(PureModule::name).toList();
    }

    static String[] packages(List<String> modules) {
        return modules.stream().map(House::packageOf).toArray(String[]::new);
    }

    /** The rooms of a module as well. */
    static String packageOf(String module) {
        return "io.proviso." + module + "..";
    }
}
