package io.proviso.counsel.due;

import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a figure or a day rests on that no party published: assumed or reported parameters that it is made from, a weak source. */
public final class Marks {
    /** Parameters from which a day or a figure of each kind is made. */
    private static final Set<String> HEADLINE = Set.of("amount", "headline", "options", "option");

    private static final Set<String> PAYMENT = Set.of(
            "amount",
            "headline",
            "term",
            "ramp",
            "delivery",
            "tranches",
            "price",
            "fees-from",
            "options",
            "option",
            "effective",
            "until");
    private static final Set<String> HEADROOM =
            Set.of("up-to", "until", "revocable", "signed", "calendar", "cutoff", "receipt", "deadline");
    private static final Set<String> SHARE = Set.of("rate", "base", "cap", "payer", "payee");

    private Marks() {}

    static List<String> ofHeadline(Clause clause) {
        return of(clause, HEADLINE);
    }

    /** What is firm depends on everything a commitment says but on whether it adds to others. */
    static List<String> ofFirm(Clause clause) {
        var all = new TreeSet<>(clause.provenance().assumed());
        all.addAll(clause.provenance().reported());
        all.removeAll(Set.of("incremental", "effective"));
        return and(of(clause, all), silent(clause, one -> one == Default.FEES_FROM));
    }

    static List<String> ofPayment(Clause clause) {
        return and(of(clause, PAYMENT), silent(clause, one -> one == Default.FEES_FROM));
    }

    static List<String> ofShare(Clause clause) {
        return of(clause, SHARE);
    }

    static List<String> ofHeadroom(Clause clause) {
        return of(clause, HEADROOM);
    }

    static List<String> of(Clause clause, Obligation.Kind kind) {
        return of(
                clause,
                switch (kind) {
                    case EXPIRY -> Set.of("until");
                    case NOTICE ->
                        Set.of(
                                "until",
                                "window",
                                "calendar",
                                "cutoff",
                                "receipt",
                                "deadline",
                                "termination",
                                "renews",
                                "notice",
                                "not-before",
                                "fee",
                                "ramp",
                                "term");
                    case REVOCATION -> Set.of("revocable", "notice", "calendar", "cutoff", "receipt", "deadline");
                    case EFFECT -> Set.of("effective");
                    case COVENANT_TEST -> Set.of("effective", "at-least", "measure", "per", "counts");
                    case CURE ->
                        Set.of("effective", "per", "cure", "for-cause", "calendar", "cutoff", "receipt", "deadline");
                    case START, COMMITMENT -> PAYMENT;
                    case DELIVERY, DELAY ->
                        Set.of("delivery", "tranches", "due", "grace", "delay", "credits", "exit", "price", "quantity");
                    case OPTION -> Set.of("option", "options", "exercise-by", "extensions", "notice");
                    case MILESTONE -> Set.of("fact", "declared-by", "verified-by", "criteria", "due", "grace");
                    case ANSWER -> Set.of("window", "stages", "calendar", "cutoff", "receipt", "deadline", "on-lapse");
                    case TAIL -> Set.of("tail", "calendar", "cutoff", "deadline");
                    case ROUND -> Set.of();
                });
    }

    /** Of a day that is counted from or back to the receipt of a notice of a commitment. */
    static List<String> ofNotice(Clause clause, Obligation.Kind kind) {
        return and(of(clause, kind), silent(clause, Default::isOfCounting));
    }

    /** Of a delivery and what follows if it is late. */
    static List<String> ofDelivery(Clause clause) {
        return and(of(clause, Obligation.Kind.DELIVERY), silent(clause, one -> one == Default.CREDITS_FROM));
    }

    private static List<String> and(List<String> marks, List<String> more) {
        return Stream.concat(marks.stream(), more.stream()).toList();
    }

    /** Terms that the clause leaves to a default. */
    private static List<String> silent(Clause clause, Predicate<Default> which) {
        var terms = clause.provenance().defaults().stream()
                .filter(which)
                .map(Default::term)
                .toList();
        return terms.isEmpty() ? List.of() : List.of("assumed where it is silent: " + String.join(", ", terms));
    }

    /** Of a round: what its clause marks, and a weak source of its own. */
    static List<String> of(Clause clause, Round round, Obligation.Kind kind) {
        return Stream.concat(
                        of(clause, kind).stream(),
                        weak(round.source()).stream().map(weak -> "round " + round.id() + ": " + weak))
                .toList();
    }

    /** Of an instrument: its day is assumed where one of the clauses it brings says so. */
    static List<String> of(Instrument instrument) {
        return instrument.changes().stream()
                .flatMap(change -> written(change).stream())
                .flatMap(clause -> parameters(clause, Set.of("effective")).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Clause> written(Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) -> List.of(clause);
            case Change.Restates(Clause clause, List<String> _) -> List.of(clause);
            case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> List.of();
        };
    }

    private static List<String> of(Clause clause, Collection<String> parameters) {
        var marks = parameters(clause, parameters);
        weak(clause.provenance().source()).ifPresent(weak -> marks.add("source: " + weak));
        return marks;
    }

    private static List<String> parameters(Clause clause, Collection<String> parameters) {
        var marks = new ArrayList<String>();
        add(marks, "assumed: ", clause.provenance().assumed(), parameters);
        add(marks, "reported: ", clause.provenance().reported(), parameters);
        return marks;
    }

    /** What a source is if no party published it. */
    static Optional<String> weak(Source source) {
        return Optional.of(source.confidence())
                .filter(confidence -> confidence.compareTo(Confidence.REPORTED) >= 0)
                .map(Confidence::words);
    }

    private static void add(List<String> marks, String word, Set<String> marked, Collection<String> parameters) {
        var both = new TreeSet<>(marked);
        both.retainAll(parameters);
        if (!both.isEmpty()) {
            marks.add(word + String.join(", ", both));
        }
    }

    /** Behind what they mark; nothing if there are none. */
    public static String words(List<String> marks) {
        return marks.isEmpty() ? "" : " [" + String.join("; ", marks) + "]";
    }
}
