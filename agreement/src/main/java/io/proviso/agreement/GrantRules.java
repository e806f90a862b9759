package io.proviso.agreement;

import io.proviso.units.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** A clause as an instrument writes it. */
    void written(String path, Instrument instrument, Clause clause) {
        givenBy.remove(clause.name());
        revoked.remove(clause.name());
        var given = instrument.type() == Instrument.Type.CONSENT || instrument.type() == Instrument.Type.WAIVER;
        if (given && instrument.by() != null) {
            givenBy.put(clause.name(), instrument.by());
        }
        if (!given && permissions(clause).stream().anyMatch(Permission::isExercised)) {
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
            } else if (coversAll(permission.signed(), permission.scope())) {
                problems.add(
                        path + "/signed",
                        "it tells what was signed already from nothing: all that the consent covers would have no limit",
                        "Name a facet in which a contract signed already differs from a new one.");
            }
        }
    }

    /** Whether a condition holds for all that a scope does, by its very words. */
    static boolean coversAll(Condition signed, Scope scope) {
        return scope.cases().stream()
                .allMatch(one -> one.condition()
                        .facets()
                        .entrySet()
                        .containsAll(signed.facets().entrySet()));
    }

    private static List<Permission> permissions(Clause clause) {
        return clause.readings().stream()
                .map(Reading::body)
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .toList();
    }
}
