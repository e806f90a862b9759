package io.proviso.counsel.english;

import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Aggregation;
import io.proviso.agreement.clause.Preemption.Bridge;
import io.proviso.agreement.clause.Preemption.Conduct;
import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a pre-emptive right is exercised, as sentences that follow what it covers; ordinary conduct is told as well, because silence on it is no answer. */
public record PreemptionEnglish(Party holder, Instant knownAt, Vocabulary vocabulary) {
    private static final String UNDISCLOSED_TIME = "an " + English.UNDISCLOSED + " time";

    String of(Preemption right, FirstRefusal.Answering answering) {
        var sentences = new ArrayList<String>();
        sentences.addAll(kind(right));
        if (right.bidsComeFirst()) {
            sentences.add(matching(right.matching()));
        }
        sentences.add(tail(right));
        sentences.add(counter(right.counter(), answering));
        if (right.reach().aggregation() != null) {
            sentences.add(aggregation(right.reach().aggregation()));
        }
        if (right.reach().bridge() != null) {
            sentences.add(bridge(right.reach().bridge()));
        }
        sentences.addAll(conduct(right.conduct()));
        return String.join(" ", sentences);
    }

    private List<String> kind(Preemption right) {
        var trigger = right.trigger() == Preemption.Trigger.THIRD_PARTY_OFFER
                ? Stream.of("It is triggered by the offer of another.")
                : Stream.<String>empty();
        var kind = switch (right.kind()) {
            case REFUSAL -> Stream.<String>empty();
            case OFFER -> Stream.of("It is a right of first offer: " + holder + " proposes the terms.");
            case NEGOTIATION ->
                Stream.of("It is a right to negotiate: until the deadline nobody else may be dealt with.");
            case LAST_LOOK -> Stream.of("It is a last look: whenever others improve, " + holder + " may match again.");
            case OPTION -> Stream.of("It is an option on preset terms, to be called or left.");
        };
        return Stream.concat(kind, trigger).toList();
    }

    private String matching(Matching matching) {
        return "To match is to meet "
                + switch (matching.standard()) {
                    case ALL_TERMS -> "every term";
                    case MATERIAL_TERMS -> "price and start";
                    case ECONOMIC_ONLY -> "the price";
                }
                + (matching.tolerance().signum() == 0 ? " exactly" : " within " + English.percent(matching.tolerance()))
                + "; what is not money "
                + switch (matching.nonCash()) {
                    case EXCLUDED -> "does not count";
                    case VALUED -> "counts at its stated worth";
                    case MUST_REPLICATE -> "must be given in kind";
                }
                + "; " + holder
                + switch (matching.alternates()) {
                    case BLIND -> " does not learn who bids.";
                    case NAMED -> " learns who bids.";
                };
    }

    private String tail(Preemption right) {
        var window = right.conduct().reofferWindow();
        var again = window == null ? "" : ", for which " + holder + " then has " + window;
        if (right.tail() == null) {
            return "A refusal frees the customer in that need for good.";
        }
        var tail = right.tail().asKnown(knownAt);
        if (tail == null) {
            return "A refusal frees the customer in that need for " + UNDISCLOSED_TIME
                    + "; after that it must be offered again" + again + ".";
        }
        var departures = departures(tail.floor());
        if (tail.period() == null) {
            return "A refusal frees the customer in that need without end"
                    + (departures.isEmpty()
                            ? "."
                            : "; for " + String.join(" or ", departures) + " it must be offered again" + again + ".");
        }
        var time = tail.isUndisclosed() ? UNDISCLOSED_TIME : String.valueOf(tail.length());
        return "A refusal frees the customer in that need for " + time + from(tail.from()) + "; after that"
                + (departures.isEmpty() ? "" : ", or for " + String.join(" or ", departures) + ",")
                + " it must be offered again" + again + ".";
    }

    private static String from(Preemption.Tail.From from) {
        return switch (from) {
            case REFUSAL -> "";
            case END_OF_WINDOW -> " from the end of the time to answer";
        };
    }

    private static List<String> departures(Floor floor) {
        var departures = new ArrayList<String>();
        add(departures, "price", floor.price());
        add(departures, "quantity", floor.quantity());
        if (floor.start() != null) {
            departures.add(
                    floor.start().isZero()
                            ? "any later start"
                            : "a start more than " + duration(floor.start()) + " later");
        }
        add(departures, "term", floor.term());
        if (floor.counterparty()) {
            departures.add("another counterparty");
        }
        return departures;
    }

    private static void add(List<String> departures, String metric, @Nullable Tolerance tolerance) {
        if (tolerance == null) {
            return;
        }
        var side = switch (tolerance.direction()) {
            case LOWER -> "lower";
            case HIGHER -> "higher";
            case EITHER -> "other";
        };
        departures.add(
                tolerance.share().signum() == 0
                        ? "any " + side + " " + metric
                        : tolerance.direction() == Preemption.Direction.EITHER
                                ? "a " + metric + " off by " + share(tolerance)
                                : "a " + metric + " " + share(tolerance) + " " + side);
    }

    private static String share(Tolerance tolerance) {
        var share = English.percent(tolerance.share());
        return tolerance.reopens() ? share + " or more" : "more than " + share;
    }

    private static String counter(Preemption.Counter counter, FirstRefusal.Answering answering) {
        return switch (counter) {
            case DECLINES -> "A counter-offer counts as a decline." + exercise(answering);
            case EXTENDS ->
                "The first counter-offer gives the whole time again; the next counts as a decline."
                        + exercise(answering);
            case NEGOTIATES ->
                answering.talks().isEmpty()
                        ? "A counter-offer is on the table until the deadline, which it does not move."
                        : switch (answering.opens()) {
                                    case BY_PROPOSAL -> "A proposal";
                                    case BY_EXERCISE -> "An acceptance, which binds to nothing else, or a proposal";
                                }
                                + " ends that time and opens talks of " + talks(answering)
                                + ", counted from its receipt.";
        };
    }

    /** What an exercise opens where a counter-offer opens nothing; empty if there are no talks. */
    private static String exercise(FirstRefusal.Answering answering) {
        return answering.opensTalks(0)
                ? " An acceptance, which binds to nothing else, ends that time and opens talks of " + talks(answering)
                        + ", counted from its receipt; in them a counter-offer ends nothing."
                : "";
    }

    /** How long the stages are that follow the first. */
    public static String talks(FirstRefusal.Answering answering) {
        return answering.talks().stream()
                .map(stage -> stage.asKnown(Instant.MAX))
                .map(length -> length == null ? UNDISCLOSED_TIME : length.toString())
                .collect(Collectors.joining(", and then of "));
    }

    private String aggregation(Aggregation aggregation) {
        var affiliates = aggregation.affiliates();
        return "Requests within " + days(aggregation.days()) + " are one need if they share "
                + aggregation.by().stream().sorted().map(PreemptionEnglish::by).collect(Collectors.joining(" and "))
                + (affiliates.isEmpty() ? "" : " (affiliates: " + String.join(", ", affiliates) + ")")
                + "; the right stands before it from "
                + English.limit(aggregation.threshold(), knownAt, vocabulary) + " on.";
    }

    private static String by(Aggregation.By by) {
        return switch (by) {
            case ACTOR -> "the buyer";
            case ACTOR_AND_AFFILIATES -> "the buyer or its affiliates";
            case PROJECT -> "the project";
        };
    }

    private String bridge(Bridge bridge) {
        var most = bridge.upTo();
        return "An emergency may be bridged for " + days(bridge.days())
                + (most == null ? "" : ", with at most " + vocabulary.told(most) + ",") + " without it.";
    }

    private List<String> conduct(Conduct conduct) {
        var sentences = new ArrayList<String>();
        if (!conduct.notice().isEmpty()) {
            sentences.add("A notice that leaves out "
                    + conduct.notice().stream().sorted().map(English::lower).collect(Collectors.joining(" or "))
                    + " starts no clock.");
        }
        if (!conduct.tolling().isEmpty()) {
            sentences.add("The clock stands still during: " + String.join(", ", conduct.tolling()) + ".");
        }
        sentences.add(
                switch (conduct.onFailure()) {
                    case THIS_NEED -> "Who accepts and then does not deliver loses the right for that need.";
                    case GENERALLY -> "Who accepts and then does not deliver loses the right altogether.";
                });
        if (conduct.rank() > 1) {
            sentences.add("Among several holders it is of rank " + conduct.rank() + ".");
        }
        return sentences;
    }

    private static String duration(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? days(Math.toIntExact(duration.toDays()))
                : duration.toHours() + " hours";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
