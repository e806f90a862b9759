package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.Point;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A stretch of time in which nothing changes, with the agreements as they stand in it. */
public record Era(CompiledPortfolio portfolio, Interval span, Instant knownAt, List<AgreementInForce> inForce) {
    public Era {
        inForce = List.copyOf(inForce);
    }

    /** From the first agreement on, as known then. */
    public static List<Era> of(CompiledPortfolio portfolio, Instant knownAt) {
        var eras = new ArrayList<Era>();
        var from = portfolio.nextChange(Instant.MIN, knownAt);
        while (from != null) {
            var to = portfolio.nextChange(from, knownAt);
            var inForce = portfolio.inForce(from, knownAt);
            if (!inForce.isEmpty()) {
                eras.add(new Era(portfolio, new Interval(from, to), knownAt, inForce));
            }
            from = to;
        }
        return eras;
    }

    public Instant from() {
        return span.from();
    }

    public List<CompiledAct> acts() {
        return portfolio.portfolio().vocabulary().acts().keySet().stream()
                .map(this::act)
                .toList();
    }

    /** Every question about an act, of whatever facts. */
    public CompiledAct act(String act) {
        return new Standpoint(portfolio, from(), knownAt).supposing(act);
    }

    public Witness witness(CompiledAct act, Point point) {
        return Witness.at(act, point, from(), null);
    }

    public Stream<ClauseVersion> clauses() {
        return inForce.stream().flatMap(agreement -> agreement.clauses().stream());
    }

    /** Every commitment in force, with how it stands when the time begins. */
    public void eachCommitment(BiConsumer<ClauseVersion, CommitmentCourse> inspects) {
        var standpoint = new Standpoint(portfolio, from(), knownAt);
        clauses()
                .forEach(version -> bodies(version)
                        .filter(Commitment.class::isInstance)
                        .map(Commitment.class::cast)
                        .forEach(promise -> inspects.accept(version, standpoint.course(version.agreement(), promise))));
    }

    /** The agreements in force that forbid an act of which their clauses say nothing. */
    public Stream<String> forbiddingBySilence(String act) {
        return inForce.stream()
                .map(AgreementInForce::agreement)
                .filter(agreement -> agreement.silence().get(act) == Silence.FORBIDDEN)
                .map(Agreement::name);
    }

    /** The bodies of a clause that count, one for each reading that is not empty. */
    public static Stream<ClauseBody> bodies(ClauseVersion version) {
        return version.live().stream().map(Reading::body).filter(Objects::nonNull);
    }

    /** The numbers of the norms that count and satisfy a condition. */
    public static int[] norms(CompiledAct act, Predicate<Norm> wanted) {
        return IntStream.range(0, act.norms())
                .filter(norm -> act.isLive(norm) && wanted.test(act.norm(norm)))
                .toArray();
    }

    public static BitSet only(int... norms) {
        var set = new BitSet();
        for (int norm : norms) {
            set.set(norm);
        }
        return set;
    }

    /** Whether it asks that its holder be offered first. */
    public static boolean asksForOffer(Norm norm) {
        return norm.step() != null && norm.step().kind().isToHolder();
    }

    public static String agreement(Norm norm) {
        return norm.version().agreement().name();
    }
}
