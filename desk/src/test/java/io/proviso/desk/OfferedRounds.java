package io.proviso.desk;

import io.proviso.agreement.Confidence;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.Ruling;
import io.proviso.agreement.Source;
import io.proviso.desk.CapacityRequest.Need;
import io.proviso.desk.Offer.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rounds that a request ran, as they go on record: one for each offer, by the events that made it. What a ruling says of a right
 * follows from them, by the same function that reads the rounds of a file.
 */
final class OfferedRounds {
    private static final Source DESK = new Source("the desk's own round", null, Confidence.PRIMARY);

    private final DeskWords words;
    private final LinkedHashMap<String, Round> rounds = new LinkedHashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private @Nullable Need need;

    private OfferedRounds(DeskWords words) {
        this.words = words;
    }

    /** In the words of the portfolio under which the request was decided. */
    static List<Round> of(List<Event> history, DeskWords words) {
        var told = new OfferedRounds(words);
        history.forEach(told::then);
        return List.copyOf(told.rounds.values());
    }

    private void then(Event event) {
        switch (event) {
            case Event.Requested requested -> need = requested.need();
            case Event.Offered made -> begin(made.at(), made.offer(), made.right(), made.gpus(), null);
            case Event.OfferedToMatch made ->
                begin(made.at(), made.offer(), made.right(), made.bargain().gpus(), made.bargain());
            case Event.Received(Instant at, String offer, Offer.Receipt receipt) ->
                step(offer, new Happening.Received(List.of()), receipt.at(), at);
            case Event.Defective(Instant at, String offer, Instant received, List<String> missing) ->
                step(offer, new Happening.Received(missing), received, at);
            case Event.Talks talks -> talk(talks);
            case Event.Accepted accepted ->
                ended(accepted.at(), accepted.offer(), accepted.by(), new Happening.Accepted(accepted.gpus()));
            case Event.Declined declined ->
                ended(declined.at(), declined.offer(), declined.by(), saying(declined.because(), declined.by()));
            case Event.Waived waived -> ended(waived.at(), waived.offer(), waived.by(), new Happening.Waived());
            case Event.Moot(Instant at, String offer, Ending _) -> step(offer, new Happening.Withdrawn(), at, at);
            case Event.Withdrawn(Instant at, String _) -> withdrawn(at);
            case Event.Reserved(Instant at, Reservation reservation, Ruling ruling) -> {
                if (holders.containsKey(reservation.id()) || isByRefusal(ruling)) {
                    signed(at, reservation);
                }
            }
            // Too late, it changes nothing; if the clock turns out to have stood still, it is told again as the answer.
            case Event.LateAnswer _ -> {}
            case Event.DeadlineMoved _,
                    Event.Lapsed _,
                    Event.TailOpened _,
                    Event.TailExpired _,
                    Event.RightSetAside _,
                    Event.RemainderReleased _,
                    Event.Invited _,
                    Event.Quoted _,
                    Event.Awarded _,
                    Event.Delivery _,
                    Event.Closed _ -> {}
        }
    }

    private void begin(Instant at, String offer, Right right, long quantity, @Nullable Bargain bargain) {
        var asked = Objects.requireNonNull(need);
        holders.put(offer, right.holder().name());
        rounds.put(
                offer,
                new Round(
                        offer,
                        right.name(),
                        asked.id(),
                        put(asked.terms(), quantity, bargain),
                        new Round.Notice(at, null, List.of(), at),
                        List.of(),
                        DESK));
    }

    private Map<String, Term> put(Terms terms, long quantity, @Nullable Bargain bargain) {
        var offered = bargain == null ? Bargain.of(terms, quantity) : bargain;
        var put = new LinkedHashMap<String, Term>();
        var counted = words.find(DeskWords.Of.QUANTITY);
        if (counted != null) {
            put.put(counted, new Term.Amount(quantity));
            put.put("gang", new Term.Amount(Math.min(terms.size().minimumGang(), quantity)));
        }
        values(put, DeskWords.Of.BUYER, List.of(terms.purpose().actor()));
        values(put, DeskWords.Of.WORKLOAD, terms.purpose().workloads());
        values(put, DeskWords.Of.REGION, terms.hardware().regions());
        values(
                put,
                DeskWords.Of.SUPPLIER,
                offered.with().stream().map(provider -> provider.name()).toList());
        if (offered.price() != null) {
            put.put("price", new Term.Price(offered.price()));
        }
        put.put("start", new Term.Start(offered.start()));
        put.put("term", new Term.Length(offered.term().toHours() + " hours"));
        return put;
    }

    private void values(Map<String, Term> put, DeskWords.Of of, List<String> values) {
        var facet = words.find(of);
        if (facet != null && !values.isEmpty()) {
            put.put(facet, new Term.Values(values));
        }
    }

    private void talk(Event.Talks talks) {
        switch (talks) {
            case Event.Countered(Instant at, String offer, Ending.Answered counter) ->
                step(offer, new Happening.Countered(), counter.received() == null ? at : counter.received(), at);
            case Event.Extended extended
            when extended.anew() == null ->
                step(extended.offer(), new Happening.ExtendedTo(extended.to().utc()), extended.at(), extended.at());
            case Event.Extended _ -> {}
            case Event.Tolled(Instant at, String offer, String event, Instant since) ->
                step(offer, new Happening.Tolled(event), since, at);
            case Event.Resumed(Instant at, String offer, Instant until, Offer.Tolling tolling) ->
                step(offer, new Happening.Resumed(tolling.over().getLast().event()), until, at);
        }
    }

    /** What nobody said, silence says by itself. What was told of the offer after the answer was received came too late for it. */
    private void ended(Instant at, String offer, Ending by, Happening what) {
        if (by instanceof Ending.Answered(String _, Instant received, Response _)) {
            var counts = received == null ? at : received;
            rounds.computeIfPresent(
                    offer,
                    (_, round) -> with(
                            round,
                            round.steps().stream().filter(step -> !step.at().isAfter(counts))));
            step(offer, what, counts, at);
            answered.add(offer);
        }
    }

    private static Happening saying(Event.Declined.Because because, Ending by) {
        return switch (because) {
            case DECLINED -> new Happening.Declined();
            case COUNTERED, NOT_MATCHED -> new Happening.Countered();
            case PARTIAL_NOT_ALLOWED, BELOW_MINIMUM_GANG ->
                by instanceof Ending.Answered(String _, Instant _, Response response)
                        ? said(response)
                        : new Happening.Declined();
        };
    }

    private static Happening said(Response response) {
        return switch (response) {
            case Response.Accepts accepts -> new Happening.Accepted(accepts.gpus());
            case Response.Declines() -> new Happening.Declined();
            case Response.Waives() -> new Happening.Waived();
            case Response.Counters _ -> new Happening.Countered();
        };
    }

    private void withdrawn(Instant at) {
        rounds.keySet().stream()
                .filter(offer -> !answered.contains(offer))
                .toList()
                .forEach(offer -> step(offer, new Happening.Withdrawn(), at, at));
    }

    /** What may be had though nobody refused takes nothing from what a refusal freed. */
    private static boolean isByRefusal(Ruling ruling) {
        return !ruling.asking().question().supposed().containsValue(Refusal.NONE.word());
    }

    /** What a holder took is served by its own contract; any other takes from what the whole request freed, and is told once. */
    private void signed(Instant at, Reservation reservation) {
        var holder = holders.get(reservation.id());
        var with = holder == null ? reservation.provider().name() : holder;
        var round = holder == null
                ? rounds.sequencedKeySet().reversed().stream().findFirst()
                : Optional.of(reservation.id());
        round.ifPresent(id -> step(id, new Happening.Signed(reservation.gpus(), with), at, at));
    }

    private void step(String offer, Happening what, Instant at, Instant recorded) {
        rounds.computeIfPresent(
                offer,
                (_, round) -> with(
                        round, Stream.concat(round.steps().stream(), Stream.of(new Round.Step(what, at, recorded)))));
    }

    private static Round with(Round round, Stream<Round.Step> steps) {
        var inOrder = steps.sorted(Comparator.comparing(Round.Step::at)).toList();
        return new Round(
                round.id(),
                round.right(),
                round.request(),
                round.put(),
                round.notice(),
                withoutCopies(inOrder),
                round.source());
    }

    /** Who has the notice whole, or answers it, has it: of a copy that comes after that nothing is told. */
    private static List<Round.Step> withoutCopies(List<Round.Step> steps) {
        var kept = new ArrayList<Round.Step>();
        boolean hasIt = false;
        for (var step : steps) {
            boolean copy = step.what() instanceof Happening.Received;
            if (!copy || !hasIt) {
                kept.add(step);
            }
            hasIt |= step.what() instanceof Happening.Answer
                    || (step.what() instanceof Happening.Received(List<String> missing) && missing.isEmpty());
        }
        return kept;
    }
}
