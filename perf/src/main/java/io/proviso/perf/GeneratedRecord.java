package io.proviso.perf;

import io.proviso.units.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.SplittableRandom;

/**
 * A portfolio of many rights with a record of many rounds. Every right has a tail over four bounds; a request is put to every holder,
 * one request every thirty days, and most of them refuse. So each right has as many tails that run as its tail has months, and many
 * that are over.
 */
final class GeneratedRecord {
    static final Instant BEGINS = Instant.parse("2015-01-05T15:00:00Z");

    private static final String[] PROVIDERS = {"north", "south", "east", "west"};
    private static final Duration BETWEEN_REQUESTS = Duration.ofDays(30);

    private final int rights;
    private final int months;
    private final SplittableRandom random;

    private GeneratedRecord(int rights, int months, long seed) {
        this.rights = rights;
        this.months = months;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A temporary directory.
     *
     * @param months how long every tail is
     */
    static Path directory(int rights, int rounds, int months, long seed) throws IOException {
        var directory = Files.createTempDirectory("proviso-perf");
        var calendar = Path.of("calendars", "us-federal.yaml");
        Files.createDirectories(directory.resolve("calendars"));
        Files.copy(Figures.example().resolve(calendar), directory.resolve(calendar));
        var generated = new GeneratedRecord(rights, months, seed);
        Files.writeString(directory.resolve("portfolio.yaml"), """
                portfolio: generated
                zone: UTC
                silence: {acquire: permitted}
                desk: {act: acquire, supplier: provider, quantity: gpus, workload: workload}
                """);
        Files.writeString(directory.resolve("vocabulary.yaml"), """
                acts:
                  acquire: {means: rent capacity, takes: [provider, workload, gpus, price, refusal]}
                facets:
                  provider: {values: [own, %s]}
                  workload: {values: [training, inference]}
                  gpus: {count: GPUs}
                  price: {money: USD}
                  refusal: {values: [none, open, declined, lapsed, waived, accepted], supplied-by: desk, default: none}
                """.formatted(String.join(", ", PROVIDERS)));
        var agreements = Files.createDirectories(directory.resolve("agreements"));
        for (int right = 0; right < rights; right++) {
            Files.writeString(agreements.resolve(name(right) + ".yaml"), generated.agreement(right));
        }
        Files.writeString(directory.resolve("record.yaml"), generated.record(rounds));
        return directory;
    }

    private static String name(int right) {
        return "right-%03d".formatted(right);
    }

    private String agreement(int right) {
        return """
                agreement: %1$s
                basis: made up by a generator
                zone: America/New_York
                calendar: us-federal
                parties: {customer: customer, holder-%2$d: provider of own}
                silence: {acquire: permitted}
                instruments:
                - instrument: contract
                  type: definitive
                  effective: 2014-01-01
                  source: {title: made up, confidence: assumed}
                  clauses:
                  - clause: first
                    says: made up
                    first-refusal:
                      holder: holder-%2$d
                      on: {act: acquire, provider: {not: [own]}}
                      window: 10 business days
                      on-lapse: decline
                      partial: any
                      tail:
                        for: %3$d months
                        no-more-favourable:
                          {price: {within: 5 %%, direction: lower}, start: 30 days, term: {within: 10 %%, direction: higher}, counterparty: yes}
                """.formatted(name(right), right, months);
    }

    private String record(int rounds) {
        var text = new StringBuilder("record:\n");
        for (int round = 0; round < rounds; round++) {
            int request = round / rights;
            var sent = BEGINS.plus(BETWEEN_REQUESTS.multipliedBy(request));
            var provider = PROVIDERS[request % PROVIDERS.length];
            long gpus = 1_000L * (1 + request % 9);
            var price = Money.ofMinor(150 + request % 100, Currency.getInstance("USD"));
            text.append("- round: n-%d%n".formatted(round))
                    .append("  right: %s/first%n".formatted(name(round % rights)))
                    .append("  request: r-%d%n".formatted(request))
                    .append("  put: {gpus: %d, provider: %s, price: %s, start: %s, term: 12 months}%n"
                            .formatted(gpus, provider, price, sent.plus(Duration.ofDays(180))))
                    .append("  notice: {sent: %1$s, received: %1$s}%n".formatted(sent));
            answer(text, sent.plus(Duration.ofHours(1 + random.nextInt(150))));
            text.append("  source: {title: made up, confidence: assumed}\n");
        }
        return text.toString();
    }

    private void answer(StringBuilder text, Instant at) {
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> text.append("  steps: [{answer: waive, at: %s}]%n".formatted(at));
            default -> text.append("  steps: [{answer: decline, at: %s}]%n".formatted(at));
        }
    }
}
