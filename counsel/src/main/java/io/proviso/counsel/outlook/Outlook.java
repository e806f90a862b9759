package io.proviso.counsel.outlook;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.ruling.CompiledPortfolio;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When needs can lawfully be met, and what is missing until then.
 *
 * @param unit in which the portfolio counts quantities
 * @param reservations all that are on record, whichever need they serve
 * @param weeks from the one looked from, through four after the last need begins
 */
public record Outlook(
        String portfolio,
        Instant asOf,
        Instant knownAt,
        ZoneId zone,
        String unit,
        List<Line> lines,
        List<SignedCapacity> reservations,
        List<Week> weeks) {
    private static final Duration AFTERWARDS = Duration.ofDays(28);
    /** Ten years of weeks. */
    private static final Duration FURTHEST = Duration.ofDays(3_653);

    /**
     * One need.
     *
     * @param reserved how much of it is reserved on the day it is needed
     * @param prospects with each supplier with whom the question can arise; none where nothing is to be acquired
     * @param best the first to be ready of those that it may cost, one that names its delivery before one that does not; null if there is
     *     none
     * @param remedies what would bring it to be on time; none where it is
     * @param moreRemedies how many more there are
     */
    public record Line(
            Need need,
            long reserved,
            List<Prospect> prospects,
            Prospect.@Nullable Lawful best,
            Binds binds,
            List<Remedy> remedies,
            int moreRemedies) {
        public Line {
            prospects = List.copyOf(prospects);
            remedies = List.copyOf(remedies);
        }

        /** What is still to be acquired. */
        public long open() {
            return Math.max(0, need.quantity() - reserved);
        }

        public boolean isOnTime() {
            return open() == 0 || (best != null && !best.ready().isAfter(need.by()));
        }
    }

    /** A supplier that comes first for more than it can deliver, because each need is looked at by itself. */
    public record Oversold(Supplier supplier, List<String> needs, long named) {
        public Oversold {
            needs = List.copyOf(needs);
        }
    }

    /** Each such supplier, by name. */
    public List<Oversold> oversold() {
        var first = new TreeMap<String, List<Line>>();
        for (var line : lines) {
            if (line.best() != null && line.open() > 0) {
                first.computeIfAbsent(line.best().supplier().name(), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return first.values().stream()
                .map(Outlook::named)
                .filter(one -> one.supplier().upTo() != null
                        && one.named() > one.supplier().upTo())
                .toList();
    }

    private static Oversold named(List<Line> lines) {
        return new Oversold(
                Objects.requireNonNull(lines.getFirst().best()).supplier(),
                lines.stream().map(line -> line.need().name()).toList(),
                lines.stream().mapToLong(Line::open).sum());
    }

    public Outlook {
        lines = List.copyOf(lines);
        reservations = List.copyOf(reservations);
        weeks = List.copyOf(weeks);
    }

    /** As of a day, as known at another, for an audience; needs stand in the order in which they fall due. */
    public static Outlook of(
            CompiledPortfolio rulings, Needs needs, Instant asOf, Instant knownAt, Disclosure audience) {
        var portfolio = rulings.portfolio();
        var reservations = SignedCapacity.onRecord(rulings, asOf, knownAt);
        var prospects = new Prospects(rulings, asOf, knownAt, audience);
        var remedies = new Remedies(rulings, prospects, audience);
        var inOrder = needs.needs().stream()
                .sorted(Comparator.comparing(Need::by).thenComparing(Need::name))
                .toList();
        var through = inOrder.stream()
                .map(Need::by)
                .max(Comparator.naturalOrder())
                .map(last -> last.isAfter(asOf) ? last : asOf)
                .orElse(asOf)
                .plus(AFTERWARDS);
        var furthest = asOf.plus(FURTHEST);
        var counted = portfolio.vocabulary().desk().find(DeskWords.Of.QUANTITY);
        return new Outlook(
                portfolio.name(),
                asOf,
                knownAt,
                portfolio.zone(),
                counted == null ? "" : portfolio.vocabulary().unit(counted),
                inOrder.stream()
                        .map(need -> line(need, needs, reservations, prospects, remedies))
                        .toList(),
                reservations,
                Week.of(inOrder, reservations, asOf, through.isAfter(furthest) ? furthest : through, portfolio.zone()));
    }

    private static Line line(
            Need need, Needs needs, List<SignedCapacity> reservations, Prospects prospects, Remedies remedies) {
        long reserved = SignedCapacity.serving(reservations, need, need.by());
        long open = need.quantity() - reserved;
        if (open <= 0) {
            return new Line(need, reserved, List.of(), null, new Binds.Covered(), List.of(), 0);
        }
        var found = prospects.of(need, open, needs);
        var best = found.stream()
                .filter(Prospect.Lawful.class::isInstance)
                .map(Prospect.Lawful.class::cast)
                // A delivery of which nothing is known is none to count on where somebody else has named one.
                .min(Comparator.comparing(
                                (Prospect.Lawful lawful) -> lawful.supplier().lead() == null)
                        .thenComparing(Prospect.Lawful::ready)
                        .thenComparing(Prospect.Lawful::sign)
                        .thenComparing(lawful -> lawful.supplier().name()))
                .orElse(null);
        boolean late = best == null || best.ready().isAfter(need.by());
        var help = late ? remedies.of(need, open, found, needs) : Remedies.Found.NONE;
        return new Line(need, reserved, found, best, binds(need, found, best, late), help.told(), help.more());
    }

    private static Binds binds(Need need, List<Prospect> found, Prospect.@Nullable Lawful best, boolean late) {
        var dear = found.stream()
                .filter(Prospect.Dear.class::isInstance)
                .map(prospect -> ((Prospect.Dear) prospect).but())
                .filter(lawful -> best == null || (late && lawful.ready().isBefore(best.ready())))
                .min(Comparator.comparing(Prospect.Lawful::ready))
                .orElse(null);
        if (dear != null) {
            return new Binds.ForMoney(
                    dear.supplier().name(),
                    Objects.requireNonNull(dear.supplier().price()),
                    Objects.requireNonNull(need.atMost()));
        }
        if (best != null) {
            return best.binds();
        }
        return found.stream()
                .filter(Prospect.Unsure.class::isInstance)
                .findFirst()
                .<Binds>map(unsure -> new Binds.ForUnknown(((Prospect.Unsure) unsure).why()))
                .orElseGet(Binds.NobodyLeft::new);
    }

    /** Those that serve no need that was asked about. */
    public List<SignedCapacity> unassigned() {
        return reservations.stream()
                .filter(one -> lines.stream().noneMatch(line -> one.serves(line.need())))
                .toList();
    }
}
