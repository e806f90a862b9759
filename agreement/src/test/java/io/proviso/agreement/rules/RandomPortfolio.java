package io.proviso.agreement.rules;

import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.reading;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.RandomRecord;
import io.proviso.agreement.clause.RandomTerms;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes portfolios of up to three agreements on hosting, whose papers change, end, restate and interpret each other's clauses and
 * consents, in any order of becoming known.
 */
public final class RandomPortfolio {
    public static final LocalDate START = LocalDate.of(2024, 1, 1);
    private final Random random;
    private final RandomTerms terms;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Consumer> pins = new ArrayList<>();
    private final List<Consumer> draws = new ArrayList<>();
    /** Consents and waivers of the deal that is being written, by name with who gave them; and those that can still be revoked. */
    private final Map<String, String> consents = new LinkedHashMap<>();

    private final Map<String, String> revocable = new LinkedHashMap<>();
    private final Set<String> revoked = new HashSet<>();
    /** The one clause that each clause overrides, if it does. */
    private final Map<String, String> overridden = new HashMap<>();
    /** What the papers to come may do with what one of them began: rare states are a few of these in a row. */
    private final Deque<FollowUp> followUps = new ArrayDeque<>();
    /** Whether a clause may override any other, so that overrides may run in a circle. */
    private boolean inAnyOrder;
    /** Nothing may follow the paper that ends the whole agreement. */
    private boolean terminated;

    private int named;

    /** Something that is added to the portfolio once its agreements are there. */
    private interface Consumer {
        void to(Fixture fixture);
    }

    /** Something that a paper of a month does, null if there is nothing to do it to any more. */
    private interface FollowUp {
        @Nullable
        Paper write(Paper paper, int month);
    }

    public RandomPortfolio(Random random) {
        this.random = random;
        this.terms = new RandomTerms(random);
    }

    /** What a random portfolio may break: then it is written again. */
    private static final List<String> RULES = List.of(
            "override each other in a circle",
            "takes effect at the same instant",
            "nothing is left that it could change",
            "is not in force when this",
            "cannot give this",
            "nothing is left to restate",
            "two pins of",
            "two entries of");

    /** A portfolio that keeps the rules. */
    public Fixture write() {
        var fixture = draft();
        for (var problems = fixture.problems(); !problems.isEmpty(); problems = fixture.problems()) {
            var others = problems.stream()
                    .filter(problem -> RULES.stream().noneMatch(problem.message()::contains))
                    .toList();
            if (!others.isEmpty() && others.size() == problems.size()) {
                throw new AssertionError(others);
            }
            fixture = draft();
        }
        inAnyOrder = false;
        return fixture;
    }

    /** One as it came, which may break the rules. */
    public Fixture draft() {
        deals.clear();
        pins.clear();
        draws.clear();
        inAnyOrder = chance(40);
        int agreements = chance(3) ? 0 : 1 + random.nextInt(3);
        for (var name : List.of("a", "b", "c").subList(0, agreements)) {
            deals.add(deal(name));
        }
        return finish(deals);
    }

    /** One more agreement by which a portfolio can grow. */
    public Deal deal(String name) {
        forgetConsents();
        terminated = false;
        var clauses = new LinkedHashMap<String, List<Reading>>();
        var papers = new ArrayList<Paper>();
        int month = random.nextInt(4);
        var first = paper("p0", date(month)).recorded(date(month));
        int written = chance(5) ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < written; i++) {
            add(name, first, month, clauses);
        }
        papers.add(first);
        int more = random.nextInt(6);
        for (int i = 1; i <= more && !terminated; i++) {
            month += random.nextInt(3);
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
        new RandomRecord(random, terms).addTo(fixture);
        return fixture;
    }

    private Paper later(String deal, String name, int month, Map<String, List<Reading>> clauses) {
        var paper = paper(name, date(month)).recorded(date(month + late()));
        var followUp = chance(70) ? followUps.poll() : null;
        var followed = followUp == null ? null : followUp.write(paper, month);
        if (followed != null) {
            return followed;
        }
        var target = clauses.isEmpty() ? null : one(List.copyOf(clauses.keySet()));
        if (target == null || chance(25)) {
            return add(deal, paper, month, clauses);
        }
        if (chance(40)) {
            return consent(deal, paper, month, clauses, target);
        }
        return switch (random.nextInt(inAnyOrder ? 4 : 7)) {
            case 0, 1 -> {
                var keeps = consents.keySet().stream().filter(_ -> chance(30)).toArray(String[]::new);
                yield paper.restates(draft(deal, target, month, clauses), keeps);
            }
            case 2 -> end(deal, paper, month, clauses, target);
            case 3 -> {
                var left = reading("left" + named++, terms.body());
                var nothing = reading("nothing" + named++, null);
                pin(deal, target, month, List.of(left, nothing));
                clauses.put(target, List.of(left, nothing));
                yield paper.ends(target, left, nothing);
            }
            case 4 -> {
                var meaning = reading("meaning" + named++, chance(30) ? null : terms.body());
                clauses.merge(target, List.of(meaning), RandomPortfolio::both);
                yield paper.type(Instrument.Type.INTERPRETIVE).interprets(target, meaning);
            }
            case 5 -> mou(deal, paper, month, clauses, target);
            default -> chance(30) ? terminate(paper, clauses) : paper;
        };
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Paper terminate(Paper paper, Map<String, List<Reading>> clauses) {
        forgetConsents();
        clauses.clear();
        terminated = true;
        return paper.terminates();
    }

    private void forgetConsents() {
        consents.clear();
        revocable.clear();
        followUps.clear();
    }

    /** What the clause overrode may override it once it is gone, which is a circle for whoever does not know yet that it is. */
    private Paper end(String deal, Paper paper, int month, Map<String, List<Reading>> clauses, String ended) {
        clauses.remove(ended);
        var below = overridden.get(ended);
        if (inAnyOrder && below != null && clauses.containsKey(below)) {
            paper.recorded(date(month + random.nextInt(6)));
            followUps.addFirst((later, next) -> clauses.containsKey(below)
                    ? later.restates(draft(deal, below, next, clauses).overrides(ended))
                    : null);
        }
        return paper.ends(ended);
    }

    /** It binds nobody, so what it says of clauses is not kept. */
    private Paper mou(String deal, Paper paper, int month, Map<String, List<Reading>> clauses, String target) {
        var without = new LinkedHashMap<>(clauses);
        int pinned = pins.size();
        var written = paper.type(Instrument.Type.MOU);
        switch (random.nextInt(4)) {
            case 0 -> written.restates(draft(deal, target, month, without));
            case 1 -> written.ends(target);
            case 2 -> written.terminates();
            default -> written.adds(draft(deal, "c" + named++, month, without));
        }
        pins.subList(pinned, pins.size()).clear();
        return written;
    }

    /** What becomes of a consent: it is taken back, ends, perhaps only in one reading, or is read in one more way. */
    private @Nullable Paper onConsent(String deal, Paper paper, int month, String consent) {
        var by = consents.get(consent);
        if (by == null) {
            return null;
        }
        if (revocable.containsKey(consent) && chance(60)) {
            revocable.remove(consent);
            revoked.add(consent);
            return paper.type(Instrument.Type.NOTICE).by(by).revokes(consent);
        }
        if (chance(15)) {
            consents.remove(consent);
            revocable.remove(consent);
            return paper.ends(consent);
        }
        boolean wasRevocable = revocable.remove(consent) != null;
        if (chance(25)) {
            // By whatever paper: it stays the consent it was, for the clause it was for.
            return paper.restates(clause(consent, given(deal, consent, by, month)));
        }
        var meaning = reading("grant" + named++, given(deal, consent, by, month));
        if (chance(40)) {
            var nothing = reading("nothing" + named++, null);
            pin(deal, consent, month, List.of(meaning, nothing));
            return paper.ends(consent, meaning, nothing);
        }
        if (wasRevocable) {
            revocable.put(consent, by);
        }
        pin(deal, consent, month, List.of(meaning));
        return paper.type(Instrument.Type.INTERPRETIVE).interprets(consent, meaning);
    }

    private Paper consent(String deal, Paper paper, int month, Map<String, List<Reading>> clauses, String pierced) {
        var type = one(List.of(Instrument.Type.CONSENT, Instrument.Type.WAIVER));
        var givers = clauses.getOrDefault(pierced, List.of()).stream()
                .flatMap(reading -> Stream.ofNullable(reading.body()))
                .flatMap(body -> type == Instrument.Type.CONSENT
                        ? Stream.of(body.holder(), body.consentOf())
                        : Stream.of(body.holder()))
                .flatMap(Stream::ofNullable)
                .map(Party::name)
                .toList();
        if (givers.isEmpty()) {
            return paper;
        }
        var name = "consent" + named++;
        var by = one(givers);
        consents.put(name, by);
        followUps.add((later, next) -> onConsent(deal, later, next, name));
        followUps.add((later, next) -> onConsent(deal, later, next, name));
        followUps.add((later, next) -> !clauses.containsKey(pierced)
                ? null
                : chance(30)
                        ? end(deal, later, next, clauses, pierced)
                        : later.restates(draft(deal, pierced, next, clauses)));
        var given = clause(name, given(deal, name, by, month)).overrides(pierced);
        return paper.type(type).by(by).adds(given);
    }

    private Permission given(String deal, String name, String by, int month) {
        Stated<Long> limit = null;
        if (chance(60)) {
            var known =
                    new Stated.Known<>(100L * (1 + random.nextInt(4)), chance(80) ? null : day(date(month + late())));
            limit = chance(20) ? Stated.undisclosed() : known;
            int drawn = chance(15) ? 6 + random.nextInt(10) : random.nextInt(3);
            for (int i = 0; i < drawn; i++) {
                long gpus = drawn > 5 ? 10L * (1 + random.nextInt(5)) : 100L * (1 + random.nextInt(3));
                var at = date(month + random.nextInt(8));
                var recorded = date(month + 8 + late());
                draws.add(fixture -> fixture.drawn(deal, name, gpus, at, chance(60) ? at : recorded));
            }
        }
        Window notice = null;
        if (chance(70)) {
            if (!revoked.contains(name)) {
                revocable.put(name, by);
            }
            notice = one(List.of(
                    new Window.Days(random.nextInt(90)),
                    new Window.BusinessDays(random.nextInt(60)),
                    new Window.Hours(random.nextInt(2_000))));
        }
        var scope = chance(60) ? Scope.of("host", Fixture.any()) : terms.scope();
        var signed = (limit != null || notice != null) && chance(50) ? terms.condition() : null;
        var told = signed != null && !GrantRules.coversAll(Fixture.vocabulary(), signed, scope) ? signed : null;
        return new Permission(scope, limit == null ? null : new Limit("gpus", limit), notice, told);
    }

    private Paper add(String deal, Paper paper, int month, Map<String, List<Reading>> clauses) {
        var name = "c" + named++;
        return paper.adds(draft(deal, name, month, clauses));
    }

    /** Where a clause overrides older names only, no circle can arise, whatever is known when. */
    private Draft draft(String deal, String name, int month, Map<String, List<Reading>> clauses) {
        int number = Integer.parseInt(name.substring(1));
        var older = clauses.keySet().stream()
                .filter(other -> inAnyOrder ? !other.equals(name) : Integer.parseInt(other.substring(1)) < number)
                .toList();
        var body = terms.body();
        var readings = new ArrayList<Reading>();
        if (chance(25)) {
            readings.add(reading("first" + named++, body));
            readings.add(chance(50) ? reading("second" + named++, terms.body()) : reading("none" + named++, null));
            if (chance(30)) {
                readings.add(reading("third" + named++, terms.body(), date(month + late())));
            }
            pin(deal, name, month, List.copyOf(readings));
        } else {
            readings.add(Reading.plain(body));
        }
        clauses.put(name, List.copyOf(readings));
        var draft = clause(name, readings.toArray(Reading[]::new)).until(terms.end(month));
        if (older.isEmpty() || chance(40)) {
            // A restatement that says that it overrides nothing takes back what the clause overrode.
            return chance(20) ? draft.overrides() : draft;
        }
        var below = one(older);
        overridden.put(name, below);
        return draft.overrides(below);
    }

    /** Pins one or more of the readings, though perhaps not all of them are on record yet. */
    private void pin(String deal, String clause, int month, List<Reading> readings) {
        if (chance(40)) {
            var made = date(month + random.nextInt(4));
            var chosen = new LinkedHashSet<>(
                    List.of(one(readings).name(), one(readings).name()));
            Consumer pin = fixture -> fixture.pin(deal, clause, made, chosen.toArray(String[]::new));
            pins.add(pin);
            if (chance(10)) {
                pins.add(pin);
            }
        }
    }

    public String question(boolean closed) {
        return terms.question(closed);
    }

    public static String date(int month) {
        return START.plusMonths(month).toString();
    }

    /** Months until it came on record: mostly none. */
    private int late() {
        return chance(70) ? 0 : random.nextInt(4);
    }

    private boolean chance(int percent) {
        return terms.chance(percent);
    }

    private <T extends @Nullable Object> T one(List<T> of) {
        return terms.one(of);
    }
}
