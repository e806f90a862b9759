package io.proviso.desk.rounds;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.ruling.Verdict;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Closed.Outcome;
import io.proviso.desk.Ruled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may supply what the holder of first refusal left, and what they bid. */
@CheckReturnValue
final class Alternates {
    private Alternates() {}

    static void invite(Unfolding unfolding) {
        var request = unfolding.request();
        var gpus = request.quantities().toAward();
        var invited = new ArrayList<Ruled>();
        var excluded = new ArrayList<Ruled>();
        for (var candidate : request.need().candidates()) {
            var ruled = rule(request, candidate, gpus, unfolding.context()).ruled();
            (maySupply(request, ruled, unfolding.context()) ? invited : excluded).add(ruled);
        }
        unfolding.then(new Event.Invited(unfolding.now(), gpus, invited, excluded));
        if (invited.isEmpty()) {
            unfolding.then(new Event.Closed(unfolding.now(), Outcome.NO_LAWFUL_PROVIDER, gpus));
        }
    }

    /** At once, or once the holders that may match it have seen the bargain. */
    static boolean maySupply(CapacityRequest request, Ruled ruled, Context context) {
        return ruled.isFree()
                || Lineup.of(List.of(ruled.ruling().verdict()), request, context)
                        .waitsForBids();
    }

    /** How a candidate is ruled for a quantity, and as if nobody had been asked of it. */
    record Judged(Ruled ruled, Verdict unasked) {}

    /**
     * Whether a candidate may supply a released quantity, ruled with what the holder of each right before it said.
     *
     * <p>A refusal frees only of the right of the one who refused: a candidate behind another right stays out, and one behind none
     * is ruled as if nobody had refused, so that a waiver it needs is drawn.
     */
    static Judged rule(CapacityRequest request, Candidate candidate, long gpus, Context context) {
        var unasked = context.verdict(request.need(), candidate, gpus);
        var said = said(request, Lineup.toOffer(unasked));
        return new Judged(context.rule(request.need(), candidate, gpus, said), unasked);
    }

    /** By the holder of each of those rights; empty if one of them has still to be asked. */
    private static Map<ClauseName, Refusal> said(CapacityRequest request, List<ClauseName> rights) {
        var said = new HashMap<ClauseName, Refusal>();
        for (var right : rights) {
            var refusal = request.said(right);
            if (refusal == null) {
                return Map.of();
            }
            said.put(right, refusal);
        }
        return said;
    }

    static @Nullable Refused quote(Unfolding unfolding, Command.Quote command) {
        var request = unfolding.request();
        var bid = command.bid();
        if (request.bids().contains(bid)
                || request.standing().heard().replaced().contains(bid)) {
            return null;
        }
        if (request.phase() != CapacityRequest.Phase.INVITED) {
            return new Refused(
                    Rule.ONLY_THE_INVITED_BID,
                    "request " + request.need().id() + ": it takes no bids while " + request.phase(),
                    "Bid when invited.");
        }
        var unfit = whyUnfit(request, bid);
        if (unfit == null) {
            unfolding.then(new Event.Quoted(unfolding.now(), bid));
        }
        return unfit;
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
