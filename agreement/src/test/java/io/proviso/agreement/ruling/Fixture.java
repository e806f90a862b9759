package io.proviso.agreement.ruling;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Deal;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Facet;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Round;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small portfolio written in a few words; all bare dates are UTC, and everything is on record from its effective day. */
public final class Fixture {
    public static final Source SOURCE = new Source("made up", null, Confidence.PRIMARY);

    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Attestation> record = new ArrayList<>();
    private final List<Draw> draws = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final Map<String, Silence> silence = new LinkedHashMap<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private Vocabulary vocabulary = vocabulary();

    private Fixture() {
        silence.put("acquire", Silence.PERMITTED);
        silence.put("host", Silence.PERMITTED);
        silence.put("use-ip", Silence.FORBIDDEN);
    }

    public static Fixture portfolio(Deal... deals) {
        var fixture = new Fixture();
        for (var deal : deals) {
            fixture.agreements.add(deal.agreement());
        }
        return fixture;
    }

    public static Vocabulary vocabulary() {
        var acquire = List.of("actor", "provider", "workload", "gpus", "refusal");
        var host = List.of("provider", "workload", "product", "gpus", "refusal", "agi", "azure-can-support");
        return Vocabulary.of(
                        List.of(
                                new Vocabulary.Act("acquire", "rent or build capacity", acquire),
                                new Vocabulary.Act("host", "run on a provider", host),
                                new Vocabulary.Act(
                                        "use-ip", "use the intellectual property", List.of("actor", "subject", "agi")),
                                new Vocabulary.Act("license", "grant a licence", List.of("licensee", "subject"))),
                        List.of(
                                choice("actor", "openai", "openai", "microsoft"),
                                choice("provider", null, "azure", "oracle", "aws", "own"),
                                new Facet.Choice(
                                        "workload",
                                        List.of("pre-training", "post-training", "inference"),
                                        Map.of("training", List.of("pre-training", "post-training")),
                                        null,
                                        Facet.SuppliedBy.CALLER),
                                choice("product", null, "api", "other"),
                                choice("subject", null, "models", "research"),
                                choice("licensee", null, "microsoft", "amazon"),
                                new Facet.Count("gpus", "GPUs"),
                                fact(
                                        "refusal",
                                        Facet.SuppliedBy.DESK,
                                        "none",
                                        "open",
                                        "declined",
                                        "lapsed",
                                        "waived",
                                        "accepted"),
                                fact("agi", Facet.SuppliedBy.RECORD, "none", "declared", "verified", "rejected"),
                                new Facet.Choice(
                                        "azure-can-support",
                                        List.of("yes", "no"),
                                        Map.of(),
                                        null,
                                        Facet.SuppliedBy.RECORD)),
                        List.of())
                .with(new DeskWords(Map.of(DeskWords.Of.BUYER, "actor")));
    }

    public static Facet.Choice choice(String name, @Nullable String byDefault, String... values) {
        return new Facet.Choice(name, List.of(values), Map.of(), byDefault, Facet.SuppliedBy.CALLER);
    }

    /** A supplied fact whose first value is the default. */
    public static Facet.Choice fact(String name, Facet.SuppliedBy by, String... values) {
        return new Facet.Choice(name, List.of(values), Map.of(), values[0], by);
    }

    public Fixture vocabulary(Vocabulary other) {
        vocabulary = other;
        return this;
    }

    public Fixture impossible(Condition... conditions) {
        return vocabulary(
                new Vocabulary(vocabulary.acts(), vocabulary.facets(), List.of(conditions), vocabulary.desk()));
    }

    public Fixture silence(String act, Silence rule) {
        silence.put(act, rule);
        return this;
    }

    public Fixture noSilence() {
        silence.clear();
        return this;
    }

    public Fixture pin(String agreement, String clause, String made, String... readings) {
        pins.add(
                new Pin(new ClauseName(agreement, clause), List.of(readings), "counsel", "it reads better", day(made)));
        return this;
    }

    public Fixture attested(String fact, String value, String at, Condition scope) {
        return attested(fact, value, at, at, scope);
    }

    public Fixture attested(String fact, String value, String at, String recorded, Condition scope) {
        record.add(new Attestation(fact, value, scope, day(at), day(recorded), SOURCE));
        return this;
    }

    public Fixture attested(String fact, String value, String at, Condition scope, Source source) {
        record.add(new Attestation(fact, value, scope, day(at), day(at), source));
        return this;
    }

    /** A round of the right of agreement a whose notice was received the day before the answer. */
    Fixture answered(String clause, Round.Happening answer, Map<String, Round.Term> put, String at, String recorded) {
        var sent = day(at).minus(Duration.ofDays(1));
        rounds.add(new Round(
                "n-" + (rounds.size() + 1),
                new ClauseName("a", clause),
                null,
                put,
                new Round.Notice(sent, sent, List.of(), sent),
                List.of(new Round.Step(answer, day(at), day(recorded))),
                SOURCE));
        return this;
    }

    Fixture answered(String clause, Round.Happening answer, Map<String, Round.Term> put, String at) {
        return answered(clause, answer, put, at, at);
    }

    Fixture round(Round round) {
        rounds.add(round);
        return this;
    }

    public Fixture drawn(String agreement, String clause, long gpus, String at) {
        return drawn(agreement, clause, gpus, at, at);
    }

    public Fixture drawn(String agreement, String clause, long gpus, String at, String recorded) {
        draws.add(new Draw(
                new ClauseName(agreement, clause), new Quantity("gpus", gpus), day(at), day(recorded), SOURCE));
        return this;
    }

    public Fixture closed(String date, String recorded) {
        holidays.add(new Holiday(LocalDate.parse(date), day(recorded), "made up"));
        return this;
    }

    public Portfolio build() {
        var calendar = new BusinessCalendar.Place("city", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays);
        return new Portfolio(
                "test",
                "digest",
                ZoneOffset.UTC,
                vocabulary,
                silence,
                agreements,
                Map.of("city", calendar),
                pins,
                record,
                draws,
                rounds);
    }

    public List<Problem> problems() {
        try {
            build();
            return List.of();
        } catch (InvalidPortfolio invalid) {
            return invalid.problems();
        }
    }

    /** The ruling as of a day, as known when the last thing came on record. */
    public Ruling ask(String asOf, String words) {
        var portfolio = build();
        return ask(portfolio, asOf, portfolio.latestRecorded(), words);
    }

    public Ruling ask(String asOf, String knownAt, String words) {
        return ask(build(), asOf, day(knownAt), words);
    }

    private static Ruling ask(Portfolio portfolio, String asOf, Instant knownAt, String words) {
        return Rulings.of(portfolio).rule(question(portfolio, words), day(asOf), knownAt);
    }

    /** `act=host provider=aws fact:agi=verified` as a question. */
    public static Question question(Portfolio portfolio, String words) {
        var said = new ArrayList<String>();
        var facts = new ArrayList<String>();
        for (var word : words.split(" ", -1)) {
            if (word.startsWith("fact:")) {
                facts.add(word.substring("fact:".length()));
            } else {
                said.add(word);
            }
        }
        return QuestionReader.read(portfolio, said, facts);
    }

    /** 00:00 UTC of that day, or the instant itself. */
    public static Instant day(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }

    public static Party party(String name) {
        return new Party(name);
    }

    public static Scope on(String act, Condition condition) {
        return Scope.of(act, condition);
    }

    public static Condition any() {
        return Condition.ALWAYS;
    }

    public static Condition is(String facet, String... values) {
        return any().and(facet, new Match.AnyOf(List.of(values)));
    }

    public static Condition not(String facet, String... values) {
        return any().and(facet, new Match.NoneOf(List.of(values)));
    }

    public static Condition between(String facet, long atLeast, long below) {
        return any().and(facet, new Match.Between(atLeast, below));
    }

    public static Condition undisclosed(String facet) {
        return any().and(facet, new Match.Undisclosed());
    }

    public static ClauseBody exclusivity(Scope outside) {
        return new Exclusivity(party("microsoft"), outside);
    }

    public static ClauseBody permission(Scope scope) {
        return new Permission(scope);
    }

    public static ClauseBody prohibition(Scope scope) {
        return new Prohibition(party("microsoft"), scope, null);
    }

    public static ClauseBody unlessConsentOf(String holder, Scope scope) {
        return new Prohibition(party("microsoft"), scope, new Prohibition.Consent(party(holder)));
    }

    public static FirstRefusal firstRefusal(Scope scope, String window) {
        return firstRefusal(scope, Stated.of(Window.parse(window)), FirstRefusal.OnLapse.DECLINE);
    }

    public static FirstRefusal firstRefusal(Scope scope, Stated<Window> window, FirstRefusal.OnLapse onLapse) {
        return new FirstRefusal(
                party("microsoft"),
                scope,
                new FirstRefusal.Answering(window, null, null),
                onLapse,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.DECLINES_ALL);
    }

    public static End at(String date) {
        return new End.At(day(date));
    }

    public static End milestone(String fact, String... values) {
        return new End.OnMilestone(fact, List.of(values));
    }

    public static Reading reading(String name, @Nullable ClauseBody body) {
        return new Reading(name, null, body, null);
    }

    public static Reading reading(String name, @Nullable ClauseBody body, String recorded) {
        return new Reading(name, null, body, day(recorded));
    }

    public static ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** A portfolio of one right on hosting, with that window and end. */
    static Fixture right(String window, End until) {
        return portfolio(Deal.deal(
                "a",
                Paper.paper("p", "2024-01-01")
                        .adds(Draft.clause("right", firstRefusal(on("host", any()), window))
                                .until(until))));
    }

    /** That window, disclosed to whoever asks. */
    static Told<Window> open(String window) {
        return new Told.Open<>(Window.parse(window));
    }
}
