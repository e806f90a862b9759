package io.proviso.counsel;

import io.proviso.agreement.ClauseBody;
import io.proviso.agreement.ClauseName;
import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.Commitment;
import io.proviso.agreement.Covenant;
import io.proviso.agreement.Exclusivity;
import io.proviso.agreement.FirstAvailability;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Licence;
import io.proviso.agreement.Milestone;
import io.proviso.agreement.Permission;
import io.proviso.agreement.Prohibition;
import io.proviso.agreement.RevenueShare;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is owed in the time looked at and comes to no figure or day that could be counted, and why.
 *
 * @param money whether it is money that is owed; otherwise a party has to do or leave something all along
 */
public record Uncounted(ClauseName clause, boolean money, String what, String why, List<String> marks) {
    public Uncounted {
        marks = List.copyOf(marks);
    }

    /** What of a body cannot be counted; null if all of it has days or figures, or if it asks for nothing. */
    static @Nullable Uncounted of(ClauseVersion version, ClauseBody body, Instant knownAt) {
        return switch (body) {
            case RevenueShare share ->
                of(
                        version,
                        share,
                        knownAt,
                        true,
                        "it follows from revenue, of which no paper tells",
                        Marks.ofShare(version.clause()));
            case Commitment promise -> commitment(version, promise, knownAt);
            case FirstRefusal right ->
                of(version, right, knownAt, false, "each need has its own offer and deadline", List.of());
            case FirstAvailability first -> of(version, first, knownAt, false, "it binds each release", List.of());
            case Exclusivity _, Prohibition _ -> of(version, body, knownAt, false, "it binds all along", List.of());
            case Covenant _, Milestone _, Permission _, Licence _ -> null;
        };
    }

    private static @Nullable Uncounted commitment(ClauseVersion version, Commitment promise, Instant knownAt) {
        boolean amount = promise.amount().asKnown(knownAt) == null;
        var term = promise.term().asKnown(knownAt);
        if (!amount && term != null && term.to() != null) {
            return null;
        }
        return of(
                version,
                promise,
                knownAt,
                true,
                amount ? "its amount is undisclosed" : term == null ? "its term is undisclosed" : "its term has no end",
                Marks.ofPayment(version.clause()));
    }

    private static Uncounted of(
            ClauseVersion version, ClauseBody body, Instant knownAt, boolean money, String why, List<String> marks) {
        return new Uncounted(
                version.id(), money, new English(version.agreement().clock().zone(), knownAt).norm(body), why, marks);
    }
}
