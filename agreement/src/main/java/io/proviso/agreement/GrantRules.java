package io.proviso.agreement;

import io.proviso.units.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only a consent or waiver may have, and that only who gave one takes it back, if it says that it can be taken back. */
final class GrantRules {
    private final Agreement agreement;
    private final Problems problems;
    /** Who gave what stands as a consent or waiver. */
    private final Map<String, Party> givenBy = new HashMap<>();

    private final Set<String> revoked = new HashSet<>();

    GrantRules(Agreement agreement, Problems problems) {
        this.agreement = agreement;
        this.problems = problems;
    }

    /** The same rules at the same point, to try out what may not count. */
    GrantRules(GrantRules other) {
        this(other.agreement, other.problems);
        givenBy.putAll(other.givenBy);
        revoked.addAll(other.revoked);
    }

    /** A clause as an instrument writes it. */
    void written(String path, Instrument instrument, Clause clause) {
        givenBy.remove(clause.name());
        revoked.remove(clause.name());
        if (instrument.isGrant() && instrument.by() != null) {
            givenBy.put(clause.name(), instrument.by());
        }
        if (!instrument.isGrant() && permissions(clause).stream().anyMatch(Permission::isExercised)) {
            problems.add(
                    path,
                    "only a consent or waiver has a limit that is drawn down, or can be revoked",
                    "Give the instrument that type and say by whom, or take up-to: and revocable: out.");
        }
    }

    /** A revocation of a clause that stands. */
    void revoked(String path, Instrument instrument, Clause clause) {
        var giver = givenBy.get(clause.name());
        if (giver == null) {
            problems.add(
                    path,
                    "'" + clause.name() + "' is neither a consent nor a waiver and cannot be revoked",
                    "Only what one party gave it can take back; what both agreed is ended under ends:.");
        } else if (!giver.equals(instrument.by())) {
            problems.add(
                    path,
                    "'" + clause.name() + "', which '" + giver + "' gave, cannot be revoked "
                            + (instrument.by() == null ? "without saying by whom" : "by '" + instrument.by() + "'"),
                    "Only who gave a consent or waiver takes it back; say by: " + giver + ".");
        } else if (permissions(clause).stream().allMatch(permission -> permission.revocable() == null)) {
            problems.add(
                    path,
                    "'" + clause.name() + "' is irrevocable: it does not say revocable:",
                    "Say there with how much notice it may be taken back, or leave it.");
        } else if (!revoked.add(clause.name())) {
            problems.add(path, "'" + clause.name() + "' was revoked before", "Take one of the two revocations out.");
        }
    }

    /** The parameters of a permission that an act must be able to count, and a notice that a calendar must. */
    void exercised(String path, Permission permission, Vocabulary vocabulary) {
        var conditions = new ConditionRules(vocabulary, problems);
        var acts = permission.scope().acts().stream()
                .filter(vocabulary.acts()::containsKey)
                .toList();
        if (permission.upTo() != null) {
            new NeededFacets(vocabulary, problems).of(path, permission);
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
                        "what was signed already is told apart, but there is neither a limit nor a revocation",
                        "Add up-to: or revocable:, or take it out.");
            } else if (coversAll(vocabulary, permission.signed(), permission.scope())) {
                problems.add(
                        path + "/signed",
                        "it tells what was signed already from nothing: all that the consent covers would have no limit",
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
            case Facet.Count _ ->
                signed instanceof Match.Between(long least, long below)
                        && (inScope instanceof Match.Between(long from, long to)
                                ? least <= from && to <= below
                                : least <= 0 && below == Long.MAX_VALUE);
        };
    }

    private static List<Permission> permissions(Clause clause) {
        return clause.readings().stream()
                .map(Reading::body)
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .toList();
    }
}
