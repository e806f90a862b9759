package io.proviso.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that show the way through the code: what they draw and name is there, and all of it. */
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root"));
    private static final Path DOCS = ROOT.resolve("docs");
    private static final JavaClasses MAIN = House.mainClasses();
    /** A type, or one within another, alone in its code marks; an act, an outcome or a key is no type. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w*(?:\\.[A-Z][a-z]\\w*)*)`");

    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|^import[^;]*;", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- rooms -->\\n).*?(?=<!-- end of rooms -->)", Pattern.DOTALL);

    @Test
    void theFloorsAreDrawnAsTheClassesHaveThem() throws Exception {
        var svg = plan().svg();
        var file = DOCS.resolve("architecture.svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, svg);
        }
        assertEquals(Files.readString(file), svg, "the picture is old: look at it after -Dgolden.update=true");
    }

    @Test
    void everyRoomStandsInTheTableWithItsSentence() throws Exception {
        var file = DOCS.resolve("architecture.md");
        var text = Files.readString(file);
        var table = plan().table();
        if (Boolean.getBoolean("golden.update")) {
            text = TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table));
            Files.writeString(file, text);
        }
        var found = TABLE.matcher(text);
        assertTrue(found.find(), "docs/architecture.md has no table of rooms");
        assertEquals(table, found.group(), "the table is old: read it after -Dgolden.update=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"architecture.md", "words.md", "recipes.md"})
    void everyTypeThatIsNamedExists(String document) throws Exception {
        var known = MAIN.stream().map(ArchitectureTest::nested).collect(Collectors.toCollection(TreeSet::new));
        sources("test").stream().map(ArchitectureTest::type).forEach(known::add);
        var unknown = new TreeSet<String>();
        var matcher = TYPE.matcher(Files.readString(DOCS.resolve(document)));
        while (matcher.find()) {
            if (!known.contains(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    /** {@code Round.Step} of {@code io.proviso.agreement.Round$Step}. */
    private static String nested(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    @Test
    void thirtyWordsHaveAMeaningATypeAndAnExample() throws IOException {
        var rows = Files.readAllLines(DOCS.resolve("words.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| word |"))
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|", -1)))
                .toList();
        assertTrue(rows.size() >= 30, () -> "only " + rows.size());
        var words = new ArrayList<String>();
        for (var row : rows) {
            assertEquals(4, row.size(), row::toString);
            assertTrue(row.stream().noneMatch(String::isBlank), row::toString);
            assertTrue(TYPE.matcher(row.get(2)).find(), () -> "no type: " + row);
            words.add(row.getFirst().strip());
        }
        assertEquals(words.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), words);
        assertEquals(words.stream().distinct().toList(), words);
    }

    @Test
    void theRecipeForAKindOfClauseNamesEveryPlaceThatKnowsThemAll() throws Exception {
        var body = MAIN.get("io.proviso.agreement.clause.ClauseBody");
        var places = new TreeSet<>(knowing(leaves(body)));
        places.addAll(knowing(body.getSubclasses().stream()));
        places.remove(body.getSimpleName());
        assertEquals(places, namedIn("## A kind of clause"));
    }

    @Test
    void theRecipeForAnEventNamesEveryPlaceThatKnowsThemAll() throws Exception {
        assertEquals(knowing(leaves(MAIN.get("io.proviso.desk.Event"))), namedIn("## An event of the desk"));
    }

    /** Those whose code names all of these: each has to be told of one more. */
    private static Set<String> knowing(Stream<JavaClass> kinds) throws Exception {
        var names = kinds.map(type -> Pattern.compile("(?<![\\w.])(\\w+\\.)?" + type.getSimpleName() + "\\b"))
                .toList();
        var knowing = new TreeSet<String>();
        for (var file : sources("main")) {
            var code = NO_CODE.matcher(Files.readString(file)).replaceAll("");
            if (names.stream().allMatch(name -> name.matcher(code).find())) {
                knowing.add(type(file));
            }
        }
        return knowing;
    }

    private static Stream<JavaClass> leaves(JavaClass sealed) {
        return sealed.getAllSubclasses().stream()
                .filter(type -> type.getAllSubclasses().isEmpty());
    }

    private static List<Path> sources(String scope) throws Exception {
        var files = new ArrayList<Path>();
        for (var module : new RootPom().modules()) {
            var directory = ROOT.resolve(module).resolve("src").resolve(scope).resolve("java");
            if (Files.isDirectory(directory)) {
                try (var all = Files.walk(directory)) {
                    all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The types of the list under a heading of the recipes. */
    private static Set<String> namedIn(String heading) throws IOException {
        var text = Files.readString(DOCS.resolve("recipes.md"));
        int from = text.indexOf(heading);
        assertTrue(from >= 0, () -> "docs/recipes.md has no " + heading);
        int end = text.indexOf("\n## ", from + 1);
        return text.substring(from, end < 0 ? text.length() : end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FloorPlan plan() throws IOException {
        var modules = Stream.of(House.pureModules(), House.ADAPTERS, House.PROCESSES)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return new FloorPlan(Floors.of(MAIN, ROOT, modules));
    }
}
