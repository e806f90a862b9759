package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Reading;
import io.proviso.calendar.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it stands at one instant, as known at another: its instruments applied in order of effect.
 *
 * @param lingering rights that have ended by date and of which an offer already open runs on, where rounds are on record
 */
public record AgreementInForce(Agreement agreement, List<ClauseVersion> clauses, List<ClauseVersion> lingering) {
    public AgreementInForce {
        clauses = List.copyOf(clauses);
        lingering = List.copyOf(lingering);
    }

    /** The clause of that name as it stands, null if none is in force. */
    public @Nullable ClauseVersion find(String clause) {
        return clauses.stream()
                .filter(version -> version.name().equals(clause))
                .findFirst()
                .orElse(null);
    }

    /** Null before the first binding instrument takes effect and from termination on. */
    static @Nullable AgreementInForce at(Portfolio portfolio, Agreement agreement, Instant asOf, Instant knownAt) {
        var chain = new Chain(
                knownAt,
                portfolio.periods(agreement, knownAt),
                (link, then) -> new Facts(portfolio, then, knownAt).haveEnded(link.span(), agreement));
        chain.applyAll(Chain.binding(agreement, knownAt).stream()
                .takeWhile(instrument -> !instrument.effective().isAfter(asOf))
                .toList());
        return chain.inForce() ? new Reader(portfolio, agreement, asOf, knownAt).read(chain) : null;
    }

    /** Reads the clauses that papers left as they were known: with the pins, draws and notices that bear on them. */
    private record Reader(Portfolio portfolio, Agreement agreement, Instant asOf, Instant knownAt) {
        AgreementInForce read(Chain chain) {
            return new AgreementInForce(agreement, standing(chain), lingering(chain));
        }

        private List<ClauseVersion> lingering(Chain chain) {
            return chain.links().values().stream()
                    .filter(link -> link.span().isOver(asOf))
                    .filter(link -> hasRounds(link.clause().name()))
                    .map(link -> version(link, chain))
                    .filter(version ->
                            version.live().stream().map(Reading::body).anyMatch(Reader::runsOn))
                    .toList();
        }

        private boolean hasRounds(String clause) {
            var name = new ClauseName(agreement.name(), clause);
            return portfolio.rounds().stream().anyMatch(round -> round.right().equals(name));
        }

        private static boolean runsOn(@Nullable ClauseBody body) {
            return body instanceof FirstRefusal right
                    && right.preemption().conduct().openOffers() == Preemption.OpenOffers.RUN_ON;
        }

        private List<ClauseVersion> standing(Chain chain) {
            return chain.links().values().stream()
                    .filter(link -> !link.span().sleeps(asOf) && !link.span().isOver(asOf))
                    .map(link -> version(link, chain))
                    .filter(version -> !version.leavesNothing(asOf))
                    .toList();
        }

        private ClauseVersion version(Chain.Link link, Chain chain) {
            var clause = link.clause();
            var known = link.readings().stream()
                    .filter(reading ->
                            reading.recorded() == null || !reading.recorded().isAfter(knownAt))
                    .map(reading -> reading.asKnown(knownAt))
                    .toList();
            var pin = pin(clause.name(), known);
            var live = pin == null
                    ? known
                    : known.stream()
                            .filter(reading -> pin.readings().contains(reading.name()))
                            .toList();
            var exercise = new Exercise(
                    link.grant(),
                    drawn(clause.name(), chain.countsDrawsFrom(clause.name())),
                    yearOf(asOf),
                    link.revokedBy() == null ? null : revocation(link.revokedBy(), known));
            return new ClauseVersion(
                    agreement,
                    link.instrument(),
                    clause,
                    known,
                    live,
                    link.brought(),
                    pin,
                    link.span(),
                    link.since(),
                    exercise);
        }

        private @Nullable Pin pin(String clause, List<Reading> known) {
            return portfolio.pins().stream()
                    .filter(pin -> pin.clause().equals(new ClauseName(agreement.name(), clause))
                            && !pin.made().isAfter(knownAt)
                            && known.stream().anyMatch(reading -> pin.readings().contains(reading.name())))
                    .max(Comparator.comparing(Pin::made))
                    .orElse(null);
        }

        private Instant yearOf(Instant day) {
            if (day.equals(Instant.MIN)) {
                return day;
            }
            var zone = agreement.clock().zone();
            return day.atZone(zone)
                    .toLocalDate()
                    .withDayOfYear(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }

        private List<Draw> drawn(String clause, Instant from) {
            return portfolio.draws().stream()
                    .filter(draw -> draw.clause().equals(new ClauseName(agreement.name(), clause)))
                    .filter(draw -> !draw.at().isAfter(asOf) && !draw.recorded().isAfter(knownAt))
                    .filter(draw -> !draw.at().isBefore(from))
                    .toList();
        }

        /** When the notice is over that each reading asks for, counted as a right's window is: by the calendar as known. */
        private Exercise.Revocation revocation(Instrument by, List<Reading> readings) {
            var notices = new LinkedHashMap<String, Deadline>();
            for (var reading : readings) {
                if (reading.body() instanceof Permission permission && permission.revocable() != null) {
                    var notice = portfolio
                            .deadlines(agreement.clock(), knownAt)
                            .deadline(by.effective(), permission.revocable());
                    notices.put(reading.name(), notice);
                }
            }
            return new Exercise.Revocation(by.name(), by.effective(), notices);
        }
    }
}
