package io.proviso.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Spoils a tree in one to three places, or only changes it: what comes out may be right as well as wrong. */
final class Mutations {
    private static final List<String> WORDS = List.of(
            // dates and instants
            "2025-02-29",
            "2024-02-29",
            "1900-02-29",
            "0000-01-01",
            "0999-12-31",
            "1000-01-01",
            "9999-12-31",
            "10000-01-01",
            "2025-1-1",
            "2025-06-31",
            "2025-01-21T24:00Z",
            "2025-01-21T23:59Z",
            "2025-01-21T09:00:00-08:00",
            "2025-01-21 09:00Z",
            "2025-01-21T09:00:00.123456789Z",
            "2025-01-21T09:00:00.1234567891Z",
            "2025-01-21T09:00+18:00",
            "2025-01-21T09:00+18:01",
            "2025-01-21T09:00",
            "2030",
            "17:00",
            "24:00",
            "9:00",
            "17:00:30",
            "17:00:60",
            // lengths of time
            "0 days",
            "1 day",
            "1 days",
            "36525 days",
            "36526 days",
            "10 business days",
            "0 business days",
            "10  business  days",
            "876600 hours",
            "876601 hours",
            "0 hours",
            "-1 days",
            "1 month",
            "1200 months",
            "1201 months",
            "400 quarters",
            "401 quarters",
            "100 years",
            "101 years",
            "0 years",
            "5 minutes",
            "0 minutes",
            "99999 minutes",
            "100000 minutes",
            "007 days",
            "10 weeks",
            "1.5 days",
            // money, shares, numbers of GPUs
            "250e9 USD",
            "1e12 USD",
            "1e13 USD",
            "999999999999999999 USD",
            "1000000000000000000 USD",
            "1e99 USD",
            "5 usd",
            "-5 USD",
            "5USD",
            "1.5 EUR",
            "1.0000000001 EUR",
            "NaN USD",
            "5 %",
            "100 %",
            "100.0 %",
            "100.5 %",
            "0%",
            "101 %",
            "-1 %",
            "1.5.5 %",
            "20000 GPUs",
            "0 GPUs",
            "00 GPUs",
            "1 GPUs",
            "1000000000000000000 GPUs",
            "20000 gpus",
            "20000",
            // names, paths and words of the files
            "a.b",
            "-a",
            "a b",
            "a/b",
            "a/b/c",
            "../x.yaml",
            "../../y",
            "/x",
            "é",
            "undisclosed",
            "yes",
            "no",
            "none",
            "any",
            "null",
            "permitted",
            "forbidden",
            "definitive",
            "consent",
            "public",
            "primary",
            "quote",
            "refusal",
            "error",
            "PERMITTED",
            "gross",
            "month",
            "committed",
            "actor+affiliates",
            "saturday",
            "sunday",
            "caller",
            "customer",
            "provider of azure",
            "provider of",
            "provider",
            "customer of x",
            "consent of bank",
            "consent of",
            "UTC",
            "America/Los_Angeles",
            "Mars/Olympus",
            "a zone",
            "https://example.com/a?b",
            "https://a b",
            "javascript:alert(1)",
            "https://",
            // text, seen and unseen
            "",
            " ",
            "\n",
            "a\nb",
            "a\n",
            "\u00A0",
            "\u200B",
            "a\u200Bb",
            "a\u200Db",
            "a\u202Eb",
            "a\u001Bb",
            "a\u0085b",
            "a\u2028b",
            "a\u200Eb",
            "a\u2066b",
            "a\uFEFFb",
            "a\tb",
            "\u0007",
            "\uD83D\uDE00",
            "\u5951\u7D04");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "1.5",
            "0.5",
            "1.0",
            "1000",
            "999",
            "9999",
            "10000",
            "36525",
            "36526",
            "999999.999999",
            "1000000",
            "999999999999999999",
            "1000000000000000000",
            "1000000000000000000000000000000",
            "0.0000001");
    private static final List<Integer> LENGTHS = List.of(100, 101, 9999, 10_000, 10_001);

    private final SplittableRandom random;
    private final List<String> keys = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    private Mutations(SplittableRandom random) {
        this.random = random;
    }

    /** The changed tree, and what was done to it. */
    record Mutated(Tree tree, String said) {}

    static Mutated of(Tree tree, SplittableRandom random) {
        var mutations = new Mutations(random);
        Object[] root = {copy(tree.root())};
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            mutations.change(root);
        }
        return new Mutated(new Tree(root[0]), mutations.said.toString());
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put((String) key, copy(entry)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private void change(@Nullable Object[] root) {
        keys.clear();
        ends.clear();
        collect(root[0], "");
        if (random.nextInt(40) == 0 || ends.isEmpty()) {
            said.append("the whole; ");
            root[0] = other(root[0]);
        } else {
            ends.get(random.nextInt(ends.size())).run();
        }
    }

    /** One possible change for every value, so that deep ones are as likely as others. */
    @SuppressWarnings("unchecked")
    private void collect(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?>) {
            var map = (Map<String, @Nullable Object>) value;
            keys.addAll(map.keySet());
            map.forEach((key, entry) -> {
                ends.add(() -> changeEntry(map, key, path + "/" + key));
                collect(entry, path + "/" + key);
            });
        } else if (value instanceof List<?>) {
            var list = (List<@Nullable Object>) value;
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                ends.add(() -> changeItem(list, at, path + "/" + at));
                collect(list.get(i), path + "/" + i);
            }
        }
    }

    private void changeEntry(Map<String, @Nullable Object> map, String key, String path) {
        said.append(path).append(": ");
        switch (random.nextInt(8)) {
            case 0 -> {
                said.append("dropped; ");
                map.remove(key);
            }
            case 1 -> {
                String other = key();
                said.append("renamed ").append(other).append("; ");
                map.put(other, map.remove(key));
            }
            case 2 -> {
                String more = key();
                said.append("and ").append(more).append("; ");
                map.putIfAbsent(more, random.nextBoolean() ? copy(map.get(key)) : other(map.get(key)));
            }
            default -> map.put(key, other(map.get(key)));
        }
    }

    private String key() {
        String known = keys.get(random.nextInt(keys.size()));
        return switch (random.nextInt(4)) {
            case 0 -> known + "s";
            case 1 -> WORDS.get(random.nextInt(WORDS.size()));
            default -> known;
        };
    }

    private void changeItem(List<@Nullable Object> list, int at, String path) {
        said.append(path).append(": ");
        switch (random.nextInt(6)) {
            case 0 -> {
                said.append("dropped; ");
                list.remove(at);
            }
            case 1 -> {
                said.append("twice; ");
                list.add(copy(list.get(at)));
            }
            default -> list.set(at, other(list.get(at)));
        }
    }

    private @Nullable Object other(@Nullable Object value) {
        Object other = otherOf(value);
        said.append("-> ")
                .append(other instanceof String text && text.length() > 99 ? text.length() + " times x" : other)
                .append("; ");
        return other;
    }

    private @Nullable Object otherOf(@Nullable Object value) {
        return switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> new ArrayList<>();
            case 3 -> new LinkedHashMap<>();
            case 4 -> new ArrayList<>(java.util.Arrays.asList(value));
            case 5 -> stated(value);
            case 6, 7 -> new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 8 -> "x".repeat(LENGTHS.get(random.nextInt(LENGTHS.size())));
            case 9 -> value instanceof String text ? text + (random.nextBoolean() ? "x" : "\n") : "x";
            case 10 -> value instanceof List<?> list && !list.isEmpty() ? copy(list.getFirst()) : value;
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    private Map<String, @Nullable Object> stated(@Nullable Object value) {
        Map<String, @Nullable Object> stated = new LinkedHashMap<>();
        stated.put("value", copy(value));
        stated.put("recorded", "2025-01-21");
        return stated;
    }
}
