package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a clause body names parties, acts, facets and calendars that exist, and does not contradict itself. */
final class ClauseRules {
    private final Vocabulary vocabulary;
    private final Set<String> calendars;
    private final Agreement agreement;
    private final ProblemLog problems;
    private final ConditionRules conditions;

    ClauseRules(Vocabulary vocabulary, Set<String> calendars, Agreement agreement, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.calendars = calendars;
        this.agreement = agreement;
        this.problems = problems;
        this.conditions = new ConditionRules(vocabulary, problems);
    }

    void check(String path, ClauseBody body) {
        switch (body) {
            case FirstRefusal right -> firstRefusal(path, right);
            case Exclusivity(Party beneficiary, Scope outside) -> {
                party(path + "/for", beneficiary);
                conditions.check(path + "/on", outside);
            }
            case Permission permission -> {
                conditions.check(path + "/on", permission.scope());
                new GrantRules(agreement, problems).exercised(path, permission, vocabulary);
            }
            case Prohibition prohibition -> {
                party(path + "/for", prohibition.beneficiary());
                if (prohibition.unless() != null) {
                    consent(path + "/unless", prohibition.unless());
                }
                conditions.check(path + "/on", prohibition.scope());
            }
            case Licence licence -> {
                party(path + "/licensee", licence.licensee());
                conditions.check(path + "/on", licence.scope());
                if (licence.exclusive() != null) {
                    conditions.check(path + "/exclusive", licence.exclusive());
                }
            }
            case FirstAvailability first -> firstAvailability(path, first);
            case Commitment commitment -> {
                parties(path, "by", commitment.by(), "to", commitment.to());
                bought(path + "/on", commitment.bought());
                bought(path + "/used-for", commitment.usedFor());
                new CommitmentRules(path, commitment, agreement, new AttestedEvents(vocabulary, problems), problems)
                        .check();
                if (commitment.schedule().delivery() != null) {
                    new DeliveryRules(vocabulary, agreement, commitment.amount().asKnown(Instant.MAX), problems)
                            .check(path + "/delivery", commitment.schedule().delivery());
                }
            }
            case RevenueShare share -> parties(path, "payer", share.payer(), "payee", share.payee());
            case Covenant covenant -> {
                parties(path, "by", covenant.by(), "to", covenant.to());
                conditions.check(path + "/measured", covenant.measured(), List.of());
            }
            case Milestone milestone -> {
                party(path + "/declarer", milestone.declarer());
                grace(path + "/grace", milestone);
                problems.known(
                        path + "/fact",
                        "fact",
                        milestone.fact(),
                        vocabulary.facets().keySet());
            }
        }
    }

    private void grace(String path, Milestone milestone) {
        if (milestone.grace() == null) {
            return;
        }
        if (milestone.due() == null) {
            problems.add(path, "there is no day after which a grace could run", "Say by when it is due:.");
        }
        if (milestone.grace().asKnown(Instant.MAX) instanceof Window.BusinessDays
                && agreement.clock().calendar() == null) {
            problems.add(
                    path,
                    "a grace in business days has no business calendar",
                    "Name one for the whole agreement (calendar:), or count in days.");
        }
    }

    private void consent(String path, Prohibition.Consent consent) {
        party(path, consent.of());
        if (consent.answer() != null && agreement.clock().calendar() == null) {
            problems.add(
                    path,
                    "the time to answer a request for consent has no business calendar",
                    "Name one for the whole agreement (calendar:).");
        }
    }

    private void firstRefusal(String path, FirstRefusal right) {
        party(path + "/holder", right.holder());
        var roles = agreement.parties().getOrDefault(right.holder(), List.of());
        var customer = vocabulary.desk().orOwn(DeskWords.Of.CUSTOMER);
        if (!roles.isEmpty() && roles.stream().allMatch(role -> role.word().equals(customer))) {
            problems.add(
                    path + "/holder",
                    "'" + right.holder() + "' is the " + customer
                            + " and cannot hold a first refusal on its own purchases",
                    "Name the party to whom the capacity is to be offered first.");
        }
        conditions.check(path + "/on", right.scope());
        new NeededFacets(vocabulary, problems).of(path, right);
        preemption(path, right);
        var calendar = right.answering().calendar();
        if (calendar != null) {
            problems.known(path + "/calendar", "calendar", calendar, calendars);
        } else if (agreement.clock().calendar() == null) {
            problems.add(
                    path,
                    "the response window has no business calendar",
                    "Name one in the clause (calendar:) or for the whole agreement.");
        }
    }

    private void preemption(String path, FirstRefusal right) {
        var preemption = right.preemption();
        var kind = preemption.kind();
        if (preemption.trigger() == Preemption.Trigger.THIRD_PARTY_OFFER
                && kind != Preemption.Kind.REFUSAL
                && kind != Preemption.Kind.LAST_LOOK) {
            problems.add(
                    path + "/trigger",
                    "this kind of right comes before any third party's offer, which cannot trigger it",
                    "Make it a refusal or a last look, or let the need trigger it.");
        }
        var bridge = preemption.reach().bridge();
        if (bridge != null && bridge.upTo() != null) {
            counted(path + "/emergency/up-to", bridge.upTo().facet(), right.scope());
        }
        var aggregation = preemption.reach().aggregation();
        if (aggregation == null) {
            return;
        }
        var buyer = vocabulary.desk().find(DeskWords.Of.BUYER);
        if (buyer != null && vocabulary.facets().get(buyer) instanceof Facet.Choice actors) {
            for (var affiliate : aggregation.affiliates()) {
                problems.known(path + "/aggregation/affiliates/" + affiliate, buyer, affiliate, actors.values());
            }
        }
        var counted = aggregation.threshold().facet();
        for (var inCase : right.scope().cases()) {
            if (aggregation.threshold().number() instanceof Stated.Known<Long>(Long threshold, Instant _)
                    && inCase.condition().facets().get(counted) instanceof Match.Between(long _, long below, Currency _)
                    && below <= threshold) {
                problems.add(
                        path + "/aggregation",
                        "the right stands from " + threshold + " " + vocabulary.unit(counted)
                                + " on, but its scope only reaches to below " + below + ": it would never stand",
                        "Correct the threshold, or the number in the scope.");
            }
        }
        counted(path + "/aggregation/threshold", counted, right.scope());
    }

    /** What a right counts the desk has to count too, which applies it. */
    private void counted(String path, String facet, Scope scope) {
        new NeededFacets(vocabulary, problems).counted(path, facet, scope);
        var desk = vocabulary.desk().find(DeskWords.Of.QUANTITY);
        if (desk != null && !desk.equals(facet)) {
            problems.add(
                    path + "/" + facet,
                    "the desk counts '" + desk + "' and could not apply a number of '" + facet + "'",
                    "State it in '" + desk + "', or correct desk: in portfolio.yaml.");
        }
    }

    private void firstAvailability(String path, FirstAvailability first) {
        party(path + "/for", first.beneficiary());
        conditions.check(path + "/on", first.scope());
        var acts = first.scope().cases().stream()
                .flatMap(inCase -> inCase.acts().stream())
                .filter(act -> vocabulary.acts().containsKey(act))
                .toList();
        for (var lifted : first.liftedWhen()) {
            conditions.check(path + "/lifted-when", lifted, acts);
        }
    }

    private void bought(String path, @Nullable Scope scope) {
        if (scope != null) {
            conditions.check(path, scope);
        }
    }

    private void parties(String path, String first, Party one, String second, Party other) {
        party(path + "/" + first, one);
        party(path + "/" + second, other);
    }

    private void party(String path, Party party) {
        List<String> known =
                agreement.parties().keySet().stream().map(Party::name).toList();
        problems.known(path, "party", party.name(), known);
    }
}
