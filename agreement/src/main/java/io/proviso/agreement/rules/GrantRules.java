package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a consent or waiver may have, and that only who gave one takes it back, if it says that it can be taken back. */
final class GrantRules {
    private final Agreement agreement;
    private final ProblemLog problems;

    GrantRules(Agreement agreement, ProblemLog problems) {
        this.agreement = agreement;
        this.problems = problems;
    }

    /** A clause as a paper leaves it. */
    void written(String path, Chain.Link link) {
        if (link.grant() == null && permissions(link).stream().anyMatch(permission -> permission.revocable() != null)) {
            problems.add(
                    path,
                    "only a consent or waiver can be revoked",
                    "Give the instrument that type and say by whom, or take revocable: out.");
        }
    }

    /** A revocation of a clause that stands. */
    void revoked(String path, Instrument instrument, Chain.Link link) {
        var name = link.clause().name();
        var giver = link.grant() == null ? null : link.grant().by();
        if (giver == null) {
            problems.add(
                    path,
                    "'" + name + "' is neither a consent nor a waiver and cannot be revoked",
                    "Only what one party gave it can take back; what both agreed is ended under ends:.");
        } else if (!giver.equals(instrument.by())) {
            problems.add(
                    path,
                    "'" + name + "', which '" + giver + "' gave, cannot be revoked "
                            + (instrument.by() == null ? "without saying by whom" : "by '" + instrument.by() + "'"),
                    "Only who gave a consent or waiver takes it back; say by: " + giver + ".");
        } else if (permissions(link).stream().allMatch(permission -> permission.revocable() == null)) {
            problems.add(
                    path,
                    "'" + name + "' is irrevocable: it does not say revocable:",
                    "Say there with how much notice it may be taken back, or leave it.");
        } else if (link.revokedBy() != null) {
            problems.add(path, "'" + name + "' was revoked before", "Take one of the two revocations out.");
        }
    }

    /** The parameters of a permission that an act must be able to count, and a notice that a calendar must. */
    void exercised(String path, Permission permission, Vocabulary vocabulary) {
        var conditions = new ConditionRules(vocabulary, problems);
        var acts = permission.scope().acts().stream()
                .filter(vocabulary.acts()::containsKey)
                .toList();
        var upTo = permission.upTo();
        if (upTo != null) {
            new NeededFacets(vocabulary, problems).counted(path + "/up-to", upTo.facet(), permission.scope());
        }
        if (permission.per() == Permission.Per.YEAR && upTo == null) {
            problems.add(
                    path + "/per",
                    "there is no limit that could be one for each year",
                    "Add up-to:, or take per: out.");
        }
        if (permission.revocable() != null && agreement.clock().calendar() == null) {
            problems.add(
                    path + "/revocable",
                    "the notice of a revocation has no business calendar",
                    "Name one for the whole agreement (calendar:).");
        }
        if (permission.signed() != null) {
            conditions.check(path + "/signed", permission.signed(), acts);
            if (!permission.isExercised()) {
                problems.add(
                        path + "/signed",
                        "what was signed already is told apart, but there is no limit, no revocation and no last day for signing",
                        "Add up-to:, revocable: or sign-by:, or take it out.");
            } else if (coversAll(vocabulary, permission.signed(), permission.scope())) {
                problems.add(
                        path + "/signed",
                        "it tells what was signed already from nothing: all that the consent covers would have no"
                                + " limit",
                        "Name a facet in which a contract signed already differs from a new one.");
            }
        }
    }

    /** Whether a condition holds for all that a scope does, in whatever words. */
    static boolean coversAll(Vocabulary vocabulary, Condition signed, Scope scope) {
        return scope.cases().stream()
                .map(one -> one.condition().facets())
                .allMatch(inScope -> signed.facets().entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(inScope.get(entry.getKey()))
                                || covers(
                                        vocabulary.facets().get(entry.getKey()),
                                        entry.getValue(),
                                        inScope.get(entry.getKey()))));
    }

    private static boolean covers(@Nullable Facet facet, Match signed, @Nullable Match inScope) {
        return switch (facet) {
            case null -> false;
            case Facet.Choice choice ->
                !(signed instanceof Match.Undisclosed)
                        && choice.matching(signed)
                                .containsAll(inScope == null ? choice.values() : choice.matching(inScope));
            case Facet.Measure _ ->
                signed instanceof Match.Between(long least, long below, Currency _)
                        && (inScope instanceof Match.Between(long from, long to, Currency _)
                                ? least <= from && to <= below
                                : least <= 0 && below == Long.MAX_VALUE);
        };
    }

    private static List<Permission> permissions(Chain.Link link) {
        return link.readings().stream()
                .map(Reading::body)
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .toList();
    }
}
