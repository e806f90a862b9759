package io.proviso.counsel;

import io.proviso.calendar.UnlistedYear;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Obligations on one screen: what is owed and how sure that is, then the next days, then what cannot be counted. */
final class ObligationsInBrief {
    /** Of the 24 lines of a terminal one stays for who answers. */
    private static final int SCREEN = 23;
    /** Lines that the money may take before what is left is only counted. */
    private static final int MONEY = 11;

    private record Year(Party by, int year, Currency currency) {}

    private final Obligations obligations;

    ObligationsInBrief(Obligations obligations) {
        this.obligations = obligations;
    }

    String text() {
        var tail = tail();
        var lines = upTo(Lines.ofAScreen(), money(), MONEY, "figure", "figures");
        if (lines.count() > 0) {
            lines.blank();
        }
        return upTo(lines, days(), SCREEN - tail.count(), "day", "days")
                .add(tail)
                .toString();
    }

    /** As many entries as fit; the others are counted, so that nothing is left out unsaid. */
    private static Lines upTo(Lines lines, List<Lines> entries, int room, String one, String many) {
        for (int i = 0; i < entries.size(); i++) {
            int left = entries.size() - i;
            if (lines.count() + entries.get(i).count() + (left == 1 ? 0 : 1) > room) {
                return lines.line("  and " + Lines.count(left, "more " + one, "more " + many));
            }
            lines.add(entries.get(i));
        }
        return lines;
    }

    private List<Lines> money() {
        var entries = new ArrayList<Lines>();
        for (var total : obligations.totals()) {
            entries.add(Lines.ofAScreen().wrap(0, ObligationsText.words(total)));
        }
        inTheseYears().forEach(sum -> entries.add(Lines.ofAScreen().wrap(0, sum)));
        for (var each : obligations.exposures()) {
            entries.add(Lines.ofAScreen().wrap(2, ObligationsText.words(each)));
        }
        return entries;
    }

    /** What falls due in the time looked at, by who owes it and its currency; figures that only cap or that are open stay out. */
    private List<String> inTheseYears() {
        var sums = new LinkedHashMap<Year, Money>();
        obligations.payments().stream()
                .filter(each -> each.reading() == null && !each.atMost())
                .forEach(each -> sums.merge(
                        new Year(each.by(), each.from().getYear(), each.amount().currency()),
                        each.amount(),
                        Money::plus));
        return sums.entrySet().stream()
                .map(entry -> entry.getKey().by() + " owes for the time looked at in "
                        + entry.getKey().year() + ": "
                        + English.money(entry.getValue().rounded()) + " if it leaves nothing; spread: assumed")
                .toList();
    }

    private List<Lines> days() {
        var entries = new ArrayList<Lines>();
        if (obligations.all().isEmpty()) {
            return List.of(Lines.ofAScreen().line("No day falls into this time."));
        }
        entries.add(Lines.ofAScreen().line("Days"));
        for (var each : folded()) {
            entries.add(Lines.ofAScreen().wrap(2, each));
        }
        return entries;
    }

    /** The days of one clause and kind together, where they first fall due; papers that take effect come last. */
    private List<String> folded() {
        var siblings = new LinkedHashMap<String, List<Obligation>>();
        var effectsLast = obligations.all().stream()
                .sorted(Comparator.comparing(each -> each.kind() == Obligation.Kind.EFFECT))
                .toList();
        for (var each : effectsLast) {
            siblings.computeIfAbsent(
                            each.kind() == Obligation.Kind.EFFECT
                                    ? "effect " + each.day()
                                    : each.kind() + " " + each.clause(),
                            _ -> new ArrayList<>())
                    .add(each);
        }
        return siblings.values().stream().map(ObligationsInBrief::line).toList();
    }

    private static String line(List<Obligation> siblings) {
        var first = siblings.getFirst();
        var names = siblings.stream()
                .map(each -> each.clause().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        var more = siblings.stream().map(Obligation::day).distinct().count() - 1;
        return (first.day() == null ? "pending" : first.day()) + " " + English.lower(first.kind()) + ", " + names
                + (more == 0 ? "" : ", and " + Lines.count(more, "later day", "later days"))
                + Marks.words(first.marks())
                + unlisted(siblings);
    }

    /** What nobody can know of these days, said once. */
    private static String unlisted(List<Obligation> siblings) {
        var years = siblings.stream()
                .flatMap(each -> each.unlisted().stream())
                .distinct()
                .toList();
        return years.isEmpty() ? "" : "; but " + String.join("; ", UnlistedYear.sentences(years));
    }

    private Lines tail() {
        var lines = Lines.ofAScreen().blank();
        var money = obligations.uncounted().stream().filter(Uncounted::money).toList();
        if (!money.isEmpty()) {
            lines.wrap(
                    0,
                    "Owed but not countable: "
                            + money.stream()
                                    .limit(4)
                                    .map(each -> each.clause().toString())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + (money.size() > 4 ? " and " + (money.size() - 4) + " more" : ""));
        }
        if (obligations.withheld() > 0) {
            lines.line(ObligationsText.leftOut(obligations.withheld()));
        }
        if (obligations.newest() != null) {
            lines.line(obligations.newest());
        }
        return lines.line("More: -v has every day and figure, and why");
    }
}
