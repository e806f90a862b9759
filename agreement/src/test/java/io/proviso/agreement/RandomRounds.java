package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.testkit.Choices;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws rights, and rounds in which everything happens that can. */
public final class RandomRounds {
    public static final List<String> PROVIDERS = List.of("oracle", "aws", "own");
    public static final List<String> WORKLOADS = List.of("inference", "pre-training");
    public static final Instant BEGINS = Instant.parse("2026-02-20T09:00:00Z");
    public static final Currency USD = Currency.getInstance("USD");
    /** GPUs and cents. */
    public static final int MOST = 10;

    private static final ClauseName RIGHT = new ClauseName("a", "first");

    private final Choices choices;

    public RandomRounds(Choices choices) {
        this.choices = choices;
    }

    public FirstRefusal right() {
        boolean talks = choices.chance(15);
        var opens = talks ? choices.oneOf(FirstRefusal.TalksOpen.values()) : FirstRefusal.TalksOpen.BY_PROPOSAL;
        boolean negotiates = talks && (opens == FirstRefusal.TalksOpen.BY_PROPOSAL || choices.chance(50));
        return new FirstRefusal(
                        Fixture.party("microsoft"),
                        Fixture.on("acquire", Fixture.not("provider", "azure")),
                        new FirstRefusal.Answering(
                                window(),
                                talks ? List.of(window()) : List.of(),
                                opens,
                                null,
                                days(),
                                FirstRefusal.From.RECEIPT),
                        choices.oneOf(FirstRefusal.OnLapse.DECLINE, FirstRefusal.OnLapse.ACCEPT),
                        choices.oneOf(FirstRefusal.Partial.ANY, FirstRefusal.Partial.NONE),
                        choices.oneOf(FirstRefusal.BelowGang.BINDS, FirstRefusal.BelowGang.DECLINES_ALL))
                .with(new Preemption(
                        negotiates ? Preemption.Kind.NEGOTIATION : Preemption.Kind.REFUSAL,
                        Preemption.Trigger.NEED_FIRST,
                        Preemption.Matching.STRICT,
                        choices.chance(80) ? Stated.of(tail()) : null,
                        Preemption.Reach.EACH_NEED,
                        new Preemption.Conduct(
                                choices.oneOf(Preemption.Counter.values()),
                                Set.of(),
                                null,
                                List.of("strike"),
                                Preemption.OnFailure.THIS_NEED,
                                1,
                                Preemption.Looks.EACH_CHANGE,
                                choices.oneOf(Preemption.OpenOffers.values()))));
    }

    private DayTerms.Written days() {
        return new DayTerms.Written(
                choices.oneOf(Arrays.asList(null, DayTerms.ClosedDay.NEXT_BUSINESS_DAY, DayTerms.ClosedDay.THAT_DAY)),
                hour(),
                hour(),
                choices.oneOf(
                        Arrays.asList(null, DayTerms.Roll.NONE, DayTerms.Roll.FOLLOWING, DayTerms.Roll.PRECEDING)));
    }

    private @Nullable LocalTime hour() {
        return choices.oneOf(Arrays.asList(null, LocalTime.NOON, LocalTime.of(17, 0)));
    }

    private Stated<Window> window() {
        return switch (choices.nextInt(13)) {
            case 0 -> Stated.undisclosed();
            case 1, 2, 3, 4 -> Stated.of(new Window.Days(choices.nextInt(1, 12)));
            case 5, 6, 7, 8 -> Stated.of(new Window.BusinessDays(choices.nextInt(0, 10)));
            default -> Stated.of(new Window.Hours(choices.nextInt(1, 120)));
        };
    }

    private Preemption.Tail tail() {
        var period = switch (choices.nextInt(4)) {
            case 0 -> new Window.Days(choices.nextInt(1, 30));
            case 1 -> new Window.BusinessDays(choices.nextInt(1, 15));
            case 2 -> new Window.Dates(choices.nextInt(1, 3), Window.Unit.MONTH);
            default -> new Window.Hours(choices.nextInt(1, 200));
        };
        return new Preemption.Tail(
                Stated.of(period),
                choices.oneOf(Preemption.Tail.From.values()),
                new Preemption.Floor(tolerance(), tolerance(), null, null, choices.chance(30)));
    }

    private Preemption.@Nullable Tolerance tolerance() {
        return choices.chance(50)
                ? new Preemption.Tolerance(
                        BigDecimal.valueOf(choices.nextInt(0, 60), 2),
                        choices.oneOf(Preemption.Direction.values()),
                        choices.chance(30))
                : null;
    }

    public List<Round> rounds() {
        return choices.listOf(1, 3, _ -> round());
    }

    private int drawn;

    private Round round() {
        var put = new LinkedHashMap<String, Term>();
        if (choices.chance(90)) {
            put.put("gpus", new Term.Amount(choices.between(1, MOST)));
            if (choices.chance(30)) {
                put.put("gang", new Term.Amount(choices.between(1, MOST)));
            }
        }
        var request = choices.chance(30) ? choices.oneOf("r-1", "r-2") : null;
        if (request == null && choices.chance(50)) {
            put.put("workload", new Term.Values(List.of(choices.oneOf(WORKLOADS))));
        }
        if (request == null && choices.chance(30)) {
            put.put("provider", new Term.Values(List.of(choices.oneOf(PROVIDERS))));
        }
        if (choices.chance(60)) {
            put.put("price", new Term.Price(Money.ofMinor(choices.between(1, MOST), USD)));
        }
        var sent = BEGINS.plus(minutes(20));
        var received = choices.chance(10) ? null : sent.plus(choices.chance(70) ? Duration.ZERO : minutes(4));
        var missing = choices.chance(15) ? List.of("price") : List.<String>of();
        var known = received == null || !missing.isEmpty() ? sent : received;
        return new Round(
                "n-" + ++drawn,
                RIGHT,
                request,
                put,
                new Round.Notice(sent, received, missing, known),
                steps(
                        received == null ? sent : received,
                        received != null && missing.isEmpty(),
                        put.get("gpus") instanceof Term.Amount(long n) ? n : null),
                Fixture.SOURCE);
    }

    private List<Round.Step> steps(Instant from, boolean runs, @Nullable Long put) {
        var steps = new ArrayList<Round.Step>();
        var at = from;
        boolean stopped = false;
        int count = choices.nextInt(4);
        for (int i = 0; i < count; i++) {
            at = at.plus(minutes(6));
            var what = (Happening)
                    switch (choices.nextInt(3)) {
                        case 0 -> stopped ? new Happening.Resumed("strike") : new Happening.Tolled("strike");
                        case 1 -> runs ? new Happening.ExtendedTo(at.plus(minutes(9))) : new Happening.Countered();
                        default -> new Happening.Countered();
                    };
            stopped = what instanceof Happening.Tolled || (stopped && !(what instanceof Happening.Resumed));
            steps.add(step(what, at));
        }
        if (choices.chance(20)) {
            at = at.plus(minutes(6));
            steps.add(step(new Happening.Accepted(null), at));
        }
        if (choices.chance(60)) {
            at = at.plus(minutes(8));
            steps.add(step(last(put), at));
        }
        if (put != null && choices.chance(40)) {
            at = at.plus(minutes(8));
            steps.add(step(new Happening.Signed(choices.between(1, put), choices.oneOf("oracle", "microsoft")), at));
        }
        return steps;
    }

    private Happening last(@Nullable Long put) {
        return switch (choices.nextInt(5)) {
            case 0 -> new Happening.Declined();
            case 1 -> new Happening.Waived();
            case 2 -> new Happening.Withdrawn();
            case 3 -> new Happening.Accepted(null);
            default -> new Happening.Accepted(put == null ? null : choices.between(1, put + 2));
        };
    }

    private Round.Step step(Happening what, Instant at) {
        return new Round.Step(what, at, choices.chance(75) ? at : at.plus(minutes(12)));
    }

    public Duration minutes(int days) {
        return choices.chance(50)
                ? Duration.ofDays(choices.nextInt(days + 1))
                : Duration.ofMinutes(choices.nextInt(days * 24 * 60));
    }
}
