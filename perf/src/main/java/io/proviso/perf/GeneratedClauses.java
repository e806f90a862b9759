package io.proviso.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;

/** A portfolio in the words of the example with one more agreement of generated permissions and prohibitions. */
final class GeneratedClauses {
    private static final String[] PROVIDERS = {"azure", "oracle", "coreweave", "aws", "google", "own"};
    private static final String[] WORKLOADS = {"pre-training", "post-training", "research", "inference"};
    private static final String[] PRODUCTS = {"api", "chatgpt", "frontier", "stateful-runtime", "other"};
    private static final String[] REGIONS = {"us", "other"};
    private static final int CLAUSES_PER_INSTRUMENT = 40;

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();

    private GeneratedClauses(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A temporary directory. */
    static Path directory(int clauses, long seed) throws IOException {
        var directory = Files.createTempDirectory("proviso-perf");
        for (var name : new String[] {"portfolio.yaml", "vocabulary.yaml", "calendars/us-federal.yaml"}) {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.copy(Figures.example().resolve(name), directory.resolve(name));
        }
        var agreements = Files.createDirectories(directory.resolve("agreements"));
        Files.writeString(agreements.resolve("generated.yaml"), new GeneratedClauses(seed).agreement(clauses));
        return directory;
    }

    static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String agreement(int clauses) {
        text.append("""
                agreement: generated
                basis: made up by a generator
                zone: America/Los_Angeles
                parties: {openai: customer, microsoft: provider of azure}
                silence: {acquire: permitted, host: permitted}
                instruments:
                """);
        for (int clause = 0; clause < clauses; clause++) {
            if (clause % CLAUSES_PER_INSTRUMENT == 0) {
                instrument(clause / CLAUSES_PER_INSTRUMENT);
            }
            clause(clause);
        }
        return text.toString();
    }

    private void instrument(int number) {
        text.append("""
                - instrument: part-%1$d
                  type: %2$s
                  effective: 2025-%3$02d-01
                  source: {title: made up, confidence: assumed}
                  clauses:
                """.formatted(number, number == 0 ? "definitive" : "amendment", number + 1));
    }

    private void clause(int number) {
        boolean permits = random.nextInt(3) == 0;
        text.append("  - clause: c-%d%n    says: made up%n    until: 2027-01-01%n".formatted(number));
        if (number > 0 && random.nextBoolean()) {
            text.append("    overrides: [c-%d]%n".formatted(random.nextInt(number)));
        }
        text.append(permits ? "    permission: {" : "    prohibition: {")
                .append(permits ? "on: {" : "for: microsoft, on: {")
                .append(scope())
                .append("}}\n");
    }

    private String scope() {
        var common = "provider: {not: [%s]}, workload: [%s], region: %s"
                .formatted(any(PROVIDERS), any(WORKLOADS), any(REGIONS));
        return random.nextBoolean()
                ? "act: acquire, " + common
                : "act: host, " + common + ", product: [" + any(PRODUCTS) + "]";
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
