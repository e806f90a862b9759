package io.proviso.counsel.due;

import io.proviso.calendar.UnlistedYear;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import io.proviso.units.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Obligations on one screen: what is owed and how sure that is, then the next days, then what cannot be counted. */
final class ObligationsInBrief {
    /** Of the 24 lines of a terminal one stays for who answers. */
    private static final int SCREEN = 23;
    /** Lines that the money may take before what is left is only counted. */
    private static final int MONEY = 16;

    /** Lines that what is left of consents may take, and so many more where there is little money. */
    private static final int LEFT = 3;

    private static final int FEW = 5;

    /** So many parts of a sum are named. */
    private static final int PARTS = 3;

    /** So many years are told each with its sum; of more the largest. */
    private static final int YEARS = 10;

    /** So many of what is in no sum are named. */
    private static final int NAMES = 2;

    private static final String ESTIMATED = "By year, spread evenly by assumption; what is undated is in no year";

    private final Obligations obligations;

    ObligationsInBrief(Obligations obligations) {
        this.obligations = obligations;
    }

    String text() {
        var tail = tail();
        var days = days();
        int room = Math.min(MONEY, SCREEN - tail.count() - LEFT - keptFor(days));
        var lines = upTo(Lines.ofAScreen(), money(), room, "figure", "figures");
        upTo(lines, left(), Math.max(FEW, lines.count()) + LEFT, "consent", "consents");
        if (lines.count() > 0) {
            lines.blank();
        }
        return upTo(lines, days, SCREEN - tail.count(), "day", "days").add(tail).toString();
    }

    /** So that what should have been done is told whatever there is of money; it comes first of all days. */
    private int keptFor(List<Lines> days) {
        long missed = folded().stream()
                .filter(siblings -> siblings.getFirst().progress().state() == Progress.State.OVERDUE)
                .limit(PARTS)
                .count();
        // With an empty line before them, and behind them how many days more there are.
        return missed == 0
                ? 0
                : 2 + days.stream().limit(missed + 1).mapToInt(Lines::count).sum();
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
        var accounts = Account.of(obligations, NAMES);
        accounts.stream()
                .filter(Account::isCounted)
                .map(ObligationsInBrief::lines)
                .forEach(entries::add);
        var years = inTheseYears();
        for (int i = 0; i < years.size(); i++) {
            var heading = Lines.ofAScreen();
            entries.add((i == 0 ? heading.line(ESTIMATED) : heading).wrap(2, years.get(i)));
        }
        accounts.stream()
                .filter(each -> !each.isCounted())
                .map(ObligationsInBrief::lines)
                .forEach(entries::add);
        obligations.exposures().stream()
                .sorted(Comparator.comparing(each -> each.worth().firm() == null))
                .forEach(each -> entries.add(Lines.ofAScreen().wrap(2, words(each))));
        return entries;
    }

    private static Lines lines(Account account) {
        var lines = Lines.ofAScreen();
        if (account.lines().size() == 1) {
            return lines.wrap(0, account.heading() + ": " + account.lines().getFirst());
        }
        lines.wrap(0, account.heading());
        account.lines().forEach(line -> lines.wrap(2, line));
        return lines;
    }

    private static String words(Exposure each) {
        var worth = each.worth();
        var headline = worth.headline();
        var firm = worth.firm();
        var promised = headline == null
                ? "amount undisclosed"
                : English.money(headline) + " promised" + Marks.words(each.headlineMarks());
        return each.clause() + ": "
                + (firm == null
                        ? promised + ", firm part unknown"
                        : "firm " + English.money(firm.rounded())
                                + (worth.firmUntil() == null ? "" : " until " + worth.firmUntil())
                                + Marks.words(each.firmMarks())
                                + "; " + promised);
    }

    /** What falls due in the time looked at, and what of it is in no sum. */
    private List<String> inTheseYears() {
        var lines = new ArrayList<String>();
        var sums = obligations.years().stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.by(), each.currency(), each.as()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        sums.forEach(years -> lines.add(total(years)));
        sums.stream().filter(years -> years.size() > 1).forEach(years -> lines.add(byYear(years)));
        for (var as : List.of(CountedAs.CONTAINED, CountedAs.ONE_READING)) {
            var names = obligations.payments().stream()
                    .filter(each -> each.as() == as)
                    .map(each -> each.clause().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                lines.add(as.words() + ": " + names);
            }
        }
        return lines;
    }

    /** The sum of all years with what it is made of, the largest part first. */
    private static String total(List<Year> years) {
        var first = years.getFirst();
        var payments = years.stream().flatMap(year -> year.payments().stream()).toList();
        var owes = English.about(
                years.stream().map(Year::amount).reduce(Money::plus).orElseThrow());
        return first.from() + " to " + last(years) + ": " + first.by() + " owes "
                + (first.as() == CountedAs.AT_MOST
                        ? "at most " + owes + " more"
                        : owes + " if it stays, " + parts(payments));
    }

    private static LocalDate last(List<Year> years) {
        return years.stream().map(Year::through).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static String byYear(List<Year> years) {
        var first = years.getFirst();
        var told = years.size() <= YEARS ? years : largest(years);
        return first.by() + (first.as() == CountedAs.AT_MOST ? ", at most" : ", if it stays") + ", in "
                + first.currency()
                + told.stream()
                        .map(year -> English.size(year.amount()) + " in "
                                + year.from().getYear())
                        .collect(Collectors.joining(", ", ": ", ""))
                + (told.size() == years.size()
                        ? ""
                        : ", and at most as much in each of " + (years.size() - told.size()) + " other years");
    }

    private static List<Year> largest(List<Year> years) {
        return years.stream()
                .sorted(Comparator.comparing(Year::amount).reversed())
                .limit(PARTS)
                .toList();
    }

    private static String parts(List<Payment> payments) {
        var parts = new LinkedHashMap<String, Money>();
        payments.forEach(each -> parts.merge(each.clause().toString(), each.amount(), Money::plus));
        var made = parts.entrySet().stream()
                .sorted(Map.Entry.<String, Money>comparingByValue().reversed())
                .limit(PARTS)
                .map(part -> parts.size() == 1
                        ? "all for " + part.getKey()
                        : English.about(part.getValue()) + " for " + part.getKey())
                .collect(Collectors.joining(", "));
        return made + (parts.size() > PARTS ? ", and " + (parts.size() - PARTS) + " more" : "");
    }

    /** What consents and waivers still cover, those first of which least is left. */
    private List<Lines> left() {
        return obligations.headrooms().stream()
                .sorted(Comparator.comparing(Headroom::left, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(each -> Lines.ofAScreen().wrap(0, each.clause() + ": " + each.words() + Marks.words(each.marks())))
                .toList();
    }

    private List<Lines> days() {
        var entries = new ArrayList<Lines>();
        if (obligations.all().isEmpty()) {
            return List.of(Lines.ofAScreen().line("No day falls into this time."));
        }
        entries.add(Lines.ofAScreen().line("Days"));
        for (var each : folded()) {
            entries.add(Lines.ofAScreen().wrap(2, line(each)));
        }
        return entries;
    }

    /** The days of one clause and kind together, where they first fall due; of one day, papers that take effect come last. */
    private List<List<Obligation>> folded() {
        var siblings = new LinkedHashMap<String, List<Obligation>>();
        var effectsLast = obligations.all().stream()
                .sorted(Comparator.comparing(each -> each.kind() == Obligation.Kind.EFFECT))
                .toList();
        for (var each : effectsLast) {
            siblings.computeIfAbsent(
                            each.kind() == Obligation.Kind.EFFECT
                                    ? "effect " + each.day()
                                    : each.kind() + " " + each.stands() + each.clause(),
                            _ -> new ArrayList<>())
                    .add(each);
        }
        return siblings.values().stream()
                .sorted(Comparator.comparing(List::getFirst, Obligation.BY_DAY))
                .toList();
    }

    private static String line(List<Obligation> siblings) {
        var first = siblings.getFirst();
        var names = siblings.stream()
                .map(each -> each.clause().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        var more = siblings.stream().map(Obligation::day).distinct().count() - 1;
        var owner = first.progress().owner();
        return first.heading() + ", " + names + (owner == null ? "" : ", for " + owner)
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
        if (obligations.withheld() > 0) {
            lines.line(ObligationsText.leftOut(obligations.withheld()));
        }
        if (obligations.look().newest() != null) {
            lines.line(obligations.look().newest());
        }
        return lines.line("More: -v has every day and figure, and why");
    }
}
