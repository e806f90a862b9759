package io.proviso.replay.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** How figures become parts of sentences: what is none, one, all or equal is said as that. */
final class Wording {
    private Wording() {}

    /** What is said of one scenario. */
    record Said(String scenario, String text) {}

    static <T> List<Said> each(List<T> of, Function<T, String> scenario, Function<T, String> text) {
        return of.stream()
                .map(one -> new Said(scenario.apply(one), text.apply(one)))
                .toList();
    }

    /** As in "9 h under one and 2 h under another"; once, where it is the same under all of several. */
    static String under(List<Said> said) {
        var texts = new HashSet<String>();
        said.forEach(one -> texts.add(one.text()));
        return said.size() > 1 && texts.size() == 1
                ? said.getFirst().text() + " under every scenario"
                : joined(said.stream()
                        .map(one -> one.text() + " under " + one.scenario())
                        .toList());
    }

    static String joined(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** A noun that takes an s. */
    static String count(long number, String noun) {
        return ReportFigures.whole(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String times(long count) {
        return count == 1 ? "once" : ReportFigures.whole(count) + " times";
    }

    /** A part of several, at least one. */
    static String of(long part, long all, String noun) {
        if (part < all) {
            return ReportFigures.whole(part) + " of " + count(all, noun);
        }
        return all == 1 ? "the only " + noun : "all " + count(all, noun);
    }

    /** The scenarios, as in "one and another", or all of them in a word. */
    static String names(List<String> some, int all) {
        return some.size() == all && all > 1 ? "every scenario" : joined(new ArrayList<>(some));
    }
}
