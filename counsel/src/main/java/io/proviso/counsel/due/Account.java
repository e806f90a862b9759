package io.proviso.counsel.due;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.counsel.Spell;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one party has promised, sum by sum, and what is in none of the sums, so that nothing is missed unsaid.
 *
 * @param isCounted whether it has commitments that were counted; else it owes only what has no figure, or begins later
 */
public record Account(String heading, boolean isCounted, List<String> lines) {
    public Account {
        lines = List.copyOf(lines);
    }

    /**
     * One for each party that owes money.
     *
     * @param most so many names of what is in no sum; the others are counted, and where there are sums and more names, all are
     */
    public static List<Account> of(Obligations obligations, int most) {
        var writer = new Writer(obligations, most);
        var parties = Stream.of(
                        obligations.exposures().stream().map(Exposure::by),
                        obligations.payments().stream().map(Payment::by),
                        obligations.uncounted().stream().map(Uncounted::by).filter(Objects::nonNull))
                .flatMap(Function.identity())
                .distinct();
        return parties.map(writer::account).toList();
    }

    private record Writer(Obligations obligations, int most) {
        private Account account(Party by) {
            var lines = new ArrayList<String>();
            obligations.totals().stream()
                    .filter(total -> total.by().equals(by))
                    .map(Account::words)
                    .forEach(lines::add);
            for (var as : List.of(CountedAs.CONTAINED, CountedAs.ONE_READING)) {
                add(
                        lines,
                        as.words(),
                        names(obligations.exposures().stream()
                                .filter(each -> each.by().equals(by) && each.as() == as)
                                .map(Exposure::clause)));
            }
            boolean now =
                    obligations.exposures().stream().anyMatch(each -> each.by().equals(by));
            inNoSum(lines, by);
            return new Account(
                    now
                            ? by + ", by commitments in force on "
                                    + obligations.look().day() + " (term begun or not), paid or not"
                            : by.name(),
                    now,
                    lines);
        }

        private void inNoSum(List<String> lines, Party by) {
            var later = later(by);
            var without = withoutFigure(by);
            boolean besideSums =
                    obligations.totals().stream().anyMatch(total -> total.by().equals(by));
            if (besideSums
                    && later.size()
                                    + without.values().stream()
                                            .mapToInt(Set::size)
                                            .sum()
                            > most) {
                var counts = new ArrayList<String>();
                if (!later.isEmpty()) {
                    counts.add(later.size() + " in force later");
                }
                without.forEach((why, names) -> counts.add(names.size() + " " + why.words()));
                lines.add("in no sum: " + String.join(", ", counts));
                return;
            }
            add(lines, "in force later, in no sum", later);
            without.forEach((why, names) -> add(lines, "no figure, " + why.words(), names));
        }

        private Set<String> later(Party by) {
            var now = obligations.exposures().stream().map(Exposure::clause).collect(Collectors.toSet());
            return names(Stream.concat(
                            obligations.payments().stream()
                                    .filter(each -> each.by().equals(by))
                                    .map(Payment::clause),
                            obligations.uncounted().stream()
                                    .filter(each -> by.equals(each.by()) && !each.isWithoutFigure())
                                    .map(Uncounted::clause))
                    .filter(clause -> !now.contains(clause)));
        }

        private LinkedHashMap<Uncounted.Why, Set<String>> withoutFigure(Party by) {
            return obligations.uncounted().stream()
                    .filter(each -> by.equals(each.by()) && each.isWithoutFigure())
                    .collect(Collectors.groupingBy(
                            Uncounted::why,
                            LinkedHashMap::new,
                            Collectors.collectingAndThen(Collectors.toList(), Writer::dated)));
        }

        /** Each clause once, and for how long if not all along, however often it was restated. */
        private static Set<String> dated(List<Uncounted> some) {
            var spells = new LinkedHashMap<ClauseName, Spell>();
            some.forEach(each -> spells.merge(each.clause(), each.spell(), Spell::and));
            return names(spells.entrySet().stream()
                    .map(each -> each.getKey()
                            + (each.getValue().isAllAlong()
                                    ? ""
                                    : " " + each.getValue().words())));
        }

        private void add(List<String> lines, String why, Collection<String> names) {
            if (!names.isEmpty()) {
                int more = names.size() - most;
                lines.add(why + ": " + names.stream().limit(most).collect(Collectors.joining(", "))
                        + (more > 0 ? " and " + more + " more" : ""));
            }
        }

        private static Set<String> names(Stream<?> some) {
            return some.map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    static String words(Total total) {
        return total.as().words() + ": " + English.money(total.amount()) + " in "
                + Lines.count(total.of(), "commitment", "commitments")
                + (total.headline().equals(total.amount())
                        ? ""
                        : ", of " + English.money(total.headline()) + " published")
                + (total.undatedOf() == 0
                        ? ""
                        : "; undated of it: " + English.money(total.undated()) + " in " + total.undatedOf())
                + (total.marked() == 0 ? "" : "; in part assumed or reported: " + total.marked());
    }
}
