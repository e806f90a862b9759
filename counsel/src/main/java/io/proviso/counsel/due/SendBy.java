package io.proviso.counsel.due;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of receipt at which an offer can arrive so that one may sign by a wanted day whatever the holders do. Each day back from
 * there is asked anew, so that holidays, hours and papers that take effect between are those of the ruling.
 */
public final class SendBy {
    /** What the wanted day is for. */
    public enum Purpose {
        START("start on"),
        SIGN("sign by");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }
    }

    /**
     * What follows “Send by”.
     *
     * @param start when it shall begin, or be signed
     * @param latest the last moment at which an offer can be received; null if none need be or none helps, as the words say
     */
    public record Told(Instant start, @Nullable Instant latest, String words) {}

    /** No window is longer; a right whose window is may as well have none. */
    private static final int FURTHEST = 3_660;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final CompiledPortfolio rulings;
    private final Ruling ruling;
    private final Instant knownAt;
    private final Instant start;
    private final Purpose purpose;
    private final Disclosure audience;

    private SendBy(
            CompiledPortfolio rulings,
            Ruling ruling,
            Instant knownAt,
            Instant start,
            Purpose purpose,
            Disclosure audience) {
        this.rulings = rulings;
        this.ruling = ruling;
        this.knownAt = knownAt;
        this.start = start;
        this.purpose = purpose;
        this.audience = audience;
    }

    /**
     * The ruling is of the day from which one may send. While a round is open nobody knows what comes of it; where that makes a
     * later day do, it is told beside the day that does whatever comes.
     */
    public static Told of(
            CompiledPortfolio rulings, Ruling ruling, Instant start, Purpose purpose, Disclosure audience) {
        var knownAt = ruling.asking().knownAt();
        var asKnown = new SendBy(rulings, ruling, knownAt, start, purpose, audience);
        var told = asKnown.told();
        var open = asKnown.open();
        if (open.isEmpty() || rulings.portfolio().latestRecorded().isAfter(knownAt)) {
            return told;
        }
        var silent = new SendBy(rulings, ruling, start, start, purpose, audience).told();
        if (silent.latest() == null
                || (told.latest() != null && !silent.latest().isAfter(told.latest()))) {
            return told;
        }
        var round = (open.size() == 1 ? "round " : "rounds ") + String.join(" and ", open);
        return new Told(
                start,
                told.latest(),
                (told.latest() == null ? "" : told.words() + " whatever comes of " + round + "; ") + silent.words()
                        + " if nothing more comes of " + round);
    }

    /** The rounds of which an answer may still come that bears on the day. */
    private List<String> open() {
        return at(start).telling().rounds().stream()
                .filter(round -> switch (round.came()) {
                    case RoundCited.Came.Sent _, RoundCited.Came.Open _, RoundCited.Came.Unknown _ -> true;
                    case RoundCited.Came.Freed _, RoundCited.Came.Taken _ -> false;
                })
                .map(cited -> cited.round().id())
                .toList();
    }

    private Told told() {
        var then = at(start);
        var wanted = "to " + purpose.words + " " + local(start).toLocalDate();
        return switch (then.outcome()) {
            case PERMITTED ->
                without("nothing has to be sent " + wanted + ": it is PERMITTED then"
                        + (ruling.outcome() == Outcome.CONDITIONAL ? "; only to sign sooner must one ask first" : ""));
            case FORBIDDEN -> without("no day helps " + wanted + ": it is FORBIDDEN then");
            case UNDETERMINED -> without("no day is certain " + wanted + ": it is UNDETERMINED then");
            case CONDITIONAL -> {
                var latest = isCertain(then) ? latest(then) : null;
                yield latest != null
                        ? new Told(start, latest, MOMENT.format(local(latest)) + " " + wanted)
                        : without(
                                isCertain(then)
                                        ? "too late " + wanted + ", unless it is " + sooner(then) + " sooner"
                                        : "no day is certain " + wanted + ": " + why(then));
            }
        };
    }

    private static String sooner(Ruling then) {
        return then.steps().stream().allMatch(step -> step.kind().isToHolder()) ? "refused" : "answered";
    }

    private static String why(Ruling then) {
        var refusing = then.steps().stream()
                .filter(step -> step.silence() == Prohibition.OnSilence.REFUSES)
                .map(step -> step.to().name())
                .distinct()
                .toList();
        if (!refusing.isEmpty()) {
            return "the silence of " + String.join(" or ", refusing) + " is a refusal";
        }
        return then.steps().stream().filter(step -> step.certainBy() == null).allMatch(Step::isWithheld)
                ? "how long an answer may take is " + Disclosure.WITHHELD
                : "an answer has no known end";
    }

    private Told without(String words) {
        return new Told(start, null, words);
    }

    /** From the wanted day back to the day looked from; null if even that is too late. */
    private @Nullable Instant latest(Ruling then) {
        var day = local(start).toLocalDate();
        for (int back = 0; back <= FURTHEST; back++) {
            var received = lastReceipt(then, day.minusDays(back));
            if (received.isBefore(ruling.asking().asOf())) {
                return null;
            }
            if (!received.isAfter(start) && isInTime(at(received), then)) {
                return received;
            }
        }
        return null;
    }

    /** Where holders keep different hours, the earliest of them. */
    private Instant lastReceipt(Ruling then, LocalDate day) {
        return then.steps().stream()
                .map(step -> rulings.deadlines(step.clause(), start, knownAt))
                .map(rule -> rule.receivedUntil(day))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean isInTime(Ruling sent, Ruling then) {
        return sent.outcome() == Outcome.CONDITIONAL
                && asked(sent).equals(asked(then))
                && sent.steps().stream()
                        .allMatch(step ->
                                step.certainBy() != null && !step.certainBy().isAfter(start));
    }

    private static List<String> asked(Ruling one) {
        return one.steps().stream()
                .map(step -> step.kind() + " " + step.clause())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isCertain(Ruling one) {
        return one.steps().stream().allMatch(Step::isTimed)
                && one.steps().stream().map(Step::certainBy).allMatch(Objects::nonNull);
    }

    private Ruling at(Instant instant) {
        return rulings.rule(ruling.asking().question(), instant, knownAt).disclosedTo(audience);
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(rulings.portfolio().zone());
    }
}
