package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the papers of an agreement leave standing, as slowly and plainly as design.md says it. */
public final class NaivePapers {
    /** A clause in force, when it was written, the consent or waiver that it is, and the readings that no pin excludes. */
    public record Standing(
            Instant written,
            @Nullable Instrument grant,
            Clause clause,
            List<Reading> readings,
            List<Reading> live,
            @Nullable Instant revoked) {
        Standing revoked(@Nullable Instant received) {
            return new Standing(written, grant, clause, readings, live, received);
        }
    }

    private final Portfolio portfolio;
    private final Instant asOf;
    private final Instant knownAt;

    public NaivePapers(Portfolio portfolio, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    public boolean known(@Nullable Instant recorded) {
        return recorded == null || !recorded.isAfter(knownAt);
    }

    /** What stands of an agreement, null if it is not in force. */
    @Nullable
    public Map<String, Standing> clauses(Agreement agreement) {
        var clauses = new LinkedHashMap<String, Standing>();
        boolean begun = false;
        var papers = agreement.instruments().stream()
                .filter(paper -> paper.type() != Instrument.Type.MOU)
                .filter(paper -> known(paper.recorded()) && !paper.effective().isAfter(asOf))
                .sorted(Comparator.comparing(Instrument::effective))
                .toList();
        for (var paper : papers) {
            begun = true;
            for (var change : paper.changes()) {
                if (change instanceof Change.Terminates) {
                    return null;
                }
                apply(agreement, clauses, paper, change);
            }
        }
        return begun ? clauses : null;
    }

    private void apply(Agreement agreement, Map<String, Standing> clauses, Instrument paper, Change change) {
        switch (change) {
            case Change.Adds(Clause clause) -> {
                if (known(clause.provenance().recorded())) {
                    var grant = isGrant(paper) ? paper : null;
                    clauses.put(
                            clause.name(), standing(agreement, paper.effective(), grant, clause, clause.readings()));
                }
            }
            case Change.Restates(Clause clause, List<String> keeps) -> {
                if (known(clause.provenance().recorded())) {
                    var old = clauses.get(clause.name());
                    var said = clause.statedOverrides();
                    var overrides = said == null && old != null ? old.clause().overrides() : clause.overrides();
                    var grant = isGrant(paper) ? paper : old == null ? null : old.grant();
                    clauses.put(
                            clause.name(),
                            standing(
                                    agreement,
                                    paper.effective(),
                                    grant,
                                    clause.overriding(overrides),
                                    clause.readings()));
                    clauses.values()
                            .removeIf(other -> pierces(other, clause.name())
                                    && !keeps.contains(other.clause().name()));
                }
            }
            case Change.Ends(String name, List<Reading> readings) -> {
                var old = clauses.get(name);
                if (old != null && readings.isEmpty()) {
                    clauses.remove(name);
                } else if (old != null) {
                    clauses.put(
                            name,
                            standing(agreement, old.written(), old.grant(), old.clause(), readings)
                                    .revoked(old.revoked()));
                }
            }
            case Change.Interprets(String name, Reading reading) -> {
                var old = clauses.get(name);
                if (old != null) {
                    var more = new ArrayList<>(old.readings());
                    more.add(reading);
                    clauses.put(
                            name,
                            standing(agreement, old.written(), old.grant(), old.clause(), more)
                                    .revoked(old.revoked()));
                }
            }
            case Change.Revokes(String name) ->
                clauses.computeIfPresent(name, (_, old) -> old.revoked(paper.effective()));
            case Change.Terminates() -> throw new AssertionError("handled before");
        }
    }

    private static boolean isGrant(Instrument paper) {
        return paper.type() == Instrument.Type.CONSENT || paper.type() == Instrument.Type.WAIVER;
    }

    private Standing standing(
            Agreement agreement, Instant written, @Nullable Instrument grant, Clause clause, List<Reading> readings) {
        var onRecord =
                readings.stream().filter(reading -> known(reading.recorded())).toList();
        var names = onRecord.stream().map(Reading::name).toList();
        List<String> chosen = names;
        var latest = Instant.MIN;
        for (var pin : portfolio.pins()) {
            boolean counts = pin.clause().agreement().equals(agreement.name())
                    && pin.clause().clause().equals(clause.name())
                    && known(pin.made())
                    && names.stream().anyMatch(pin.readings()::contains)
                    && pin.made().isAfter(latest);
            if (counts) {
                chosen = pin.readings();
                latest = pin.made();
            }
        }
        var live = new ArrayList<Reading>();
        for (var reading : onRecord) {
            if (chosen.contains(reading.name())) {
                live.add(reading);
            }
        }
        return new Standing(written, grant, clause, onRecord, live, null);
    }

    private static boolean pierces(Standing consent, String clause) {
        return consent.grant() != null && consent.clause().overrides().contains(clause);
    }
}
