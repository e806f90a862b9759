package io.proviso.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The cases of {@code rounds/cases.yaml}, and the portfolio of each, written out as the files that somebody would write. */
record RoundCases(Map<String, Object> document) {
    static RoundCases read() throws IOException {
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        try (InputStream file = Objects.requireNonNull(RoundCases.class.getResourceAsStream("/rounds/cases.yaml"))) {
            return new RoundCases(map(new Load(settings).loadFromInputStream(file)));
        }
    }

    /** A question with what is expected of it, of a case or of what stands beside it. */
    record Asked(
            String name,
            String portfolio,
            Map<String, Object> with,
            List<Object> record,
            Map<String, Object> facts,
            String asOf,
            @Nullable String knownAt,
            @Nullable String request,
            String ask,
            Map<String, Object> expect) {
        @Nullable
        String expected(String key) {
            var value = expect.get(key);
            return value == null ? null : String.valueOf(value);
        }
    }

    List<Asked> asked() {
        var all = new ArrayList<Asked>();
        for (var each : list(document.get("cases"))) {
            var one = map(each);
            var head = map(one.get("case"));
            var first = asked(String.valueOf(head.get("id")), head, one, map(one.get("expect")), one);
            var under = one.containsKey("under") ? map(one.get("under")) : Map.<String, Object>of();
            var settled = new LinkedHashMap<>(first.expect());
            for (var rule : under.entrySet()) {
                var says = map(rule.getValue());
                if (says.containsKey("ask") || says.containsKey("as-of") || says.containsKey("with")) {
                    all.add(asked(first.name() + " " + rule.getKey(), head, one, says, says));
                } else if (!says.containsKey("asks")) {
                    settled.remove("outcome-not");
                    settled.putAll(says);
                }
            }
            all.add(new Asked(
                    first.name(),
                    first.portfolio(),
                    first.with(),
                    first.record(),
                    first.facts(),
                    first.asOf(),
                    first.knownAt(),
                    first.request(),
                    first.ask(),
                    settled));
            int number = 0;
            for (var also : one.containsKey("also") ? list(one.get("also")) : List.of()) {
                var other = map(also);
                all.add(asked(first.name() + " also " + ++number, head, one, map(other.get("expect")), other));
            }
        }
        return all;
    }

    private Asked asked(
            String name,
            Map<String, Object> head,
            Map<String, Object> one,
            Map<String, Object> expect,
            Map<String, Object> other) {
        var with = new LinkedHashMap<>(one.containsKey("with") ? map(one.get("with")) : Map.of());
        if (!other.equals(one) && other.get("with") instanceof Map<?, ?> more) {
            more.forEach((clause, terms) -> {
                var both =
                        new LinkedHashMap<String, Object>(with.containsKey(clause) ? map(with.get(clause)) : Map.of());
                both.putAll(map(terms));
                with.put(String.valueOf(clause), both);
            });
        }
        return new Asked(
                name,
                String.valueOf(head.get("portfolio")),
                map(with),
                one.containsKey("record") ? list(one.get("record")) : List.of(),
                one.containsKey("facts") ? map(one.get("facts")) : Map.of(),
                String.valueOf(other.getOrDefault("as-of", head.get("as-of"))),
                word(other, one, "known-at"),
                word(other, one, "request"),
                Objects.requireNonNull(word(other, one, "ask")),
                expect);
    }

    private static @Nullable String word(Map<String, Object> other, Map<String, Object> one, String key) {
        var value = other.containsKey(key) ? other.get(key) : one.get(key);
        return value == null ? null : String.valueOf(value);
    }

    /** Writes the portfolio of a case into an empty directory. */
    void write(Asked asked, Path directory) throws IOException {
        var common = map(document.get("common"));
        var portfolio = map(map(document.get("portfolios")).get(asked.portfolio()));
        Files.createDirectories(directory.resolve("agreements"));
        Files.createDirectories(directory.resolve("calendars"));
        var header = new LinkedHashMap<String, Object>();
        header.put("portfolio", asked.portfolio());
        header.put("zone", portfolio.get("zone"));
        header.put("silence", portfolio.get("silence"));
        if (portfolio.containsKey("desk")) {
            header.put("desk", portfolio.get("desk"));
        }
        write(directory.resolve("portfolio.yaml"), header);
        var acts = new LinkedHashMap<String, Object>();
        map(portfolio.get("acts")).forEach((act, takes) -> acts.put(act, Map.of("means", "to " + act, "takes", takes)));
        var facets = new LinkedHashMap<>(map(portfolio.get("facets")));
        facets.put("refusal", common.get("refusal"));
        write(directory.resolve("vocabulary.yaml"), Map.of("acts", acts, "facets", facets));
        var holidays = new ArrayList<Object>();
        list(map(document.get("calendar")).get("us"))
                .forEach(day -> holidays.add(Map.of(
                        "date",
                        day,
                        "recorded",
                        day.equals("2026-06-19") ? "2021-06-17" : "2020-01-01",
                        "source",
                        "invented")));
        write(
                directory.resolve("calendars/us.yaml"),
                Map.of("name", "us", "weekend", List.of("saturday", "sunday"), "holidays", holidays));
        agreements(asked, portfolio, common, directory);
        var rounds = new ArrayList<Object>();
        for (var entry : asked.record()) {
            var round = new LinkedHashMap<>(map(entry));
            round.putIfAbsent("source", new LinkedHashMap<>(map(common.get("source-of-rounds"))));
            rounds.add(round);
        }
        write(directory.resolve("record.yaml"), Map.of("record", rounds));
    }

    private static void agreements(
            Asked asked, Map<String, Object> portfolio, Map<String, Object> common, Path directory) throws IOException {
        var byAgreement = new LinkedHashMap<String, List<Map.Entry<String, Object>>>();
        map(portfolio.get("clauses"))
                .entrySet()
                .forEach(clause -> byAgreement
                        .computeIfAbsent(clause.getKey().split("/", 2)[0], _ -> new ArrayList<>())
                        .add(clause));
        for (var agreement : byAgreement.entrySet()) {
            var parties = new LinkedHashMap<String, Object>();
            parties.put("us", "customer");
            var clauses = new ArrayList<Object>();
            for (var clause : agreement.getValue()) {
                var body = new LinkedHashMap<>(map(clause.getValue()));
                var right = new LinkedHashMap<>(map(body.get("first-refusal")));
                if (asked.with().containsKey(clause.getKey())) {
                    right.putAll(map(asked.with().get(clause.getKey())));
                }
                if (right.containsKey("stages")) {
                    right.remove("window");
                }
                parties.put(String.valueOf(right.get("holder")), "financier");
                body.put("first-refusal", right);
                var written = new LinkedHashMap<String, Object>();
                written.put("clause", clause.getKey().split("/", 2)[1]);
                written.put("says", "invented for a case");
                written.putAll(body);
                clauses.add(written);
            }
            var own = portfolio.containsKey("agreements")
                    ? map(map(portfolio.get("agreements")).get(agreement.getKey()))
                    : portfolio;
            var file = new LinkedHashMap<String, Object>();
            file.put("agreement", agreement.getKey());
            file.put("basis", "invented");
            file.put("zone", portfolio.get("zone"));
            file.put("calendar", "us");
            file.put("cutoff", portfolio.getOrDefault("cutoff", common.get("cutoff")));
            file.put("parties", parties);
            file.put("silence", own.get("silence"));
            var instrument = new LinkedHashMap<>(map(common.get("instrument")));
            instrument.put("instrument", "paper");
            instrument.put("clauses", clauses);
            file.put("instruments", List.of(instrument));
            write(directory.resolve("agreements/" + agreement.getKey() + ".yaml"), file);
        }
    }

    private static void write(Path file, Map<String, Object> content) throws IOException {
        var settings = DumpSettings.builder().setSchema(new FailsafeSchema()).build();
        Files.writeString(file, new Dump(settings).dumpToString(content));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object some) {
        return (Map<String, Object>) Objects.requireNonNull(some);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object some) {
        return (List<Object>) Objects.requireNonNull(some);
    }
}
