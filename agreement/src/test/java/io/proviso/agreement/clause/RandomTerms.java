package io.proviso.agreement.clause;

import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.not;

import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes what random clauses say: kinds, holders, scopes and ends. */
public final class RandomTerms {
    public static final List<String> PROVIDERS = List.of("azure", "oracle", "aws", "own");
    static final List<String> WORKLOADS = List.of("pre-training", "post-training", "inference", "training");

    private final Random random;

    public RandomTerms(Random random) {
        this.random = random;
    }

    public ClauseBody body() {
        return switch (random.nextInt(7)) {
            case 0 ->
                Fixture.firstRefusal(
                        scope(),
                        Stated.of(new Window.BusinessDays(random.nextInt(11))),
                        chance(30) ? FirstRefusal.OnLapse.ACCEPT : FirstRefusal.OnLapse.DECLINE);
            case 1 -> new Exclusivity(holder(), scope());
            case 2, 3 -> Fixture.permission(scope());
            case 4 -> new Prohibition(holder(), scope(), null);
            case 5 -> Fixture.unlessConsentOf("softbank", scope());
            default ->
                new FirstAvailability(
                        Fixture.party("microsoft"),
                        scope(),
                        List.of(is("azure-can-support", "no"), lifting().and("product", only("other"))));
        };
    }

    /** Under what a first availability is lifted; what nobody published may be so in both places. */
    private Condition lifting() {
        return chance(15) ? hidden() : condition();
    }

    private Party holder() {
        return Fixture.party(chance(60) ? "microsoft" : "softbank");
    }

    private static Match only(String value) {
        return new Match.AnyOf(List.of(value));
    }

    public Scope scope() {
        var first = new Scope.Case(List.of("host"), condition());
        if (chance(5)) {
            return new Scope(
                    List.of(new Scope.Case(List.of("host"), hidden()), new Scope.Case(List.of("host"), hidden())));
        }
        return new Scope(chance(80) ? List.of(first) : List.of(first, new Scope.Case(List.of("host"), condition())));
    }

    /** One that says of workloads what nobody published. */
    private Condition hidden() {
        var facets = new LinkedHashMap<>(condition().facets());
        facets.put("workload", new Match.Undisclosed());
        return new Condition(facets);
    }

    public Condition condition() {
        var condition = switch (random.nextInt(4)) {
            case 0 -> Fixture.any();
            case 1 -> is("provider", one(PROVIDERS), one(PROVIDERS));
            default -> not("provider", one(PROVIDERS));
        };
        if (chance(30)) {
            var workload = List.of(one(WORKLOADS));
            condition = condition.and(
                    "workload",
                    chance(20)
                            ? new Match.Undisclosed()
                            : chance(50) ? new Match.AnyOf(workload) : new Match.NoneOf(workload));
        }
        if (chance(20)) {
            long least = 100L * random.nextInt(3);
            condition = condition.and("gpus", new Match.Between(least, least + 100L * (1 + random.nextInt(3))));
        }
        return condition;
    }

    public End end(int month) {
        return switch (random.nextInt(11)) {
            case 0 -> at(RandomPortfolio.date(month + 1 + random.nextInt(6)));
            case 1 -> milestone("agi", "verified");
            case 2 ->
                new End.EarlierOf(
                        List.of(milestone("agi", "declared", "verified"), at(RandomPortfolio.date(month + 4))));
            case 3 -> new End.LaterOf(List.of(milestone("agi", "verified"), at(RandomPortfolio.date(month + 2))));
            case 4 ->
                new End.After(new Window.Dates(1 + random.nextInt(6), Window.Unit.MONTH), new End.Anchor.Beginning());
            case 5 -> after(new Window.Days(20 + random.nextInt(100)), "verified");
            case 6 ->
                new End.EarlierOf(List.of(
                        after(new Window.Dates(1 + random.nextInt(4), Window.Unit.MONTH), "declared", "verified"),
                        at(RandomPortfolio.date(month + 6))));
            default -> new End.Never();
        };
    }

    private static End after(Window period, String... values) {
        return new End.After(period, new End.Anchor.Event(new End.OnMilestone("agi", List.of(values))));
    }

    /** A question about hosting; a closed one leaves nothing open that the caller could say or suppose. */
    public String question(boolean closed) {
        var words = new ArrayList<String>(List.of("act=host"));
        say(words, closed, "provider=" + one(PROVIDERS));
        say(words, closed, "workload=" + one(closed ? WORKLOADS.subList(0, 3) : WORKLOADS));
        say(words, closed, "product=" + one(List.of("api", "other")));
        say(words, closed, "gpus=" + one(List.of("1", "99", "100", "200", "300", "301", "1000000")));
        say(words, closed, "fact:azure-can-support=" + one(List.of("yes", "no")));
        if (chance(40)) {
            words.add("fact:refusal=" + one(List.of("open", "declined", "lapsed", "accepted")));
        }
        if (chance(30)) {
            words.add("fact:agi=" + one(List.of("none", "declared", "verified")));
        }
        return String.join(" ", words);
    }

    private void say(List<String> words, boolean closed, String word) {
        if (closed || chance(50)) {
            words.add(word);
        }
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T extends @Nullable Object> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
