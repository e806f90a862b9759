package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Diary;
import io.proviso.agreement.Draw;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.Round;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Periods;
import io.proviso.agreement.rules.PortfolioRules;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DeadlineRule;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All agreements of one customer, with the words, calendars, pins and attested facts they are read by.
 *
 * @param digest identifies the exact content this was read from; part of every ruling's identity
 * @param draws what was signed under consents and waivers that have a limit
 * @param rounds what was put to holders of rights, and what came of it
 * @param read the digest of what it was read from, before more was drawn
 * @param diary who sees to what falls due, and what was done
 */
public record Portfolio(
        String name,
        String digest,
        ZoneId zone,
        Vocabulary vocabulary,
        Map<String, Silence> silence,
        List<Agreement> agreements,
        Map<String, BusinessCalendar> calendars,
        List<Pin> pins,
        List<Attestation> record,
        List<Draw> draws,
        List<Round> rounds,
        String read,
        Diary diary) {

    private static final Comparator<Pin> PINS = Comparator.comparing(Pin::made)
            .thenComparing(Pin::clause)
            .thenComparing(Pin::who)
            .thenComparing(Pin::why)
            .thenComparing(pin -> String.join(" ", pin.readings()));
    private static final Comparator<Attestation> ENTRIES = Comparator.comparing(Attestation::at)
            .thenComparing(Attestation::recorded)
            .thenComparing(Attestation::facet)
            .thenComparing(Attestation::value)
            .thenComparing(entry -> entry.scope().canonical());
    private static final Comparator<Draw> DRAWS = Comparator.comparing(Draw::at)
            .thenComparing(Draw::recorded)
            .thenComparing(Draw::clause)
            .thenComparingLong(draw -> draw.quantity().number())
            .thenComparing(Draw::canonical);

    /**
     * Copies, checks, and puts agreements, pins, record and draws in an order of their own: in which order they were written says nothing.
     *
     * @throws InvalidPortfolio with every problem found, if the parts do not fit together
     */
    public Portfolio {
        silence = Collections.unmodifiableMap(new TreeMap<>(silence));
        agreements = List.copyOf(agreements);
        calendars = Collections.unmodifiableMap(new TreeMap<>(calendars));
        pins = List.copyOf(pins);
        record = List.copyOf(record);
        draws = List.copyOf(draws);
        rounds = List.copyOf(rounds);
        var problems = PortfolioRules.problems(vocabulary, silence, agreements, calendars, pins, record, draws, rounds);
        if (!problems.isEmpty()) {
            throw new InvalidPortfolio(problems);
        }
        agreements = sorted(agreements, Comparator.comparing(Agreement::name));
        pins = sorted(pins, PINS);
        record = sorted(record, ENTRIES);
        draws = sorted(draws, DRAWS);
        rounds = sorted(rounds, Round.IN_ORDER);
    }

    /** What is in order stays the same list, which a portfolio with one draw more then shares. */
    private static <T> List<T> sorted(List<T> some, Comparator<T> order) {
        boolean inOrder =
                IntStream.range(1, some.size()).allMatch(i -> order.compare(some.get(i - 1), some.get(i)) <= 0);
        return inOrder ? some : some.stream().sorted(order).collect(Collectors.toUnmodifiableList());
    }

    /** A portfolio as it was read. */
    public Portfolio(
            String name,
            String digest,
            ZoneId zone,
            Vocabulary vocabulary,
            Map<String, Silence> silence,
            List<Agreement> agreements,
            Map<String, BusinessCalendar> calendars,
            List<Pin> pins,
            List<Attestation> record,
            List<Draw> draws,
            List<Round> rounds) {
        this(
                name,
                digest,
                zone,
                vocabulary,
                silence,
                agreements,
                calendars,
                pins,
                record,
                draws,
                rounds,
                digest,
                Diary.EMPTY);
    }

    /** A portfolio in which no round was run. */
    public Portfolio(
            String name,
            String digest,
            ZoneId zone,
            Vocabulary vocabulary,
            Map<String, Silence> silence,
            List<Agreement> agreements,
            Map<String, BusinessCalendar> calendars,
            List<Pin> pins,
            List<Attestation> record,
            List<Draw> draws) {
        this(name, digest, zone, vocabulary, silence, agreements, calendars, pins, record, draws, List.of());
    }

    /** A portfolio under which nothing was drawn. */
    public Portfolio(
            String name,
            String digest,
            ZoneId zone,
            Vocabulary vocabulary,
            Map<String, Silence> silence,
            List<Agreement> agreements,
            Map<String, BusinessCalendar> calendars,
            List<Pin> pins,
            List<Attestation> record) {
        this(name, digest, zone, vocabulary, silence, agreements, calendars, pins, record, List.of());
    }

    /** The portfolio as it was read, with what whoever keeps it told of what falls due. */
    public Portfolio keeping(Diary told) {
        return new Portfolio(
                name,
                digest,
                zone,
                vocabulary,
                silence,
                agreements,
                calendars,
                pins,
                record,
                draws,
                rounds,
                read,
                told);
    }

    /** The portfolio with other agreements, under the same digest: for suppositions, whose rulings nobody keeps. */
    public Portfolio supposing(List<Agreement> others) {
        return new Portfolio(
                name, digest, zone, vocabulary, silence, others, calendars, pins, record, draws, rounds, read, diary);
    }

    /** The portfolio with more on its record; its digest says that it is another one, the same however draws came together. */
    public Portfolio drawing(List<Draw> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = Stream.concat(draws.stream(), more.stream()).sorted(DRAWS).toList();
        var content = Stream.concat(Stream.of(read), all.stream().map(Draw::canonical))
                .collect(Collectors.joining("\n"));
        return new Portfolio(
                name,
                Sha256.of(content),
                zone,
                vocabulary,
                silence,
                agreements,
                calendars,
                pins,
                record,
                all,
                rounds,
                read,
                diary);
    }

    /** How notices are counted by the clock of an agreement or of a clause; its rules ask for the calendar. */
    public DeadlineRule deadlines(ContractClock clock, Instant knownAt) {
        var closures = Objects.requireNonNull(calendars.get(Objects.requireNonNull(clock.calendar())));
        return new DeadlineRule(closures.asKnown(knownAt), clock.zone(), clock.days());
    }

    /** How the periods are counted that clauses of an agreement name. */
    public Periods periods(Agreement agreement, Instant knownAt) {
        var calendar = agreement.clock().calendar();
        return Periods.asKnown(agreement.clock(), calendar == null ? null : calendars.get(calendar), knownAt);
    }

    /** When anything but a round came on record, the calendars included: some instants more than once. */
    public Stream<Instant> recorded() {
        return Stream.of(
                        agreements.stream().flatMap(Recorded::in),
                        pins.stream().map(Pin::made),
                        record.stream().map(Attestation::recorded),
                        draws.stream().map(Draw::recorded),
                        calendars.values().stream().flatMap(Recorded::in))
                .flatMap(instants -> instants);
    }

    /** The latest instant at which anything came on record. */
    public Instant latestRecorded() {
        return Stream.of(recorded(), rounds.stream().flatMap(Round::recorded), diary.recorded())
                .flatMap(each -> each)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /**
     * What a question knows unless it says otherwise: all that is on record. While a round is open, that nothing more is on record
     * is itself known, up to the instant that is asked of or to now.
     */
    public Instant knownAt(Instant asOf, Instant now) {
        var latest = latestRecorded();
        var looked = asOf.isBefore(now) ? asOf : now;
        if (rounds.isEmpty() || !looked.isAfter(latest)) {
            return latest;
        }
        var rights = rights();
        return rounds.stream().anyMatch(round -> round.isOpenEnded(rights.get(round.right()))) ? looked : latest;
    }

    /** The rights to be asked first, each as the first reading of its clause has it. */
    private Map<ClauseName, FirstRefusal> rights() {
        var rights = new HashMap<ClauseName, FirstRefusal>();
        for (var agreement : agreements) {
            agreement.readings().forEach((clause, readings) -> {
                var right = FirstRefusal.in(readings);
                if (right != null) {
                    rights.put(new ClauseName(agreement.name(), clause), right);
                }
            });
        }
        return rights;
    }
}
