package io.proviso.agreement.ruling;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.Disclosures;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question with everything it rests on.
 *
 * <p>The same portfolio digest, question, as-of, known-at and engine give the same ruling, byte for byte.
 *
 * @param deciding what decides whatever the question leaves open before what decides only some of its completions
 * @param telling what it takes to tell it to anybody without its portfolio
 * @param validUntil the next instant at which, as known, the answer changes: how it comes out, who has to be asked first and how
 *     long that may take, or on what it depends; null if none is known
 * @param reasonsUntil the next instant at which, as known, the answer or what decides it changes, never after the former; null if
 *     none is known
 */
public record Ruling(
        String id,
        Outcome outcome,
        Asking asking,
        List<Citation> deciding,
        List<SetAside> setAside,
        List<SilenceCited> silent,
        List<PinCited> pins,
        List<Step> steps,
        List<Branch> split,
        Confidence restsOn,
        Telling telling,
        @Nullable Instant validUntil,
        @Nullable Instant reasonsUntil) {

    /** What was asked, of which portfolio, by which engine. */
    public record Asking(Question question, Instant asOf, Instant knownAt, String portfolio, String engine) {}

    /**
     * What is needed beside the reasons to tell a ruling, as it was when the ruling was made.
     *
     * @param zone in which the portfolio tells its days
     * @param disclosures of each clause that the ruling names
     * @param exercised by clause that decided: the consents and waivers of which not all may be left, itself or one that gives it
     *     up within its limit
     * @param facts on record, without which some clause might have said something else
     * @param rounds on record, by which rights said what they said
     * @param staleFirst rights that were refused, or may be, and stand again before all others can have answered
     * @param unlisted years beyond a calendar's list on which the ruling depends, by the clause by which it does
     */
    public record Telling(
            ZoneId zone,
            Disclosures disclosures,
            Map<ClauseName, List<Exercised>> exercised,
            List<FactCited> facts,
            List<RoundCited> rounds,
            List<ClauseName> staleFirst,
            Map<ClauseName, List<UnlistedYear>> unlisted) {
        /** Where nothing is on record of any right. */
        public Telling(
                ZoneId zone,
                Disclosures disclosures,
                Map<ClauseName, List<Exercised>> exercised,
                List<FactCited> facts,
                Map<ClauseName, List<UnlistedYear>> unlisted) {
            this(zone, disclosures, exercised, facts, List.of(), List.of(), unlisted);
        }

        public Telling {
            facts = List.copyOf(facts);
            rounds = List.copyOf(rounds);
            staleFirst = List.copyOf(staleFirst);
            exercised = Collections.unmodifiableMap(new LinkedHashMap<>(exercised));
            unlisted = Collections.unmodifiableMap(new LinkedHashMap<>(unlisted));
        }

        Telling dependingOn(Map<ClauseName, List<UnlistedYear>> years, List<ClauseName> stale) {
            return new Telling(zone, disclosures, exercised, facts, rounds, stale, years);
        }
    }

    /** An entry of the record, and the clauses that mind it. */
    public record FactCited(Attestation entry, List<ClauseName> by) {
        public FactCited {
            by = List.copyOf(by);
        }

        FactCited without(Withheld withheld) {
            return new FactCited(
                    entry,
                    by.stream().filter(clause -> !withheld.covers(clause)).toList());
        }
    }

    /** A clause that applied but was overridden. */
    public record SetAside(Citation cited, List<ClauseName> by) {
        static List<SetAside> disclosedTo(Disclosure audience, List<SetAside> all) {
            return all.stream()
                    .map(aside -> aside.disclosedTo(audience))
                    .distinct()
                    .toList();
        }

        private SetAside disclosedTo(Disclosure audience) {
            return new SetAside(cited.disclosedTo(audience), by);
        }
    }

    /** An agreement (null: the portfolio itself) whose silence rule decided, with the clauses of that act that missed and why. */
    public record SilenceCited(@Nullable String agreement, String act, Silence rule, List<Missed> missed) {
        public SilenceCited {
            missed = List.copyOf(missed);
        }

        /** Whether it is silent since a clause that would apply came to its end. */
        public boolean isSinceAnEnd() {
            return missed.stream().anyMatch(each -> each.because().isEnd());
        }

        SilenceCited without(Withheld withheld) {
            return agreement == null
                    ? this
                    : new SilenceCited(
                            agreement,
                            act,
                            rule,
                            missed.stream().map(each -> each.without(withheld)).toList());
        }
    }

    /** A clause about the act that does not apply, and what made it miss. */
    public record Missed(ClauseName clause, WhyMissed because) {
        /** Why it misses tells what it speaks of. */
        Missed without(Withheld withheld) {
            var kept = withheld.covers(clause)
                    || (because instanceof WhyMissed.DiedWith(ClauseName pierced, WhyMissed.Ended _)
                            && withheld.covers(pierced));
            return kept ? new Missed(clause, new WhyMissed.Kept()) : this;
        }
    }

    /** A pin without which the question would have met another reading, as confidential as the clause it is on. */
    public record PinCited(Pin pin, Disclosure disclosure) {}

    /** One way to complete the question, and how it comes out. */
    public record Branch(Map<Given, List<String>> given, Outcome outcome) {
        public Branch {
            given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        }

        Branch without(Withheld withheld) {
            return new Branch(withheld.from(given), outcome);
        }
    }

    /**
     * The first instant at which one may sign whatever the holders do, if all that has to be done is begun at as-of; null where no
     * instant is certain.
     */
    public @Nullable Instant signFrom() {
        boolean certain = !steps.isEmpty()
                && telling.staleFirst().isEmpty()
                && steps.stream().allMatch(step -> step.certainBy() != null);
        return certain
                ? steps.stream()
                        .map(Step::certainBy)
                        .flatMap(Stream::ofNullable)
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** Whether something else decides it before the answer changes. */
    public boolean changesReasonsSooner() {
        return !Objects.equals(reasonsUntil, validUntil);
    }

    /** The ruling without its reasons. */
    public Verdict verdict() {
        return new Verdict(
                outcome,
                steps.stream()
                        .map(step -> new Verdict.Asks(step.kind(), step.to(), step.clause()))
                        .distinct()
                        .toList());
    }

    /** The ruling as an audience may see it: the same outcome, but of a clause that it may not read only that the clause decided. */
    public Ruling disclosedTo(Disclosure audience) {
        var withheld = new Withheld(telling.disclosures(), audience);
        return new Ruling(
                id,
                outcome,
                asking,
                Citation.disclosedTo(audience, deciding),
                SetAside.disclosedTo(audience, setAside),
                silent.stream().map(each -> each.without(withheld)).toList(),
                pins.stream().filter(pin -> audience.mayRead(pin.disclosure())).toList(),
                steps.stream()
                        .map(step -> step.given(withheld.from(step.given())))
                        .map(step -> mayRead(step.clause(), audience) ? step : step.withheld())
                        .distinct()
                        .toList(),
                split.stream()
                        .map(branch -> branch.without(withheld))
                        .distinct()
                        .toList(),
                restsOn,
                told(withheld),
                validUntil,
                reasonsUntil);
    }

    private Telling told(Withheld withheld) {
        var audience = withheld.audience();
        var left = new LinkedHashMap<ClauseName, List<Exercised>>();
        telling.exercised().forEach((clause, behind) -> {
            var told = behind.stream()
                    .filter(one -> mayRead(clause, audience) && audience.mayRead(one.disclosure()))
                    .toList();
            if (!told.isEmpty()) {
                left.put(clause, told);
            }
        });
        var years = new LinkedHashMap<>(telling.unlisted());
        years.keySet().removeIf(withheld::covers);
        var facts = telling.facts().stream()
                .map(fact -> fact.without(withheld))
                .filter(fact -> !fact.by().isEmpty())
                .toList();
        var rounds = telling.rounds().stream()
                .filter(round -> !withheld.covers(round.round().right()))
                .toList();
        return new Telling(telling.zone(), telling.disclosures(), left, facts, rounds, telling.staleFirst(), years);
    }

    /** The years beyond a calendar's list on which it depends, by whichever clause. */
    public List<UnlistedYear> unlisted() {
        return telling.unlisted().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Whether an audience may read all versions of a clause that decide; a step or a consent behind one is as confidential. */
    private boolean mayRead(ClauseName clause, Disclosure audience) {
        return deciding.stream()
                .filter(cited -> cited.clause().equals(clause))
                .allMatch(cited -> audience.mayRead(cited.disclosure()));
    }

    public Ruling {
        deciding = List.copyOf(deciding);
        setAside = List.copyOf(setAside);
        silent = List.copyOf(silent);
        pins = List.copyOf(pins);
        steps = List.copyOf(steps);
        split = List.copyOf(split);
    }
}
