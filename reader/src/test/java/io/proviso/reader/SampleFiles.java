package io.proviso.reader;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.AgreementDecoder;
import io.proviso.reader.portfolio.CalendarDecoder;
import io.proviso.reader.portfolio.CalendarFile;
import io.proviso.reader.portfolio.PortfolioDecoder;
import io.proviso.reader.portfolio.PortfolioFiles;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.portfolio.VocabularyDecoder;
import io.proviso.reader.scenario.ScenarioDecoder;
import io.proviso.reader.scenario.ScenarioGrammar;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every file of the examples and of the portfolios of the tests, of its kind, and what the reader makes of its form. */
record SampleFiles(List<Sample> samples) {
    private static final Portfolio EXAMPLE = PortfolioReader.read(Schemas.ROOT.resolve("examples/microsoft-openai"));
    private static final Portfolio COMPLETE = PortfolioFixture.of("complete").read();

    /** One file as it is. */
    record Sample(String kind, String name, Tree tree, Portfolio portfolio) {
        /** What the reader finds wrong with the form of such a file; null if nothing. */
        @Nullable
        String refusal(String yaml) {
            var problems = new Problems();
            Node.Fields document = YamlFile.parse(name, yaml.getBytes(StandardCharsets.UTF_8), problems);
            if (document != null) {
                decode(document, problems);
            }
            return problems.isFormed() ? null : problems.exception().text();
        }

        private void decode(Node.Fields document, Problems problems) {
            switch (kind) {
                case "portfolio" -> new PortfolioDecoder(problems).header(document);
                case "vocabulary" -> new VocabularyDecoder(problems).decode(document);
                case "pins" -> new PortfolioDecoder(problems).pins(document, ZoneOffset.UTC);
                case "record" -> new PortfolioDecoder(problems).record(document, ZoneOffset.UTC);
                case "agreement" -> new AgreementDecoder(problems).decode(document);
                case "calendar" ->
                    new CalendarDecoder(problems, ZoneOffset.UTC, (_, _) -> null)
                            .decode(new CalendarFile(name, document));
                case "cases" -> {
                    Mapping file = Objects.requireNonNull(Mapping.of(document, CasesGrammar.CASES, "", problems));
                    file.prose("portfolio");
                    new CasesReader(problems, ZoneOffset.UTC).cases(file);
                }
                case "needs" ->
                    new NeedsReader(problems, portfolio)
                            .needs(Objects.requireNonNull(Mapping.of(document, NeedsGrammar.NEEDS, "", problems)));
                case "questions" -> {
                    Mapping file = Objects.requireNonNull(Mapping.of(document, NeedsGrammar.QUESTIONS, "", problems));
                    file.prose("portfolio");
                    new QuestionsReader(problems, portfolio).questions(file);
                }
                case "scenario" -> {
                    Mapping file = Objects.requireNonNull(Mapping.of(document, ScenarioGrammar.SCENARIO, "", problems));
                    file.prose("portfolio");
                    file.name("extends");
                    var decoder = new ScenarioDecoder(problems, portfolio);
                    decoder.scenario(file);
                    decoder.sweep(file);
                    decoder.acceptance(file);
                }
                default -> throw new AssertionError(kind);
            }
        }
    }

    static SampleFiles all() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String fixture : List.of("small", "complete")) {
            PortfolioFixture.of(fixture)
                    .files()
                    .forEach((name, bytes) -> samples.add(sample(Schemas.kind(name), name, bytes, COMPLETE)));
        }
        Path examples = Schemas.ROOT.resolve("examples");
        for (String portfolio : List.of("microsoft-openai", "consents")) {
            Path directory = examples.resolve(portfolio);
            PortfolioFiles.in(directory, new Problems())
                    .contents()
                    .forEach((name, bytes) -> samples.add(sample(Schemas.kind(name), name, bytes, EXAMPLE)));
            Path cases = directory.resolve("cases.yaml");
            samples.add(sample("cases", "cases.yaml", Files.readAllBytes(cases), EXAMPLE));
        }
        for (String kind : List.of("needs", "questions")) {
            Path file = PortfolioFixture.resource("portfolios/complete").resolve(kind + ".yaml");
            samples.add(sample(kind, kind + ".yaml", Files.readAllBytes(file), COMPLETE));
        }
        for (Path file : yaml(examples.resolve("calendars"))) {
            samples.add(sample("calendar", file.getFileName().toString(), Files.readAllBytes(file), EXAMPLE));
        }
        samples.addAll(scenarios(examples.resolve("scenarios"), EXAMPLE));
        samples.addAll(scenarios(examples.resolve("rights"), EXAMPLE));
        samples.addAll(scenarios(PortfolioFixture.resource("scenarios"), COMPLETE));
        return new SampleFiles(samples);
    }

    /** Each joined with what it extends, as the reader sees it. */
    private static List<Sample> scenarios(Path directory, Portfolio portfolio) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Map<?, ?> base = map(directory.resolve("base.yaml"));
        for (Path file : yaml(directory)) {
            Map<Object, @Nullable Object> whole = new LinkedHashMap<>(base);
            whole.putAll(map(file));
            whole.remove("extends");
            if (whole.containsKey("scenario")) {
                samples.add(new Sample("scenario", file.getFileName().toString(), new Tree(whole), portfolio));
            }
        }
        return samples;
    }

    private static Map<?, ?> map(Path file) throws IOException {
        Object root = sample("scenario", "scenario.yaml", Files.readAllBytes(file), COMPLETE)
                .tree()
                .root();
        return (Map<?, ?>) Objects.requireNonNull(root);
    }

    private static List<Path> yaml(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Sample sample(String kind, String name, byte[] bytes, Portfolio portfolio) {
        Node.Fields document = YamlFile.parse(name, bytes, new Problems());
        return new Sample(kind, name, Tree.of(Objects.requireNonNull(document, name)), portfolio);
    }
}
