package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.ruling.Naive;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions as design.md says them, value by value. */
public final class PlainConditions implements Naive.Conditions {
    @Override
    public boolean hold(Vocabulary vocabulary, String clause, Condition condition, Completed completed) {
        for (var entry : condition.facets().entrySet()) {
            var facet = vocabulary.facet(entry.getKey());
            var value = Objects.requireNonNull(completed.values().get(facet.name()));
            boolean matches = switch (entry.getValue()) {
                case Match.AnyOf(List<String> words) -> means(facet, words, value);
                case Match.NoneOf(List<String> words) -> !means(facet, words, value);
                case Match.Between(long atLeast, long below, Currency _) ->
                    Long.parseLong(value) >= atLeast && Long.parseLong(value) < below;
                case Match.Undisclosed() -> completed.covers(clause, facet.name());
            };
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean means(Facet facet, List<String> words, String value) {
        return words.contains(value)
                || (facet instanceof Facet.Choice choice
                        && words.stream()
                                .anyMatch(word -> choice.groups()
                                        .getOrDefault(word, List.of())
                                        .contains(value)));
    }

    /** A condition and where it is written; several of one sort are numbered. */
    public record Written(String place, List<String> acts, Condition condition) {
        public boolean speaksOf(String act) {
            return acts.isEmpty() || acts.contains(act);
        }
    }

    /** The conditions of a clause's scope. */
    public static List<Written> scope(@Nullable ClauseBody body) {
        return switch (body) {
            case null -> List.of();
            case FirstRefusal right -> cases("on", right.scope());
            case Exclusivity exclusivity -> cases("outside", exclusivity.outside());
            case Permission permission -> cases("on", permission.scope());
            case Prohibition prohibition -> cases("on", prohibition.scope());
            case FirstAvailability first -> cases("on", first.scope());
            case Licence _, Commitment _, RevenueShare _, Covenant _, Milestone _ -> List.of();
        };
    }

    private static List<Written> cases(String name, Scope scope) {
        var written = new ArrayList<Written>();
        for (var one : scope.cases()) {
            var number = scope.cases().size() == 1 ? "" : " " + (written.size() + 1);
            written.add(new Written(name + number, one.acts(), one.condition()));
        }
        return written;
    }

    /** Under which of these conditions a first availability is lifted. */
    public static List<Written> lifted(FirstAvailability first) {
        var written = new ArrayList<Written>();
        for (var condition : first.liftedWhen()) {
            var number = first.liftedWhen().size() == 1 ? "" : " " + (written.size() + 1);
            written.add(new Written("lifted-when" + number, List.of(), condition));
        }
        return written;
    }

    /** Everything that a clause says of facets. */
    public static List<Written> all(@Nullable ClauseBody body) {
        var all = new ArrayList<>(scope(body));
        if (body instanceof FirstAvailability first) {
            all.addAll(lifted(first));
        }
        if (body instanceof Permission permission && permission.signed() != null) {
            all.add(new Written("signed", List.of(), permission.signed()));
        }
        return all;
    }
}
