package io.proviso.desk;

import io.proviso.agreement.Verdict;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event.Closed.Outcome;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Who may supply what the holder of first refusal left, and what they bid. */
final class Alternates {
    private Alternates() {}

    static Unfolding invite(Unfolding unfolding) {
        var request = unfolding.request();
        var gpus = request.quantities().toAward();
        var invited = new ArrayList<Ruled>();
        var excluded = new ArrayList<Ruled>();
        for (var candidate : request.need().candidates()) {
            var ruled = rule(request, candidate, gpus, unfolding.context()).ruled();
            var mayBid = ruled.isFree()
                    || Rights.waitsForBids(request, ruled.ruling().verdict(), unfolding.context());
            (mayBid ? invited : excluded).add(ruled);
        }
        unfolding.then(new Event.Invited(unfolding.now(), gpus, invited, excluded));
        return invited.isEmpty()
                ? unfolding.then(new Event.Closed(unfolding.now(), Outcome.NO_LAWFUL_PROVIDER, gpus))
                : unfolding;
    }

    /** How a candidate is ruled for a quantity, and as if nobody had been asked of it. */
    record Judged(Ruled ruled, Verdict unasked) {}

    /**
     * Whether a candidate may supply a released quantity, ruled with what the holder said of exactly that quantity.
     *
     * <p>A refusal frees only what was offered to the one who refused: a candidate behind another right stays out, and one
     * behind none is ruled as if nobody had refused, so that a waiver it needs is drawn.
     */
    static Judged rule(CapacityRequest request, Candidate candidate, long gpus, Context context) {
        var unasked = context.verdict(request.need(), candidate, gpus, Refusal.NONE);
        var behind = Rights.toOffer(unasked);
        var settled = !behind.isEmpty() && behind.stream().allMatch(request::isSettled);
        var refusal = settled ? request.refused() : Refusal.NONE;
        return new Judged(context.rule(request.need(), candidate, gpus, refusal), unasked);
    }

    static Decision quote(CapacityRequest request, Command.Quote command, Context context) {
        var bid = command.bid();
        if (request.bids().contains(bid)
                || request.standing().heard().replaced().contains(bid)) {
            return Decision.nothingNew();
        }
        if (request.phase() != CapacityRequest.Phase.INVITED) {
            return new Refused(
                    Rule.ONLY_THE_INVITED_BID,
                    "request " + request.need().id() + ": it takes no bids while " + request.phase(),
                    "Bid when invited.");
        }
        var why = whyUnfit(request, bid);
        return why != null
                ? why
                : new Unfolding(request, context)
                        .then(new Event.Quoted(context.now(), bid))
                        .decided();
    }

    private static @Nullable Refused whyUnfit(CapacityRequest request, Bid bid) {
        if (request.invited().stream()
                .noneMatch(candidate -> candidate.provider().equals(bid.provider()))) {
            return new Refused(
                    Rule.ONLY_THE_INVITED_BID,
                    "bid " + bid.id() + ": " + bid.provider() + " was not invited to request "
                            + request.need().id(),
                    "See the ruling that kept it out.");
        }
        var terms = request.need().terms();
        var currency = terms.price().currency();
        if (!bid.price().currency().equals(currency)) {
            return new Refused(
                    Rule.A_BID_FITS_ITS_REQUEST,
                    "bid " + bid.id() + ": " + bid.price() + " is not in " + currency,
                    "Quote in the currency of the request.");
        }
        var asked = terms.schedule().term();
        if (bid.term(terms).compareTo(asked) < 0) {
            return new Refused(
                    Rule.A_BID_FITS_ITS_REQUEST,
                    "bid " + bid.id() + ": its term of " + bid.term(terms).toHours() + " hours is shorter than the "
                            + asked.toHours() + " asked for",
                    "Quote for the term of the request, or a longer one.");
        }
        return null;
    }
}
