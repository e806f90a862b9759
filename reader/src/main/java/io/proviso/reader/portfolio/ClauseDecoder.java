package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.calendar.DayTerms;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decodes clauses and their readings: everything about a clause but what it does ({@link BodyDecoder}). */
final class ClauseDecoder {
    private static final Choices<Words.Kind> WORDS = Choices.of("kind of words", Words.Kind.values());
    private static final Choices<Confidence> CONFIDENCE = Choices.of("confidence", Confidence.values());
    static final Choices<Disclosure> DISCLOSURE = Choices.of("disclosure level", Disclosure.values());

    /** Stands for a source that is missing or broken, so that what it supports is still checked. */
    static final Source UNREAD = new Source("unread", null, Confidence.ASSUMED);

    private final Problems problems;
    private final Instants instants;
    private final EndDecoder ends;
    private final BodyDecoder bodies;

    ClauseDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
        this.ends = new EndDecoder(problems, instants);
        this.bodies = new BodyDecoder(problems, instants);
    }

    /** What a clause has where it does not say otherwise: from its instrument and its agreement. */
    record Defaults(Source source, Instant recorded, Disclosure disclosure, DayTerms.Written days) {}

    @Nullable
    Clause clause(Mapping mapping, Defaults defaults) {
        String name = mapping.name("clause");
        if (name == null) {
            return null;
        }
        Words words = words(mapping);
        Source source = source(mapping);
        Instant recorded = mapping.get("recorded", instants::instant);
        Disclosure disclosure = mapping.word("disclosure", DISCLOSURE);
        List<Reading> readings = meanings(mapping);
        return new Clause(
                name,
                words == null ? new Words("", Words.Kind.PARAPHRASE) : words,
                ends.beginning(mapping),
                ends.end(mapping),
                mapping.has("overrides") ? mapping.names("overrides") : null,
                readings,
                new Provenance(
                        Objects.requireNonNullElse(source, defaults.source),
                        Objects.requireNonNullElse(recorded, defaults.recorded),
                        new LinkedHashSet<>(mapping.names("assumed")),
                        new LinkedHashSet<>(mapping.names("reported")),
                        unsaid(mapping, readings, defaults)),
                Objects.requireNonNullElse(disclosure, defaults.disclosure));
    }

    /** By which defaults its rights, its time to consent and its commitments go, in whatever reading. */
    private static Set<Default> unsaid(Mapping clause, List<Reading> readings, Defaults defaults) {
        Set<Default> unsaid = EnumSet.noneOf(Default.class);
        Stream<Node.Fields> bodies = Stream.concat(
                        Stream.ofNullable(clause.node(Kind.FIRST_REFUSAL.key())),
                        clause.items("readings").stream()
                                .filter(Node.Fields.class::isInstance)
                                .flatMap(reading ->
                                        Stream.ofNullable(((Node.Fields) reading).value(Kind.FIRST_REFUSAL.key()))))
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast);
        List<FirstRefusal> rights = readings.stream()
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(FirstRefusal.class::cast)
                .toList();
        bodies.forEach(
                body -> rights.forEach(right -> unsaid.addAll(Default.unsaid(right, defaults.days(), body::has))));
        readings.stream()
                .map(ClauseDecoder::consentAnswer)
                .flatMap(Stream::ofNullable)
                .forEach(answer -> unsaid.addAll(Default.unsaid(answer, defaults.days())));
        readings.stream()
                .map(Reading::body)
                .filter(Commitment.class::isInstance)
                .forEach(promise -> unsaid.addAll(Default.unsaid((Commitment) promise, defaults.days())));
        return unsaid;
    }

    private static Prohibition.@Nullable Answer consentAnswer(Reading reading) {
        return reading.body() instanceof Prohibition prohibition && prohibition.unless() != null
                ? prohibition.unless().answer()
                : null;
    }

    /** The plain meaning of a clear clause, or its readings. A broken one has no body, so that its name stays known. */
    private List<Reading> meanings(Mapping clause) {
        boolean read = clause.has("readings");
        ClauseBody body = bodies.body(clause, read ? "readings" : null);
        List<Reading> readings = read ? readings(clause) : List.of();
        return readings.isEmpty() ? List.of(new Reading(Reading.PLAIN, null, body, null)) : readings;
    }

    List<Reading> readings(Mapping mapping) {
        mapping.someItems("readings");
        List<Reading> readings = new ArrayList<>();
        for (Mapping reading : mapping.named("readings", Grammar.READING, "reading")) {
            readings.add(reading(reading));
        }
        return readings;
    }

    /** One reading; it has a body, or says {@code ends: yes}. */
    Reading reading(Mapping mapping) {
        if (mapping.has("ends") && !mapping.isYes("ends")) {
            problems.add(mapping.place("ends"), "a reading may only say 'ends: yes'", "Leave it out if it has a body.");
        }
        return new Reading(
                Objects.requireNonNullElse(mapping.name("reading"), ""),
                words(mapping),
                bodies.body(mapping, mapping.has("ends") ? "ends" : null),
                mapping.get("recorded", instants::instant));
    }

    private static @Nullable Words words(Mapping mapping) {
        String says = mapping.prose("says");
        Words.Kind kind = mapping.word("says-kind", WORDS);
        return says == null ? null : new Words(says, kind == null ? Words.Kind.PARAPHRASE : kind);
    }

    /** Where something was read; null if it does not say, or not rightly. */
    static @Nullable Source source(Mapping mapping) {
        Mapping source = mapping.mapping("source", Grammar.SOURCE);
        if (source == null) {
            return null;
        }
        String title = source.prose("title");
        String url = source.url("url");
        Confidence confidence = source.word("confidence", CONFIDENCE);
        return title == null || confidence == null ? null : new Source(title, url, confidence);
    }
}
