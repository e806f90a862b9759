package io.proviso.reader.scenario;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.PortfolioFiles;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Diagnostic;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.reader.yaml.SourceText;
import io.proviso.reader.yaml.YamlFile;
import io.proviso.replay.study.Study;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenarios and the portfolios they name. A scenario may extend another file beside it: what it says itself replaces
 * what that file says, key by key at the top level.
 */
public final class ScenarioReader {
    private final Path directory;
    private final Map<String, Fields> files = new HashMap<>();
    private final SortedMap<String, String> digests = new TreeMap<>();
    private final Map<Path, Portfolio> portfolios = new HashMap<>();
    private final Set<String> extended = new HashSet<>();
    /** A set, because what is wrong with a file that several scenarios extend is wrong once. */
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    private ScenarioReader(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads one file, or all files of a directory that name a scenario, in the order of their names.
     *
     * @throws BadFiles with every problem of every scenario, or of a portfolio, if there is one
     */
    public static List<ScenarioFile> read(Path path) {
        boolean several = Files.isDirectory(path);
        Path parent = several ? path : path.toAbsolutePath().getParent();
        var reader = new ScenarioReader(parent == null ? path : parent);
        List<String> names = several ? reader.list() : List.of(String.valueOf(path.getFileName()));
        List<ScenarioFile> scenarios = new ArrayList<>();
        Set<String> others = new LinkedHashSet<>();
        for (String name : names) {
            Fields file = name.endsWith(".yaml") || !several ? reader.load(name) : reader.misnamed(name);
            if (file != null && (file.has("scenario") || !several)) {
                reader.decode(name, file, scenarios);
            } else if (file != null) {
                others.add(name);
            }
        }
        others.removeAll(reader.extended);
        // A file that could not be read may be the one that extends it.
        if (reader.files.size() == names.size()) {
            others.forEach(reader::refuseUnused);
        }
        if (scenarios.isEmpty() && reader.found.isEmpty()) {
            Place whole = SourceText.of(path.toString(), "").whole();
            reader.found.add(new Diagnostic(
                    whole,
                    "there is no scenario here",
                    "A scenario is a .yaml file that begins with 'scenario: NAME'."));
        }
        if (!reader.found.isEmpty()) {
            throw new BadFiles(reader.found.stream()
                    .sorted(Comparator.comparing(Diagnostic::place))
                    .toList());
        }
        return scenarios;
    }

    private List<String> list() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && PortfolioFiles.isYaml(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            Place whole = SourceText.of(directory.toString(), "").whole();
            found.add(new Diagnostic(whole, "the directory cannot be listed", "Check its permissions."));
            return List.of();
        }
    }

    private @Nullable Fields misnamed(String name) {
        Place whole = SourceText.of(name, "").whole();
        found.add(new Diagnostic(whole, "a scenario has no such file name", "Files of scenarios end in .yaml."));
        return null;
    }

    /** A file whose key {@code scenario} is misspelt would be left out of the comparison, and nobody would see. */
    private void refuseUnused(String name) {
        Place whole = SourceText.of(name, "").whole();
        found.add(new Diagnostic(
                whole,
                "this file names no scenario, and no scenario here extends it",
                "Begin it with 'scenario: NAME', or put it elsewhere."));
    }

    private @Nullable Fields load(String name) {
        if (files.containsKey(name)) {
            return files.get(name);
        }
        var problems = new Problems();
        byte[] bytes = YamlFile.load(directory.resolve(name), name, problems);
        Fields file = bytes == null ? null : YamlFile.parse(name, bytes, problems);
        if (bytes != null && file != null) {
            files.put(name, file);
            digests.put(name, Sha256.of(bytes));
        }
        take(problems);
        return file;
    }

    private void decode(String name, Fields file, List<ScenarioFile> scenarios) {
        var problems = new Problems();
        SortedMap<String, String> read = new TreeMap<>();
        read.put(name, digest(name));
        Fields whole = extended(file, read, problems);
        Mapping mapping = whole == null ? null : Mapping.of(whole, ScenarioGrammar.SCENARIO, "", problems);
        Portfolio portfolio = mapping == null ? null : portfolio(mapping, problems);
        if (mapping != null && portfolio != null) {
            var decoder = new ScenarioDecoder(problems, portfolio);
            var scenario = decoder.scenario(mapping);
            var varied = new Study.Varied(decoder.sweep(mapping), decoder.acceptance(mapping));
            if (scenario != null) {
                scenarios.add(new ScenarioFile(scenario, portfolio, varied, read));
            }
        }
        take(problems);
    }

    private @Nullable Fields extended(Fields file, SortedMap<String, String> read, Problems problems) {
        Node named = file.value("extends");
        if (named == null) {
            return file;
        }
        if (!(named instanceof Text base) || !Scalars.isName(base)) {
            problems.add(named.place(), "a scenario extends a file beside it", "Write its name only, as in base.yaml.");
            return null;
        }
        extended.add(base.value());
        Fields common = load(base.value());
        if (common == null) {
            problems.addOfSense(base.place(), "the file that this scenario extends cannot be read", null);
            return null;
        }
        read.put(base.value(), digest(base.value()));
        Field again = common.fields().get("extends");
        if (again != null) {
            problems.addOfSense(
                    again.key().place(), "a file that is extended extends nothing itself", "Join the two files.");
            return null;
        }
        Map<String, Field> fields = new LinkedHashMap<>(common.fields());
        fields.putAll(file.fields());
        return new Fields(fields, file.place());
    }

    private @Nullable Portfolio portfolio(Mapping file, Problems problems) {
        String named = file.prose("portfolio");
        if (named == null) {
            return null;
        }
        Path path = directory.resolve(named).normalize();
        if (!Files.isDirectory(path)) {
            problems.addOfSense(
                    file.place("portfolio"),
                    "there is no directory '" + named + "'",
                    "Name the directory of the portfolio, from where this file is.");
            return null;
        }
        return portfolios.computeIfAbsent(path, PortfolioReader::read);
    }

    private void take(Problems problems) {
        if (!problems.isEmpty()) {
            found.addAll(problems.exception().diagnostics());
        }
    }

    private String digest(String name) {
        return digests.getOrDefault(name, "");
    }
}
