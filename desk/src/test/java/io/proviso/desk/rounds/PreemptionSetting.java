package io.proviso.desk.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Basis;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Response;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Rights to explore a request under, with all that may be asked, answered and bid.
 *
 * @param books what the desk rules by at each instant of the grid
 * @param holders the rights that the contract puts before the request, judged by {@link PreemptionWitness} from their terms
 * @param more commands beside requests, deliveries, answers, bids and awards
 */
public record PreemptionSetting(
        String name,
        List<Book> books,
        List<Holder> holders,
        List<Instant> grid,
        Command.Request request,
        List<Response> responses,
        List<Command> bids,
        More more) {
    /** The rulings, with what other requests have drawn, and for how many GPUs the holders waive their rights. */
    record Book(Rulings rulings, long waived, OtherRequests others) {
        Book(Rulings rulings, long waived) {
            this(rulings, waived, OtherRequests.NONE);
        }
    }

    /** A right, and the providers it stands before. */
    record Holder(ClauseName right, List<String> before, Preemption preemption) {}

    /** Commands that a plain round has no use for. */
    interface More {
        More NOTHING = (_, _, _) -> List.of();

        List<Command> of(CapacityRequest request, Instant now, Instant readThrough);
    }

    static final Party ALPHABET = new Party("alphabet");
    static final ClauseName MICROSOFTS = new ClauseName("microsoft-openai", "first-refusal");
    static final ClauseName ALPHABETS = new ClauseName("alphabet-openai", "alphabet-right");

    /** The request; just after the deadline of its notice; the end of a tail of 90 days after each of them, and just after. */
    private static final List<Instant> TAILS = List.of(
            Contract.at("2025-01-15T09:00:00"),
            Contract.at("2025-01-30T17:00:01"),
            Contract.at("2025-04-15T17:00:00"),
            Contract.at("2025-04-15T17:00:01"),
            Contract.at("2025-04-30T17:00:01"),
            Contract.at("2026-01-31T00:00:00"));
    /** The request; the deadline of its notice, and just after; a year on. */
    static final List<Instant> DEADLINE = List.of(
            Contract.at("2025-01-15T09:00:00"),
            Contract.at("2025-01-30T17:00:00"),
            Contract.at("2025-01-30T17:00:01"),
            Contract.at("2026-01-31T00:00:00"));
    /** The request; the day after; its deadline, and just after; the deadline a day later, and just after; a year on. */
    private static final List<Instant> DAYS = List.of(
            Contract.at("2025-01-15T09:00:00"),
            Contract.at("2025-01-16T09:00:00"),
            Contract.at("2025-01-30T17:00:00"),
            Contract.at("2025-01-30T17:00:01"),
            Contract.at("2025-01-31T17:00:00"),
            Contract.at("2025-02-03T17:00:01"),
            Contract.at("2026-01-31T00:00:00"));

    static final Command.Request BOTH = Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave");
    private static final List<Command> TWO_BIDS =
            List.of(Round.quote("oracle", 10_000, "2.95"), Round.quote("coreweave", 6_000, "2.90"));
    private static final List<Command> IMPROVING =
            List.of(Round.quote("oracle", 10_000, "2.95"), Round.quote("oracle", 10_000, "2.00"));
    static final List<Response> TAKE_SOME_OR_NONE =
            List.of(Response.Accepts.asOffered(10_000), Response.Accepts.asOffered(6_000), new Response.Declines());
    private static final List<Response> MATCH_OR_NOT = List.of(
            new Response.Accepts(10_000, Round.usd("2.04"), null),
            new Response.Accepts(10_000, Round.usd("2.05"), null),
            new Response.Accepts(6_000, null, null),
            new Response.Declines());
    private static final List<Response> TALK = List.of(
            new Response.Counters("less", new Response.Accepts(6_000, Round.usd("3.20"), null)),
            Response.Accepts.asOffered(10_000),
            new Response.Declines());

    public static final PreemptionSetting TAIL = tail(Contract.FLOOR);
    public static final PreemptionSetting MATCH = match("0.02");
    public static final PreemptionSetting LAST_LOOK = of(
            "last look",
            conducted(right -> right.with(Preemption.Kind.LAST_LOOK)),
            DEADLINE,
            List.of(Response.Accepts.asOffered(10_000), new Response.Declines()),
            List.of(
                    Round.quote("oracle", 10_000, "2.00"),
                    Round.quote("coreweave", 10_000, "1.90"),
                    Round.quote("oracle", 10_000, "1.80")),
            More.NOTHING);
    public static final PreemptionSetting RANKED = ranked(1, 2);
    public static final PreemptionSetting EXTENDS = of(
            "a counter extends",
            conducted(right ->
                    right.with(conduct(Preemption.Counter.EXTENDS, List.of(), Preemption.OnFailure.THIS_NEED))),
            DAYS,
            TALK,
            TWO_BIDS,
            TalksSettings::talks);
    static final PreemptionSetting NEGOTIATED = of(
            "a right of negotiation",
            conducted(right -> right.with(Preemption.Kind.NEGOTIATION)).tail(),
            DAYS,
            TALK,
            IMPROVING,
            TalksSettings::talks);
    public static final PreemptionSetting TOLLED = of(
            "a strike stops the clock",
            conducted(right -> right.with(
                    conduct(Preemption.Counter.DECLINES, List.of("strike"), Preemption.OnFailure.THIS_NEED))),
            DAYS,
            TAKE_SOME_OR_NONE,
            List.of(Round.quote("oracle", 10_000, "2.95")),
            TalksSettings::strikes);
    /** A closure that is known before the first deadline, and one known before the deadline that a counter gives. */
    public static final PreemptionSetting EXTENDS_ON_CLOSED_DAYS = of(
            "a counter extends, and closures become known",
            conducted(right ->
                            right.with(conduct(Preemption.Counter.EXTENDS, List.of(), Preemption.OnFailure.THIS_NEED)))
                    .closed("2025-01-22", "2025-01-21")
                    .closed("2025-02-05", "2025-02-03"),
            List.of(
                    Contract.at("2025-01-15T09:00:00"),
                    Contract.at("2025-01-16T09:00:00"),
                    Contract.at("2025-01-27T09:00:00"),
                    Contract.at("2025-01-31T17:00:01"),
                    Contract.at("2025-02-10T17:00:01"),
                    Contract.at("2025-02-11T17:00:00"),
                    Contract.at("2025-02-11T17:00:01"),
                    Contract.at("2026-01-31T00:00:00")),
            TALK,
            List.of(Round.quote("oracle", 10_000, "2.95")),
            (request, _, readThrough) -> TalksSettings.acceptCounters(request, readThrough));

    static final PreemptionSetting TOLLED_ON_CLOSED_DAYS = of(
            "a strike stops the clock, and a closure becomes known",
            conducted(right -> right.with(
                            conduct(Preemption.Counter.DECLINES, List.of("strike"), Preemption.OnFailure.THIS_NEED)))
                    .closed("2025-01-30", "2025-01-29"),
            List.of(
                    Contract.at("2025-01-15T09:00:00"),
                    Contract.at("2025-01-24T09:00:00"),
                    Contract.at("2025-01-31T17:00:01"),
                    Contract.at("2025-02-08T17:00:00"),
                    Contract.at("2026-01-31T00:00:00")),
            TAKE_SOME_OR_NONE,
            List.of(Round.quote("oracle", 10_000, "2.95")),
            TalksSettings::strikes);
    public static final PreemptionSetting WAIVED = waived();
    static final PreemptionSetting WAIVED_BIDS_FIRST = waivedBidsFirst();
    public static final PreemptionSetting FAILS = fails("the holder may fail", Preemption.OnFailure.THIS_NEED);
    static final PreemptionSetting FAILS_GENERALLY =
            fails("the holder may fail and lose its right", Preemption.OnFailure.GENERALLY);
    public static final PreemptionSetting AGGREGATED = NeedSettings.aggregated("a split need", 5_000);
    static final PreemptionSetting BELOW = NeedSettings.aggregated("a need below the threshold", 1_000);
    static final PreemptionSetting BRIDGE = NeedSettings.bridge();
    public static final PreemptionSetting SLIPS = NeedSettings.slips();

    static final List<PreemptionSetting> ALL = List.of(
            TAIL,
            MATCH,
            LAST_LOOK,
            RANKED,
            EXTENDS,
            NEGOTIATED,
            TOLLED,
            EXTENDS_ON_CLOSED_DAYS,
            TOLLED_ON_CLOSED_DAYS,
            WAIVED,
            WAIVED_BIDS_FIRST,
            FAILS,
            FAILS_GENERALLY,
            AGGREGATED,
            BELOW,
            BRIDGE,
            SLIPS);

    /** As a desk reads them that has a fault. */
    public static final PreemptionSetting ANYTHING_IN_THE_TAIL =
            tail(new Preemption.Floor(null, null, null, null, false));

    public static final PreemptionSetting TOO_TOLERANT = match("0.025");
    public static final PreemptionSetting RANKED_OTHERWISE = ranked(2, 1);

    private static PreemptionSetting tail(Preemption.Floor floor) {
        return of(
                "a tail with re-offer",
                conducted(right -> right.with(Stated.of(new Preemption.Tail(90, floor)))),
                TAILS,
                List.of(Response.Accepts.asOffered(10_000), Response.Accepts.asOffered(6_000), new Response.Declines()),
                IMPROVING,
                More.NOTHING);
    }

    private static PreemptionSetting match(String tolerance) {
        return of(
                "a third party's offer to match",
                conducted(right -> right.with(Preemption.Trigger.THIRD_PARTY_OFFER)
                        .with(new Preemption.Matching(
                                Preemption.Matching.Standard.MATERIAL_TERMS,
                                new BigDecimal(tolerance),
                                Preemption.Matching.NonCash.EXCLUDED,
                                Preemption.Alternates.BLIND))),
                DEADLINE,
                MATCH_OR_NOT,
                List.of(Round.quote("oracle", 10_000, "2.00"), Round.quote("coreweave", 6_000, "2.00")),
                More.NOTHING);
    }

    private static PreemptionSetting ranked(int microsoft, int alphabet) {
        var first = Preemption.PLAIN.with(rank(microsoft));
        var second = Preemption.PLAIN.with(rank(alphabet));
        var contract = Contract.standard()
                .preemption(_ -> first)
                .alsoHeldBy(ALPHABET.name(), "oracle", Contract.SIGNED, second);
        return new PreemptionSetting(
                "two holders in rank",
                Collections.nCopies(DEADLINE.size(), new Book(contract.rulings(), 0)),
                List.of(
                        new Holder(MICROSOFTS, List.of("oracle", "coreweave"), first),
                        new Holder(ALPHABETS, List.of("oracle"), second)),
                DEADLINE,
                BOTH,
                TAKE_SOME_OR_NONE,
                TWO_BIDS,
                More.NOTHING);
    }

    private static PreemptionSetting fails(String name, Preemption.OnFailure onFailure) {
        return of(
                name,
                conducted(right -> right.with(conduct(Preemption.Counter.DECLINES, List.of(), onFailure))),
                DEADLINE,
                TAKE_SOME_OR_NONE,
                TWO_BIDS,
                (request, _, _) -> request.reservations().stream()
                        .filter(_ -> NeedSettings.mayFail(request))
                        .<Command>map(one -> new Command.Fail(one.id(), "it does not close"))
                        .toList());
    }

    /** A waiver for 5,000 GPUs becomes known when the first of 3,000 may have been offered; then others draw 3,000 of it. */
    private static PreemptionSetting waived() {
        var known = Contract.at("2025-01-16T09:00:00");
        var contract = Contract.standard().waived(5_000L, known);
        var grid = List.of(
                Contract.at("2025-01-15T09:00:00"),
                known,
                Contract.at("2025-01-17T09:00:00"),
                Contract.at("2025-01-31T17:00:01"),
                Contract.at("2026-01-31T00:00:00"));
        return of(
                        "a waiver that others draw on",
                        contract,
                        grid,
                        List.of(Response.Accepts.asOffered(3_000), new Response.Declines()),
                        List.of(Round.quote("oracle", 3_000, "2.50"), Round.quote("coreweave", 2_000, "2.40")),
                        More.NOTHING)
                .asking(Round.request(Round.terms(3_000, 1_000), "oracle", "coreweave"))
                .ruledBy(List.of(
                        new Book(contract.rulings(), 0),
                        new Book(contract.rulings(), 5_000),
                        new Book(drawn(contract, known), 2_000),
                        new Book(drawn(contract, known), 2_000),
                        new Book(drawn(contract, known), 2_000)));
    }

    /** Two winners of 3,000 GPUs each, a waiver for 5,000 of which others draw 3,000 in the end, and a holder that may match. */
    private static PreemptionSetting waivedBidsFirst() {
        var contract = Contract.standard().bidsFirst().waived(5_000L, Contract.SIGNED);
        var before = new Book(contract.rulings(), 5_000);
        var after = new Book(drawn(contract, DEADLINE.getFirst()), 2_000);
        return of(
                        "a waiver of a right to match",
                        contract,
                        DEADLINE,
                        List.of(Response.Accepts.asOffered(3_000), new Response.Declines()),
                        List.of(Round.quote("oracle", 3_000, "2.50"), Round.quote("coreweave", 3_000, "2.60")),
                        More.NOTHING)
                .asking(Round.request(Round.terms(6_000, 1_000), "oracle", "coreweave"))
                .ruledBy(List.of(before, before, after, after));
    }

    private static Rulings drawn(Contract contract, Instant at) {
        return new Round(contract)
                .at(at)
                .then(Round.request(Round.terms(3_000, 1_000), "oracle"))
                .then(Round.quote("oracle", 3_000, "2.50"))
                .then(new Command.Award())
                .left();
    }

    static PreemptionSetting of(
            String name,
            Contract contract,
            List<Instant> grid,
            List<Response> responses,
            List<Command> bids,
            More more) {
        var holder = new Holder(MICROSOFTS, List.of("oracle", "coreweave"), contract.preemption());
        var books = Collections.nCopies(grid.size(), new Book(contract.rulings(), 0));
        return new PreemptionSetting(name, books, List.of(holder), grid, BOTH, responses, bids, more);
    }

    PreemptionSetting asking(Command.Request other) {
        return new PreemptionSetting(name, books, holders, grid, other, responses, bids, more);
    }

    PreemptionSetting beside(OtherRequests others) {
        return ruledBy(books.stream()
                .map(book -> new Book(book.rulings(), book.waived(), others))
                .toList());
    }

    PreemptionSetting withoutRights() {
        return new PreemptionSetting(name, books, List.of(), grid, request, responses, bids, more);
    }

    private PreemptionSetting ruledBy(List<Book> others) {
        return new PreemptionSetting(name, others, holders, grid, request, responses, bids, more);
    }

    static Contract conducted(UnaryOperator<Preemption> change) {
        return Contract.standard().preemption(change);
    }

    private static Preemption.Conduct rank(int rank) {
        return new Preemption.Conduct(
                Preemption.Counter.DECLINES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, rank);
    }

    private static Preemption.Conduct conduct(
            Preemption.Counter counter, List<String> tolling, Preemption.OnFailure onFailure) {
        return new Preemption.Conduct(counter, Set.of(), null, tolling, onFailure, 1);
    }

    int last() {
        return grid.size() - 1;
    }

    /** An instant of the grid, or just before it begins. */
    Instant instant(int of) {
        return of < 0 ? grid.getFirst().minusSeconds(-of) : grid.get(of);
    }

    Context context(int at) {
        var book = books.get(at);
        return new Context(book.rulings(), new Basis.Live(), book.others(), grid.get(at));
    }

    /** As it is before anybody draws. */
    public Rulings rulings() {
        return books.getFirst().rulings();
    }

    long waived(int at) {
        return books.get(at).waived();
    }

    @Override
    public String toString() {
        return name;
    }
}
