package io.proviso.desk.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.desk.Bargain;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Comparison;
import io.proviso.desk.Context;
import io.proviso.desk.DeskQuestion;
import io.proviso.desk.Event;
import io.proviso.desk.Freedom;
import io.proviso.desk.Offer;
import io.proviso.desk.Reservation;
import io.proviso.units.Provider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the desk does with a request, held against what a ruling on the request's own question says by the rounds that the desk put
 * on record. Whoever explores or simulates the desk asks at every step whether the two agree.
 */
public final class DeskAndRecord {
    private final CapacityRequest request;
    private final List<Round> rounds;
    private final Context context;

    private DeskAndRecord(CapacityRequest request, Context context) {
        this.request = request;
        this.rounds = request.offers().stream().map(Offer::round).toList();
        this.context = context.at(latest(context.now()));
    }

    /**
     * In what they differ: an offer that waits for its holder is one by the record too, and whom the desk may award to has nobody
     * to ask by the record either. Null if they agree, or if nothing of the kind stands to be asked.
     */
    public static @Nullable String difference(CapacityRequest request, Context context) {
        return switch (request.phase()) {
            case REQUESTED, CLOSED -> null;
            case OFFERED, INVITED -> {
                var both = new DeskAndRecord(request, context);
                yield both.isBeyondTheRecord() ? null : both.difference();
            }
        };
    }

    /** The same of what is about to be reserved for somebody other than a holder; {@code request} as it was just before. */
    public static @Nullable String difference(CapacityRequest request, Event.Awarded awarded, Context context) {
        var both = new DeskAndRecord(request, context);
        return both.isBeyondTheRecord() ? null : both.difference(awarded.comparison());
    }

    /** What is on record may be later than the clock of whoever looks; and a round goes on at full seconds. */
    private Instant latest(Instant now) {
        var latest = request.offers().stream()
                .flatMap(DeskAndRecord::instants)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
        var second = latest.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(latest) ? latest : second.plusSeconds(1);
    }

    private static Stream<Instant> instants(Offer offer) {
        var told = offer.round().steps().stream().flatMap(step -> Stream.of(step.at(), step.recorded()));
        var silence = offer.ending() instanceof Offer.Ending.Lapsed(Instant deadline)
                ? Stream.of(deadline.plusSeconds(1))
                : Stream.<Instant>of();
        return Stream.of(Stream.of(offer.made()), told, silence).flatMap(each -> each);
    }

    /**
     * A record tells what was put, answered and signed, but not why a right stands aside, nor that a contract came to nothing, nor
     * that several requests are one need; and where only parts of a need were put, it takes the largest for the whole. An acceptance
     * it takes for the holder's, which may have no right to a part; the customer may take a counter for one all the same. And it has
     * offers in the order of their instants, though a clock that was behind may have given one that was made later an earlier one.
     */
    private boolean isBeyondTheRecord() {
        return !request.standing().setAside().isEmpty()
                || request.need().aggregated() > 0
                || (!rounds.isEmpty()
                        && mostPut() < request.need().terms().size().gpus())
                || request.offers().stream().anyMatch(offer -> hasFailed(offer) || isByTheCustomer(offer))
                || !isInOrder();
    }

    private boolean isByTheCustomer(Offer offer) {
        var taken = request.reservation(offer.id());
        return taken != null
                && taken.gpus() < offer.gpus()
                && offer.ending() instanceof Offer.Ending.Answered by
                && offer.counters().contains(by);
    }

    private boolean isInOrder() {
        var offers = request.offers();
        return IntStream.range(1, offers.size())
                .noneMatch(i -> offers.get(i).made().isBefore(offers.get(i - 1).made()));
    }

    private long mostPut() {
        return request.offers().stream().mapToLong(Offer::gpus).max().orElse(0);
    }

    private boolean hasFailed(Offer offer) {
        return offer.round().steps().stream()
                .anyMatch(step -> step.what() instanceof Happening.Signed(Long quantity, String with)
                        && quantity != null
                        && request.reservations().stream()
                                .noneMatch(one -> one.gpus() == quantity && isReserved(one, offer, with)));
    }

    private static boolean isReserved(Reservation reservation, Offer offer, String with) {
        return offer.right().holder().name().equals(with)
                ? reservation.id().equals(offer.id())
                : reservation.provider().name().equals(with);
    }

    private @Nullable String difference() {
        var open = request.openOffer();
        if (open != null) {
            return open.receipt() == null || open.receipt().inTime(context.now()) ? freed(open) : null;
        }
        long released = request.quantities().released();
        if (released > 0) {
            for (var candidate : request.invited()) {
                boolean awards = mayAward(candidate, released);
                boolean permitted = isPermitted(candidate, released);
                if (awards != permitted) {
                    return "the desk " + (awards ? "may" : "may not") + " award " + released + " to "
                            + candidate.provider() + ", the record " + (permitted ? "frees" : "does not free") + " it";
                }
            }
        }
        return null;
    }

    /** Whom the record frees while the holder has the offer in hand. */
    private @Nullable String freed(Offer open) {
        for (var candidate : request.need().candidates()) {
            if (isBehind(candidate, open) && isPermitted(candidate, open.gpus())) {
                return open.id() + " is open, the record frees " + candidate.provider() + " of it";
            }
        }
        return null;
    }

    private boolean isBehind(Candidate candidate, Offer open) {
        var unasked = context.verdict(request.need(), candidate, open.gpus());
        return Lineup.toOffer(unasked).contains(open.right().name())
                && (open.bargain() == null || open.bargain().with().contains(candidate.provider()));
    }

    private @Nullable String difference(Comparison comparison) {
        var won = comparison.lines().stream().filter(line -> line.awarded() > 0).toList();
        for (var line : won) {
            var provider = line.bid().provider();
            for (var candidate : request.invited()) {
                if (candidate.provider().equals(provider)
                        && !isPutWithOthers(provider)
                        && !isPermitted(candidate, line.awarded())) {
                    return "the desk awards " + line.awarded() + " to " + provider + ", the record does not free it";
                }
            }
        }
        return null;
    }

    /**
     * Whether a holder was shown a bargain that several would serve together. Then the desk compares the whole with what was refused,
     * while a question is of one contract, and neither it nor what was put says what share that has in the whole: it asks something else.
     */
    private boolean isPutWithOthers(Provider provider) {
        return request.offers().stream()
                .map(Offer::bargain)
                .anyMatch(bargain -> bargain != null
                        && bargain.with().size() > 1
                        && bargain.with().contains(provider));
    }

    /** Whether the desk would award that much to it as things stand, on the terms refused, without another word from a holder. */
    private boolean mayAward(Candidate candidate, long gpus) {
        var judged = Alternates.rule(request, candidate, gpus, context);
        return judged.ruled().isFree()
                && Lineup.toOffer(judged.unasked()).stream()
                        .allMatch(right -> request.freedoms(right).stream()
                                .anyMatch(freedom -> !freedom.isOver(context.now())
                                        && freedom.departures(onItsTerms(freedom, candidate, gpus), context::told)
                                                .isEmpty()));
    }

    private Bargain onItsTerms(Freedom freedom, Candidate candidate, long gpus) {
        var refused = freedom.tail() == null
                ? Bargain.of(request.need().terms(), gpus)
                : freedom.tail().refused();
        return new Bargain(gpus, refused.price(), refused.start(), refused.term(), List.of(candidate.provider()));
    }

    private boolean isPermitted(Candidate candidate, long gpus) {
        var vocabulary = context.rulings().portfolio().vocabulary();
        var asked = DeskQuestion.of(request.need().terms(), candidate, gpus, Map.of(), vocabulary);
        var own = new Question(asked.act(), asked.facets(), Map.of())
                .of(rounds.isEmpty() ? null : request.need().id());
        var now = context.now();
        var basis = context.basis();
        return context.rulings()
                        .verdict(own, rounds, basis.asOf(now), basis.knownAt(now))
                        .outcome()
                == Outcome.PERMITTED;
    }
}
