package io.proviso.counsel.english;

import static io.proviso.counsel.Deals.adds;

import io.proviso.agreement.Change;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes random portfolios in which each kind of trouble comes about that a check looks for. */
public final class Tangle {
    private static final List<String> PROVIDERS = List.of("north", "south", "east");
    private static final List<String> DAYS = List.of("2025-04-20", "2025-05-01", "2025-06-20", "2025-09-01");

    private final Random random;
    private final Deals deals;
    private int named;

    private Tangle(Random random) {
        this.random = random;
        var words = Deals.vocabulary();
        this.deals = new Deals()
                .vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(Deals.is("provider", "east").and("product", Deals.anyOf("other")))));
    }

    public static Deals of(Random random) {
        var tangle = new Tangle(random);
        tangle.write();
        return tangle.deals;
    }

    private void write() {
        if (chance(30)) {
            deals.listedBefore(2026);
        }
        if (chance(10)) {
            deals.portfolioWithoutSilenceOn("host");
        }
        agreement("lease", "northern", "north");
        agreement("supply", "southern", "south");
        for (var provider : PROVIDERS) {
            if (chance(30)) {
                deals.agreement("purchase-" + provider, "lab", provider + "ern:" + provider)
                        .paper(
                                "purchase of " + provider,
                                "2025-01-01",
                                adds("buy", Deals.purchase("lab", provider + "ern")));
            }
        }
    }

    private void agreement(String name, String holder, String provider) {
        deals.agreement(name, "lab", holder + ":" + provider);
        for (var act : List.of("acquire", "host")) {
            if (chance(15)) {
                deals.silent(act, Silence.FORBIDDEN);
            } else if (chance(10)) {
                deals.noSilenceOn(act);
            }
        }
        var bound = new ArrayList<String>();
        deals.paper("deed of " + name, "2025-01-01", clauses(1 + random.nextInt(5), holder, bound));
        if (chance(60)) {
            deals.paper(
                    "change of " + name,
                    "2025-03-01",
                    chance(50) ? "2025-03-01" : "2025-04-15",
                    clauses(1 + random.nextInt(3), holder, bound));
        }
        if (!bound.isEmpty() && chance(60)) {
            consent(name, holder, bound.get(random.nextInt(bound.size())));
        }
    }

    private Change[] clauses(int count, String holder, List<String> bound) {
        var clauses = new ArrayList<Change>();
        for (int i = 0; i < count; i++) {
            clauses.add(clause("clause-" + named++, holder, bound));
        }
        return clauses.toArray(Change[]::new);
    }

    private Change clause(String name, String holder, List<String> bound) {
        var over = bound.isEmpty() || chance(70) ? new String[0] : new String[] {bound.getLast()};
        var act = chance(50) ? "acquire" : "host";
        var condition = condition(act);
        return switch (random.nextInt(7)) {
            case 0, 1 -> adds(name, Deals.permits(act, condition), over);
            case 2 -> Deals.addsUnclear(name, Deals.forbids(holder, act, condition), other(act));
            case 3 -> share(name, holder);
            case 4 -> adds(name, Deals.firstRefusal(holder, condition("acquire"), window()), over);
            case 5 -> {
                bound.add(name);
                yield adds(name, Deals.forbids(holder, act, condition), over);
            }
            default -> {
                bound.add(name);
                yield adds(name, Deals.exclusive(holder, act, condition), over);
            }
        };
    }

    private Change share(String name, String holder) {
        var rate = List.of("0.2", "0.5", "0.6").get(random.nextInt(3));
        return adds(name, chance(80) ? Deals.share("lab", holder, rate) : Deals.share(holder, "lab", rate));
    }

    private @Nullable ClauseBody other(String act) {
        return chance(50) ? null : Deals.permits(act, condition(act));
    }

    /** Some that spare what was signed, and end by themselves. */
    private Change consented(String name, Permission permission, String pierced) {
        boolean spares = permission.upTo() != null && named % 4 == 0;
        return spares
                ? Draft.clause(
                                name,
                                new Permission(
                                        permission.scope(),
                                        permission.upTo(),
                                        permission.revocable(),
                                        Deals.is("workload", "inference")))
                        .overrides(pierced)
                        .untilDay("2027-01-01")
                        .adds()
                : adds(name, permission, pierced);
    }

    private void consent(String agreement, String by, String pierced) {
        var name = "consent-" + named++;
        boolean limited = chance(60);
        var scope = Scope.of(limited || chance(50) ? "acquire" : "host", Condition.ALWAYS);
        var upTo = limited ? new Limit("gpus", Stated.of(1000L * (1 + random.nextInt(3)))) : null;
        deals.consent(
                "consent of " + by,
                "2025-05-01",
                by,
                consented(name, new Permission(scope, upTo, Window.parse(window()), null), pierced));
        for (int drawn = limited ? random.nextInt(4) : 0; drawn > 0; drawn--) {
            deals.drawn(agreement, name, 500L * (1 + random.nextInt(4)), one(DAYS));
        }
        if (chance(40)) {
            deals.revocation("revocation of " + by, "2025-06-01", by, name);
        }
    }

    private String window() {
        return one(List.of("5 days", "48 hours", "3 business days", "10 business days", "150 business days"));
    }

    private Condition condition(String act) {
        var condition = chance(60) ? Condition.ALWAYS.and("provider", some(PROVIDERS)) : Condition.ALWAYS;
        if (act.equals("host")) {
            return chance(40) ? condition.and("product", some(List.of("api", "other"))) : condition;
        }
        if (chance(40)) {
            condition = condition.and("workload", some(List.of("training", "inference")));
        }
        long from = random.nextInt(3) * 1000L;
        return chance(30) ? condition.and("gpus", new Match.Between(from, from + 1000)) : condition;
    }

    private Match some(List<String> values) {
        var one = List.of(one(values));
        return chance(50) ? new Match.AnyOf(one) : new Match.NoneOf(one);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
