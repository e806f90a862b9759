package io.proviso.agreement;

import static io.proviso.agreement.Draft.clause;
import static io.proviso.agreement.Fixture.any;
import static io.proviso.agreement.Fixture.at;
import static io.proviso.agreement.Fixture.day;
import static io.proviso.agreement.Fixture.is;
import static io.proviso.agreement.Fixture.milestone;
import static io.proviso.agreement.Fixture.not;
import static io.proviso.agreement.Fixture.reading;
import static io.proviso.agreement.Paper.paper;

import io.proviso.calendar.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes portfolios of up to three agreements on hosting, whose papers change, end, restate and interpret each other's clauses. */
final class RandomPortfolio {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<String> PROVIDERS = List.of("azure", "oracle", "aws", "own");
    private static final List<String> WORKLOADS = List.of("pre-training", "post-training", "inference", "training");

    private final Random random;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Consumer> pins = new ArrayList<>();
    private final List<Consumer> draws = new ArrayList<>();
    /** Consents of the deal that is being written, which can still be revoked. */
    private final List<String> revocable = new ArrayList<>();

    private int named;

    /** Something that is added to the portfolio once its agreements are there. */
    private interface Consumer {
        void to(Fixture fixture);
    }

    RandomPortfolio(Random random) {
        this.random = random;
    }

    Fixture write() {
        for (var name : List.of("a", "b", "c").subList(0, 1 + random.nextInt(3))) {
            deals.add(deal(name));
        }
        return finish(deals);
    }

    /** One more agreement by which a portfolio can grow. */
    Deal deal(String name) {
        revocable.clear();
        var clauses = new LinkedHashMap<String, Boolean>();
        var papers = new ArrayList<Paper>();
        int month = random.nextInt(4);
        var first = paper("p0", date(month)).recorded(date(month));
        for (int i = 0; i <= random.nextInt(4); i++) {
            add(name, first, month, clauses);
        }
        papers.add(first);
        for (int i = 1; i <= random.nextInt(5); i++) {
            month += 1 + random.nextInt(2);
            papers.add(later(name, "p" + i, month, clauses));
        }
        var deal = Deal.deal(name, papers.toArray(Paper[]::new));
        if (chance(30)) {
            deal.silent("host", Silence.FORBIDDEN);
        }
        return chance(5) ? deal.noSilenceOn("host") : deal;
    }

    private Fixture finish(List<Deal> written) {
        var fixture = Fixture.portfolio(written.toArray(Deal[]::new));
        pins.forEach(pin -> pin.to(fixture));
        draws.forEach(draw -> draw.to(fixture));
        for (int i = 0; i < random.nextInt(3); i++) {
            int month = random.nextInt(12);
            var scope = chance(50) ? any() : is("provider", one(PROVIDERS));
            fixture.attested(
                    "agi", one(List.of("declared", "verified", "rejected")), date(month), date(month + late()), scope);
        }
        if (chance(30)) {
            fixture.attested("azure-can-support", one(List.of("yes", "no")), date(random.nextInt(12)), any());
        }
        return fixture;
    }

    private Paper later(String deal, String name, int month, Map<String, Boolean> clauses) {
        var paper = paper(name, date(month)).recorded(date(month + late()));
        var target = clauses.isEmpty() ? null : one(List.copyOf(clauses.keySet()));
        if (target == null || chance(25)) {
            return add(deal, paper, month, clauses);
        }
        if (chance(40)) {
            return revocable.isEmpty() ? consent(deal, paper, month, clauses, target) : revocation(paper);
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> paper.restates(draft(deal, target, month, clauses));
            case 2 -> {
                clauses.remove(target);
                yield paper.ends(target);
            }
            case 3 -> {
                var left = reading("left" + named++, body());
                var nothing = reading("nothing" + named++, null);
                pin(deal, target, month, chance(50) ? left : nothing);
                yield paper.ends(target, left, nothing);
            }
            case 4 -> {
                var meaning = reading("meaning" + named++, chance(30) ? null : body());
                yield paper.type(Instrument.Type.INTERPRETIVE).interprets(target, meaning);
            }
            case 5 -> paper.type(Instrument.Type.MOU);
            default -> chance(30) ? terminate(paper, clauses) : paper;
        };
    }

    private Paper terminate(Paper paper, Map<String, Boolean> clauses) {
        revocable.clear();
        clauses.clear();
        return paper.terminates();
    }

    private Paper consent(String deal, Paper paper, int month, Map<String, Boolean> clauses, String pierced) {
        boolean heldByMicrosoft = Boolean.TRUE.equals(clauses.get(pierced));
        if (!heldByMicrosoft) {
            return paper;
        }
        var name = "consent" + named++;
        var given = clause(name, given(deal, name, month)).overrides(pierced);
        return paper.type(one(List.of(Instrument.Type.CONSENT, Instrument.Type.WAIVER)))
                .by("microsoft")
                .adds(given);
    }

    private Permission given(String deal, String name, int month) {
        Stated<Long> limit = null;
        if (chance(60)) {
            var known =
                    new Stated.Known<>(100L * (1 + random.nextInt(4)), chance(80) ? null : day(date(month + late())));
            limit = chance(20) ? Stated.undisclosed() : known;
            for (int i = 0; i < random.nextInt(3); i++) {
                long gpus = 100L * (1 + random.nextInt(3));
                var at = date(month + random.nextInt(8));
                var recorded = date(month + 8 + late());
                draws.add(fixture -> fixture.drawn(deal, name, gpus, at, chance(60) ? at : recorded));
            }
        }
        Window notice = null;
        if (chance(50)) {
            revocable.add(name);
            notice = one(List.of(
                    new Window.Days(random.nextInt(60)),
                    new Window.BusinessDays(random.nextInt(40)),
                    new Window.Hours(random.nextInt(1_500))));
        }
        var scope = chance(60) ? Scope.of("host", Fixture.any()) : scope();
        var signed = (limit != null || notice != null) && chance(50) ? condition() : null;
        var told = signed != null && !GrantRules.coversAll(signed, scope) ? signed : null;
        return new Permission(scope, limit, notice, told);
    }

    private Paper revocation(Paper paper) {
        var consent = one(revocable);
        revocable.remove(consent);
        return paper.type(Instrument.Type.NOTICE).by("microsoft").revokes(consent);
    }

    private Paper add(String deal, Paper paper, int month, Map<String, Boolean> clauses) {
        var name = "c" + named++;
        return paper.adds(draft(deal, name, month, clauses));
    }

    /** A clause overrides older names only, so that no circle can arise, whatever is known when. */
    private Draft draft(String deal, String name, int month, Map<String, Boolean> clauses) {
        int number = Integer.parseInt(name.substring(1));
        var older = clauses.keySet().stream()
                .filter(other -> Integer.parseInt(other.substring(1)) < number)
                .toList();
        var body = body();
        var readings = new ArrayList<Reading>();
        if (chance(25)) {
            readings.add(reading("first" + named++, body));
            readings.add(chance(50) ? reading("second" + named++, body()) : reading("none" + named++, null));
            if (chance(30)) {
                readings.add(reading("third" + named++, body(), date(month + late())));
            }
            pin(deal, name, month, one(readings.subList(0, 2)));
        } else {
            readings.add(Reading.plain(body));
        }
        clauses.put(name, !(body instanceof Permission));
        var draft = clause(name, readings.toArray(Reading[]::new)).until(end(month));
        return older.isEmpty() || chance(40) ? draft : draft.overrides(one(older));
    }

    private void pin(String deal, String clause, int month, Reading reading) {
        if (chance(40)) {
            var made = date(month + random.nextInt(4));
            pins.add(fixture -> fixture.pin(deal, clause, made, reading.name()));
        }
    }

    private ClauseBody body() {
        return switch (random.nextInt(7)) {
            case 0 ->
                Fixture.firstRefusal(
                        scope(),
                        Stated.of(new Window.BusinessDays(random.nextInt(11))),
                        chance(30) ? FirstRefusal.OnLapse.ACCEPT : FirstRefusal.OnLapse.DECLINE);
            case 1 -> Fixture.exclusivity(scope());
            case 2, 3 -> Fixture.permission(scope());
            case 4 -> Fixture.prohibition(scope());
            case 5 -> Fixture.unlessConsentOf("softbank", scope());
            default ->
                new FirstAvailability(
                        Fixture.party("microsoft"),
                        scope(),
                        List.of(is("azure-can-support", "no"), condition().and("product", only("other"))));
        };
    }

    private static Match only(String value) {
        return new Match.AnyOf(List.of(value));
    }

    private Scope scope() {
        var first = new Scope.Case(List.of("host"), condition());
        return new Scope(chance(80) ? List.of(first) : List.of(first, new Scope.Case(List.of("host"), condition())));
    }

    private Condition condition() {
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

    private End end(int month) {
        return switch (random.nextInt(8)) {
            case 0 -> at(date(month + 1 + random.nextInt(6)));
            case 1 -> milestone("agi", "verified");
            case 2 -> new End.EarlierOf(List.of(milestone("agi", "declared", "verified"), at(date(month + 4))));
            case 3 -> new End.LaterOf(List.of(milestone("agi", "verified"), at(date(month + 2))));
            default -> new End.Never();
        };
    }

    /** A question about hosting; a closed one leaves nothing open that the caller could say or suppose. */
    String question(boolean closed) {
        var words = new ArrayList<String>(List.of("act=host"));
        say(words, closed, "provider=" + one(PROVIDERS));
        say(words, closed, "workload=" + one(closed ? WORKLOADS.subList(0, 3) : WORKLOADS));
        say(words, closed, "product=" + one(List.of("api", "other")));
        say(words, closed, "gpus=" + one(List.of("0", "99", "100", "200", "300", "301", "1000000")));
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

    String date(int month) {
        return START.plusMonths(month).toString();
    }

    /** Months until it came on record: mostly none. */
    private int late() {
        return chance(70) ? 0 : random.nextInt(4);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T extends @Nullable Object> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
