package io.proviso.counsel.check;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.english.Tangle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A portfolio on a day as a person reads it: clause by clause, condition by condition, one closed question at a time. */
record ReadAloud(CompiledPortfolio portfolio, Instant asOf, List<AgreementInForce> agreements) {
    /** Numbers on both sides of every limit that {@link Tangle} writes. */
    private static final List<String> COUNTS = List.of("1", "999", "1000", "1500", "2000", "2500", "3000", "3001");

    /** What its holder says who does not want what was offered. */
    private static final Set<String> REFUSED = Set.of("declined", "lapsed", "waived");

    ReadAloud(CompiledPortfolio portfolio, Instant asOf) {
        this(portfolio, asOf, portfolio.inForce(asOf, portfolio.portfolio().latestRecorded()));
    }

    /** Every way to read it, with one reading of each clause. */
    List<ReadAloud> ways() {
        List<List<AgreementInForce>> ways = List.of(List.of());
        for (var agreement : agreements) {
            List<List<ClauseVersion>> clauses = List.of(List.of());
            for (var version : agreement.clauses()) {
                clauses = each(
                        clauses,
                        version.live().stream()
                                .map(reading -> read(version, reading))
                                .toList());
            }
            ways = each(
                    ways,
                    clauses.stream()
                            .map(some -> new AgreementInForce(agreement.agreement(), some, List.of()))
                            .toList());
        }
        return ways.stream().map(way -> new ReadAloud(portfolio, asOf, way)).toList();
    }

    private static <T> List<List<T>> each(List<List<T>> begun, List<T> next) {
        return begun.stream()
                .flatMap(one -> next.stream()
                        .map(last ->
                                Stream.concat(one.stream(), Stream.of(last)).toList()))
                .toList();
    }

    private static ClauseVersion read(ClauseVersion version, Reading reading) {
        return new ClauseVersion(
                version.agreement(),
                version.instrument(),
                version.clause(),
                version.readings(),
                List.of(reading),
                version.brought(),
                version.pin(),
                version.span(),
                version.since(),
                version.exercise());
    }

    ClauseVersion clause(Finding.Place place) {
        var told = (Finding.Place.OfClause) place;
        return agreements().stream()
                .flatMap(agreement -> agreement.clauses().stream())
                .filter(version -> version.id().equals(told.clause())
                        && version.instrument().name().equals(told.instrument()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(place + " is not in force at " + asOf));
    }

    static <T extends ClauseBody> List<T> bodies(ClauseVersion version, Class<T> kind) {
        return version.live().stream()
                .map(Reading::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Every value of every facet that an act takes, where all that is left out is as it is by default. */
    Map<String, String> closed(Question question) {
        var values = new LinkedHashMap<String, String>();
        for (var facet : takes(question.act())) {
            values.put(facet.name(), value(question, facet));
        }
        return values;
    }

    private static String value(Question question, Facet facet) {
        var supposed = question.supposed().get(facet.name());
        if (supposed != null) {
            return supposed;
        }
        return switch (question.facets().get(facet.name())) {
            case Asked.OneOf(List<String> values) -> values.getFirst();
            case Asked.Exactly exactly -> Long.toString(exactly.number());
            case null -> values(facet).getFirst();
        };
    }

    private List<Facet> takes(String act) {
        var vocabulary = portfolio.portfolio().vocabulary();
        return vocabulary.act(act).takes().stream().map(vocabulary::facet).toList();
    }

    /** Its values, the usual one first. */
    static List<String> values(Facet facet) {
        return switch (facet) {
            case Facet.Measure _ -> COUNTS;
            case Facet.Choice choice ->
                Stream.concat(Stream.ofNullable(choice.defaultValue()), choice.values().stream())
                        .distinct()
                        .toList();
        };
    }

    /** Every question about an act that can be asked; facts are all supposed, or as they are by default. */
    List<Map<String, String>> everyQuestion(String act, boolean supposing) {
        List<Map<String, String>> questions = List.of(Map.of());
        for (var facet : takes(act)) {
            var more = new ArrayList<Map<String, String>>();
            boolean asked = supposing || facet.suppliedBy() == Facet.SuppliedBy.CALLER;
            for (var question : questions) {
                for (var value : asked ? values(facet) : values(facet).subList(0, 1)) {
                    var longer = new LinkedHashMap<>(question);
                    longer.put(facet.name(), value);
                    more.add(longer);
                }
            }
            questions = more;
        }
        return questions.stream()
                .filter(question -> portfolio.portfolio().vocabulary().impossible().stream()
                        .noneMatch(impossible -> question.keySet()
                                        .containsAll(impossible.facets().keySet())
                                && holds(impossible, question)))
                .toList();
    }

    static boolean holds(Condition condition, Map<String, String> question) {
        return condition.facets().entrySet().stream()
                .allMatch(entry ->
                        holds(entry.getValue(), Objects.requireNonNull(question.get(entry.getKey()), entry::getKey)));
    }

    static boolean holds(Match match, String value) {
        return switch (match) {
            case Match.AnyOf(List<String> values) -> values.contains(value);
            case Match.NoneOf(List<String> values) -> !values.contains(value);
            case Match.Between between ->
                Long.parseLong(value) >= between.atLeast() && Long.parseLong(value) < between.below();
            case Match.Undisclosed() -> true;
        };
    }

    static @Nullable Scope scope(@Nullable ClauseBody body) {
        return switch (body) {
            case Permission permission -> permission.scope();
            case Prohibition prohibition -> prohibition.scope();
            case Exclusivity exclusivity -> exclusivity.outside();
            case FirstRefusal right -> right.scope();
            case null, default -> null;
        };
    }

    static boolean covers(@Nullable Scope scope, String act, Map<String, String> question) {
        return scope != null
                && scope.cases().stream().anyMatch(one -> one.acts().contains(act) && holds(one.condition(), question));
    }

    /** Whether a reading speaks of the question, as far as it is not used up, taken back or waived. */
    boolean covers(ClauseVersion version, Reading reading, String act, Map<String, String> question) {
        if (!version.agreement().silence().containsKey(act) || !covers(scope(reading.body()), act, question)) {
            return false;
        }
        if (!(reading.body() instanceof Permission permission)) {
            return !(reading.body() instanceof FirstRefusal) || !REFUSED.contains(question.get("refusal"));
        }
        if (permission.signed() != null && holds(permission.signed(), question)) {
            return true;
        }
        var over = version.exercise().over(reading);
        var left = version.exercise().left(permission);
        return (over == null || asOf.isBefore(over))
                && (left == null
                        || (left > 0 && Long.parseLong(question.getOrDefault("gpus", Long.toString(left))) <= left));
    }

    /** The clauses of its agreement that set the clause aside there; what is set aside itself sets nothing aside. */
    List<String> setAsideBy(ClauseVersion version, String act, Map<String, String> question) {
        return agreements().stream()
                .filter(agreement ->
                        agreement.agreement().name().equals(version.agreement().name()))
                .flatMap(agreement -> agreement.clauses().stream())
                .filter(other -> other.clause().overrides().contains(version.name()))
                .filter(other -> stands(other, _ -> true, act, question))
                .map(ClauseVersion::name)
                .toList();
    }

    /** Whether a clause says something of that kind to the question, and nothing sets it aside. */
    boolean stands(ClauseVersion version, Predicate<ClauseBody> kind, String act, Map<String, String> question) {
        return version.live().stream()
                        .anyMatch(reading -> reading.body() != null
                                && kind.test(reading.body())
                                && covers(version, reading, act, question))
                && setAsideBy(version, act, question).isEmpty();
    }
}
