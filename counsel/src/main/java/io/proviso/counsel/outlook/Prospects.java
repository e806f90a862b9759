package io.proviso.counsel.outlook;

import io.proviso.agreement.Asked;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.calendar.Window;
import io.proviso.counsel.due.SendBy;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks with each supplier for the first day on which a need can be signed for, whatever the holders of rights do. */
final class Prospects {
    private static final Duration FURTHER = Duration.ofDays(366);

    private final CompiledPortfolio rulings;
    private final Instant asOf;
    private final Instant knownAt;
    private final Disclosure audience;
    private final DeskWords desk;

    Prospects(CompiledPortfolio rulings, Instant asOf, Instant knownAt, Disclosure audience) {
        this.rulings = rulings;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.audience = audience;
        this.desk = rulings.portfolio().vocabulary().desk();
    }

    /** By which what is put to a holder states what it costs. */
    private static final String PRICE = "price";
    /** Holders who have to be asked one after the other, or once more; beyond that no day is certain. */
    private static final int MOST_STAGES = 8;

    /**
     * A day on which one may sign, and what held it up until then.
     *
     * @param toSend the ruling by which a notice is still to be sent; null if none is
     */
    private record Signing(
            Instant at, Binds because, @Nullable Ruling toSend) {}

    /** One for each supplier with whom the question can arise, in the order of the vocabulary. */
    List<Prospect> of(Need need, long quantity, Needs all) {
        return suppliers(need).stream()
                .map(all::supplier)
                .filter(supplier -> canOccur(question(need, supplier, quantity)))
                .map(supplier -> with(need, supplier, quantity))
                .toList();
    }

    /** Those that the need leaves open; one without a name where the portfolio does not say which facet tells them. */
    private List<String> suppliers(Need need) {
        var facet = desk.find(DeskWords.Of.SUPPLIER);
        var said = facet == null ? null : need.question().facets().get(facet);
        if (said instanceof Asked.OneOf(List<String> values)) {
            return values;
        }
        return facet != null && takes(facet) && vocabularyFacet(facet) instanceof Facet.Choice choice
                ? choice.values()
                : List.of("");
    }

    private Facet vocabularyFacet(String name) {
        return rulings.portfolio().vocabulary().facet(name);
    }

    private boolean takes(String facet) {
        var act = desk.find(DeskWords.Of.ACT);
        return act != null && rulings.portfolio().vocabulary().act(act).takes().contains(facet);
    }

    private boolean canOccur(Question question) {
        return rulings.outcome(question, asOf, knownAt) != null;
    }

    /** What the act may know of a price; null if it takes none, or none so fine. */
    private @Nullable Asked price(@Nullable Money price) {
        return price != null
                        && takes(PRICE)
                        && vocabularyFacet(PRICE) instanceof Facet.Amount amount
                        && amount.currency().equals(price.currency())
                ? amount.read(price.amount().toPlainString())
                : null;
    }

    /** As it is put to the engine: with a supplier, for what it asks, and so many. The round of another need is not waited for. */
    Question question(Need need, Supplier supplier, long quantity) {
        var facets = new LinkedHashMap<String, Asked>(need.question().facets());
        var who = desk.find(DeskWords.Of.SUPPLIER);
        if (who != null && !supplier.name().isEmpty()) {
            facets.put(who, new Asked.OneOf(List.of(supplier.name())));
        }
        var counted = desk.find(DeskWords.Of.QUANTITY);
        if (counted != null && takes(counted)) {
            facets.put(counted, new Asked.Exactly(quantity));
        }
        var asks = price(supplier.price());
        if (asks != null) {
            facets.putIfAbsent(PRICE, asks);
        }
        var asked = need.question();
        return new Question(
                asked.act(),
                facets,
                asked.supposed(),
                SignedCapacity.tellsNeedsApart(rulings.portfolio()) ? need.name() : null);
    }

    Prospect with(Need need, Supplier supplier, long quantity) {
        var question = question(need, supplier, quantity);
        var whole = rulings.rule(question, asOf, knownAt);
        var ruling = whole.disclosedTo(audience);
        if (supplier.upTo() != null && supplier.upTo() < quantity) {
            return new Prospect.Small(supplier, ruling, supplier.upTo());
        }
        var horizon = (need.by().isAfter(asOf) ? need.by() : asOf).plus(FURTHER);
        var signing = signing(question, horizon);
        if (signing == null) {
            return ruling.outcome() == Outcome.FORBIDDEN
                    ? new Prospect.Barred(supplier, ruling, horizon)
                    : new Prospect.Unsure(supplier, ruling, unsure(ruling));
        }
        var zone = rulings.portfolio().zone();
        var ready = supplier.delivers(signing.at(), zone);
        var lawful = new Prospect.Lawful(
                supplier,
                ruling,
                signing.at(),
                ready,
                longest(supplier, signing, ready),
                sendBy(signing.toSend(), supplier.signBy(need.by(), zone)));
        return supplier.isTooDear(need) ? new Prospect.Dear(lawful) : lawful;
    }

    /** What is asked already is supposed to be answered by nobody until its deadline. */
    private SendBy.@Nullable Told sendBy(@Nullable Ruling toSend, Instant signBy) {
        if (toSend == null || !signBy.isAfter(toSend.asking().asOf())) {
            return null;
        }
        var asking = toSend.asking();
        var silent = toSend.telling().rounds().stream()
                .map(RoundCited::came)
                .filter(Came.Open.class::isInstance)
                .map(came -> ((Came.Open) came).deadline())
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .filter(deadline -> deadline.isAfter(asking.knownAt()))
                .orElse(asking.knownAt());
        return SendBy.of(
                rulings, rulings.rule(asking.question(), asking.asOf(), silent), signBy, SendBy.Purpose.SIGN, audience);
    }

    /** The longer of the two ways that a need goes: until it is signed, and from there until it is delivered. */
    private Binds longest(Supplier supplier, Signing signing, Instant ready) {
        var lead = supplier.lead();
        boolean delivery = Duration.between(signing.at(), ready).compareTo(Duration.between(asOf, signing.at())) >= 0;
        return lead != null && ready.isAfter(signing.at()) && delivery
                ? new Binds.ForDelivery(supplier.name(), lead)
                : signing.because();
    }

    /** The first certain one of all stretches of time until then; null if there is none. */
    private @Nullable Signing signing(Question question, Instant horizon) {
        Signing first = null;
        Ruling before = null;
        for (var segment : rulings.rule(question, new Interval(asOf, horizon), knownAt)) {
            if (first != null && !segment.from().isBefore(first.at())) {
                break;
            }
            var here = segment.ruling();
            var found = signing(here, segment.from(), before);
            if (found != null && (first == null || found.at().isBefore(first.at()))) {
                first = found;
            }
            before = here.disclosedTo(audience);
        }
        return first;
    }

    private @Nullable Signing signing(Ruling here, Instant from, @Nullable Ruling before) {
        return switch (here.outcome()) {
            case PERMITTED ->
                new Signing(
                        from,
                        before == null
                                ? new Binds.Nothing()
                                : new Binds.ForPaper(
                                        before.deciding().stream()
                                                .map(Citation::clause)
                                                .distinct()
                                                .toList(),
                                        from),
                        null);
            case CONDITIONAL -> afterAnswers(here, MOST_STAGES, Set.of());
            case FORBIDDEN, UNDETERMINED -> null;
        };
    }

    /**
     * Once every holder has refused, or had its time. What is asked already lapses as its round has it, of what it put; what is still to
     * be put is supposed to be refused as it is asked. Whoever then has to be asked is asked then. Null where no day is certain.
     *
     * @param deemed clauses that ask for a consent which is deemed given by then
     */
    private @Nullable Signing afterAnswers(Ruling here, int stages, Set<ClauseName> deemed) {
        var told = here.disclosedTo(audience);
        var steps = told.steps().stream()
                .filter(step -> !deemed.contains(step.clause()))
                .toList();
        if (stages == 0
                || steps.stream().anyMatch(step -> step.certainBy() == null)
                || !told.telling().staleFirst().isEmpty()) {
            return null;
        }
        var last = steps.stream()
                .max(Comparator.comparing(step -> Objects.requireNonNull(step.certainBy())))
                .orElseThrow();
        var over = Objects.requireNonNull(last.certainBy());
        var asking = here.asking();
        boolean isAsked = steps.stream().anyMatch(step -> step.round() != null);
        boolean isToSend = steps.stream().anyMatch(step -> step.round() == null);
        var then = rulings.rule(
                refused(asking.question(), steps),
                over,
                isAsked && over.isAfter(asking.knownAt()) ? over : asking.knownAt());
        return switch (then.outcome()) {
            case PERMITTED -> new Signing(over, waiting(last), isToSend ? here : null);
            case CONDITIONAL -> {
                var given = new HashSet<>(deemed);
                steps.stream()
                        .filter(step -> step.kind() == Step.Kind.CONSENT)
                        .map(Step::clause)
                        .forEach(given::add);
                if (then.steps().stream().map(Step::clause).allMatch(given::contains)) {
                    yield new Signing(over, waiting(last), isToSend ? here : null);
                }
                var next = afterAnswers(then, stages - 1, given);
                yield next == null || !isToSend ? next : new Signing(next.at(), next.because(), here);
            }
            case FORBIDDEN, UNDETERMINED -> null;
        };
    }

    /** As if the holders who were not asked yet had refused. */
    private Question refused(Question question, List<Step> steps) {
        var fact = rulings.portfolio().vocabulary().refusal();
        var supposed = question;
        for (var step : steps) {
            if (fact != null && step.round() == null && step.kind().isToHolder()) {
                supposed = supposed.suppose(fact.name() + "@" + step.clause(), Refusal.DECLINED.word());
            }
        }
        return supposed;
    }

    private static Binds waiting(Step step) {
        return step.round() != null || step.kind() == Step.Kind.WAIT
                ? new Binds.ForAnswer(step.clause(), step.to(), step.round())
                : new Binds.ForWindow(
                        step.clause(),
                        step.to(),
                        step.window() instanceof Told.Open<Window>(var window) ? window : null);
    }

    private String unsure(Ruling ruling) {
        if (ruling.outcome() == Outcome.UNDETERMINED) {
            return "the answer is UNDETERMINED";
        }
        var consents = ruling.steps().stream()
                .filter(step -> !step.kind().isToHolder() && step.certainBy() == null)
                .map(step -> step.to().name())
                .distinct()
                .toList();
        if (!consents.isEmpty()) {
            return "nobody can know when " + String.join(" and ", consents) + " will consent";
        }
        return ruling.steps().stream().anyMatch(Step::isWithheld)
                ? "how long a holder has to answer is withheld from this audience"
                : "no end is known of the time that a holder has to answer";
    }

    ZoneId zone() {
        return rulings.portfolio().zone();
    }
}
