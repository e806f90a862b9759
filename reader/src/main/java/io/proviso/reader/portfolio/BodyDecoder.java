package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what a clause does. A parameter that is broken becomes a neutral one where there is one, so that one slip does not
 * hide the next; nothing that was made of a broken file is ever given out.
 */
final class BodyDecoder {
    private static final Choices<FirstRefusal.OnLapse> ON_LAPSE =
            Choices.of("consequence of a lapse", FirstRefusal.OnLapse.values());
    private static final Choices<FirstRefusal.Partial> PARTIAL =
            Choices.of("partial acceptance", FirstRefusal.Partial.values());
    private static final Choices<FirstRefusal.BelowGang> BELOW_GANG =
            Choices.of("consequence of a part below the gang", FirstRefusal.BelowGang.values());
    private static final Choices<RevenueShare.Base> BASE = Choices.of("base", RevenueShare.Base.values());
    private static final Choices<RevenueShare.CapBase> CAP_BASE = new Choices<>(
            "start of the cap",
            new TreeMap<>(Map.of(
                    "inception", RevenueShare.CapBase.FROM_INCEPTION,
                    "effective-date", RevenueShare.CapBase.FROM_EFFECTIVE_DATE,
                    "undisclosed", RevenueShare.CapBase.UNDISCLOSED)));
    private static final Choices<Permission.Per> FOR =
            new Choices<>("time of a limit", Map.of("year", Permission.Per.YEAR));
    private static final Choices<Covenant.Per> PER = Choices.of("period", Covenant.Per.values());
    private static final Choices<FirstRefusal.From> FROM =
            Choices.of("beginning of a window", FirstRefusal.From.values());
    private static final Choices<Boolean> FROM_RECEIPT = new Choices<>("beginning of a stage", Map.of("receipt", true));
    private static final Choices<Boolean> FROM_PROPOSAL =
            new Choices<>("beginning of a stage", Map.of("proposal", true));
    private static final Choices<Prohibition.OnSilence> ON_SILENCE =
            Choices.of("consequence of silence", Prohibition.OnSilence.values());
    private static final String CONSENT_OF = "consent of ";

    private final Problems problems;
    private final Instants instants;
    private final Scalars scalars;
    private final Amounts amounts;
    private final ScopeDecoder scopes;
    private final StatedDecoder stated;
    private final PreemptionDecoder preemptions;
    private final CommitmentDecoder commitments;
    private final DayTermsDecoder days;

    BodyDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
        this.scopes = new ScopeDecoder(problems);
        this.stated = new StatedDecoder(problems, instants);
        this.preemptions = new PreemptionDecoder(problems, instants);
        this.commitments = new CommitmentDecoder(problems, instants);
        this.days = new DayTermsDecoder(problems, scalars);
    }

    /** The body under the one kind that the mapping names; none if it says {@code instead} of a body what it has to say. */
    @Nullable
    ClauseBody body(Mapping mapping, @Nullable String instead) {
        List<Kind> kinds =
                Stream.of(Kind.values()).filter(kind -> mapping.has(kind.key())).toList();
        List<String> said = Stream.concat(
                        Stream.ofNullable(instead), kinds.stream().map(Kind::key))
                .toList();
        if (said.size() != 1 && !mapping.has(Grammar.MOST_FAVOURED)) {
            String found = said.isEmpty() ? "none" : String.join(", ", said);
            problems.add(
                    mapping.place(said.isEmpty() ? "" : said.getLast()),
                    "exactly one key must say what this does, found: " + found,
                    "One of: " + String.join(", ", Kind.KEYS) + ".");
        }
        return kinds.isEmpty() ? null : body(mapping, kinds.getFirst());
    }

    private @Nullable ClauseBody body(Mapping clause, Kind kind) {
        Mapping body = clause.mapping(kind.key(), kind.shape());
        if (body == null) {
            return null;
        }
        return switch (kind) {
            case FIRST_REFUSAL -> firstRefusal(body);
            case EXCLUSIVITY -> exclusivity(body);
            case PERMISSION -> permission(body);
            case PROHIBITION -> prohibition(body);
            case LICENCE -> licence(body);
            case FIRST_AVAILABILITY -> firstAvailability(body);
            case COMMITMENT -> commitments.commitment(body);
            case REVENUE_SHARE -> revenueShare(body);
            case COVENANT -> covenant(body);
            case MILESTONE -> milestone(body);
        };
    }

    private @Nullable ClauseBody firstRefusal(Mapping body) {
        Party holder = party(body, "holder");
        Scope scope = scope(body);
        requireTimeToAnswer(body);
        Stages stages = stages(body);
        var answering = new FirstRefusal.Answering(
                stages == null
                        ? stated.stated(body, "window", scalars::window)
                        : stages.first().getFirst(),
                stages == null ? List.of() : stages.later(),
                stages == null ? FirstRefusal.TalksOpen.BY_PROPOSAL : stages.opens(),
                body.name("calendar"),
                days.written(body),
                from(body));
        FirstRefusal.OnLapse onLapse = word(body, "on-lapse", ON_LAPSE, FirstRefusal.OnLapse.DECLINE);
        FirstRefusal.Partial partial = word(body, "partial", PARTIAL, FirstRefusal.Partial.ANY);
        FirstRefusal.BelowGang belowGang = word(body, "below-gang", BELOW_GANG, FirstRefusal.BelowGang.DECLINES_ALL);
        Preemption preemption = preemptions.preemption(body);
        return holder == null || scope == null
                ? null
                : new FirstRefusal(holder, scope, answering, onLapse, partial, belowGang, preemption);
    }

    /** A window that runs from the giving asks for no term of receipt, and stages each say from what they run. */
    private FirstRefusal.From from(Mapping body) {
        FirstRefusal.From from = word(body, "from", FROM, FirstRefusal.From.RECEIPT);
        if (body.has("from") && !body.has("window")) {
            problems.addOfSense(
                    body.place("from"),
                    "from: says from what a window runs, and here is none",
                    "Say window:, or take it out.");
        }
        if (from == FirstRefusal.From.GIVING && body.has("receipt")) {
            problems.addOfSense(
                    body.place("receipt"),
                    "on which day a notice counts as received does not matter where the window runs from giving",
                    "Take receipt: out, or say from: receipt.");
        }
        return from;
    }

    /** An option has no time to answer: it runs until it ends. */
    private void requireTimeToAnswer(Mapping body) {
        if ("option".equals(kind(body))) {
            return;
        }
        if (body.has("stages") == body.has("window")) {
            problems.add(
                    body.place("window"),
                    "a right has a window, or the stages of a negotiation, and not both",
                    "As in window: 10 business days.");
        }
        for (String key : List.of("on-lapse", "partial")) {
            if (!body.has(key)) {
                problems.add(
                        body.place(key),
                        "the key '" + key + "' is missing from this first-refusal",
                        "Only an option goes without it.");
            }
        }
    }

    private static @Nullable String kind(Mapping body) {
        return body.node("kind") instanceof Node.Text(String word, Node.Sort _, Place _) ? word : null;
    }

    /**
     * The stages of a negotiation, each with its window.
     *
     * @param first to propose in, or to exercise the right in, from receipt; one of them, or it is refused
     * @param later each to negotiate in, from what ends the one before
     */
    private record Stages(List<Stated<Window>> first, List<Stated<Window>> later, FirstRefusal.TalksOpen opens) {}

    private @Nullable Stages stages(Mapping body) {
        List<Stated<Window>> first = new ArrayList<>();
        List<Stated<Window>> later = new ArrayList<>();
        FirstRefusal.TalksOpen opens = FirstRefusal.TalksOpen.BY_PROPOSAL;
        for (Node item : body.someItems("stages")) {
            boolean proposes = item instanceof Node.Fields fields && fields.has("propose");
            boolean exercises = !proposes && item instanceof Node.Fields fields && fields.has("exercise");
            Mapping stage = Mapping.of(
                    item,
                    proposes ? Grammar.FIRST_STAGE : exercises ? Grammar.EXERCISE_STAGE : Grammar.LATER_STAGE,
                    body.pathOf("stages") + "/" + (first.size() + later.size()),
                    problems);
            if (stage == null) {
                continue;
            }
            opens = exercises ? FirstRefusal.TalksOpen.BY_EXERCISE : opens;
            Stated<Window> window = stage.get(
                    proposes ? "propose" : exercises ? "exercise" : "negotiate",
                    node -> stated.plain(node, scalars::window));
            stage.word("from", proposes || exercises ? FROM_RECEIPT : FROM_PROPOSAL);
            if (window != null) {
                (proposes || exercises ? first : later).add(window);
            }
        }
        if (!body.has("stages")) {
            return null;
        }
        if (first.size() != 1) {
            problems.add(
                    body.place("stages"),
                    "one stage is to propose in, or to exercise the right in, here are " + first.size(),
                    "As in stages: [{propose: 20 business days}, {negotiate: 20 business days}].");
            return null;
        }
        if (opens == FirstRefusal.TalksOpen.BY_EXERCISE && later.isEmpty()) {
            problems.add(
                    body.place("stages"),
                    "the exercise of the right opens talks, and here is no time for them",
                    "As in stages: [{exercise: 30 days}, {negotiate: 60 days}]; where it binds, write window: 30 days.");
        }
        return new Stages(first, later, opens);
    }

    private @Nullable ClauseBody exclusivity(Mapping body) {
        Party beneficiary = party(body, "for");
        Scope outside = scope(body);
        return beneficiary == null || outside == null ? null : new Exclusivity(beneficiary, outside);
    }

    private @Nullable ClauseBody permission(Mapping body) {
        Scope scope = scope(body);
        Limit upTo = body.get("up-to", node -> amounts.limit(node, body.pathOf("up-to"), stated));
        Window notice = body.get("revocable", scalars::window);
        Permission.Per per = word(body, "per", FOR, Permission.Per.ALL);
        Instant signBy = body.get("sign-by", instants::endOf);
        Condition signed = body.get("signed", node -> scopes.condition(node, body.pathOf("signed")));
        return scope == null ? null : new Permission(scope, upTo, per, notice, signBy, signed);
    }

    private @Nullable ClauseBody prohibition(Mapping body) {
        Party beneficiary = party(body, "for");
        Scope scope = scope(body);
        Prohibition.Consent unless = body.get("unless", node -> consent(node, body.pathOf("unless")));
        return beneficiary == null || scope == null ? null : new Prohibition(beneficiary, scope, unless);
    }

    /** In a few words, or with the time to answer. */
    private Prohibition.@Nullable Consent consent(Node node, String path) {
        if (node instanceof Node.Fields) {
            return consentInTime(node, path);
        }
        Party party = consentingParty(node, path);
        return party == null ? null : new Prohibition.Consent(party);
    }

    private Prohibition.@Nullable Consent consentInTime(Node node, String path) {
        Mapping consent = Mapping.of(node, Grammar.CONSENT, path, problems);
        if (consent == null) {
            return null;
        }
        Party party = party(consent, "consent-of");
        problems.locate(path, consent.place("consent-of"));
        Window within = consent.get("within", scalars::window);
        Prohibition.OnSilence silence = consent.word("silence", ON_SILENCE);
        return party == null || within == null || silence == null
                ? null
                : new Prohibition.Consent(party, new Prohibition.Answer(within, silence));
    }

    private @Nullable Party consentingParty(Node node, String path) {
        String advice = "Write '" + CONSENT_OF + "' and the name of a party, or consent-of:, within: and silence:.";
        Matcher consent = scalars.matched(node, Forms.CONSENT, "a way out of a prohibition", advice);
        problems.locate(path, node.place());
        return consent == null ? null : new Party(consent.group().substring(CONSENT_OF.length()));
    }

    private @Nullable ClauseBody licence(Mapping body) {
        Party licensee = party(body, "licensee");
        Scope scope = scope(body);
        Scope exclusive =
                body.node("exclusive") instanceof Node.Text(String word, Node.Sort _, Place _) && word.equals("no")
                        ? null
                        : body.get("exclusive", node -> scopes.scope(node, body.pathOf("exclusive")));
        return licensee == null || scope == null ? null : new Licence(licensee, scope, exclusive);
    }

    private @Nullable ClauseBody firstAvailability(Mapping body) {
        Party beneficiary = party(body, "for");
        Scope scope = scope(body);
        List<Condition> liftedWhen = body.get("lifted-when", node -> {
            scalars.refuseEmpty(node);
            return scopes.conditions(node, body.pathOf("lifted-when"));
        });
        return beneficiary == null || scope == null || liftedWhen == null
                ? null
                : new FirstAvailability(beneficiary, scope, liftedWhen);
    }

    private @Nullable ClauseBody revenueShare(Mapping body) {
        Party payer = party(body, "payer");
        Party payee = party(body, "payee");
        var rate = stated.stated(body, "rate", this::rate);
        RevenueShare.Base base = word(body, "base", BASE, RevenueShare.Base.UNDISCLOSED);
        Stated<RevenueShare.Cap> cap = stated.stated(body, "cap", node -> cap(node, body.pathOf("cap")));
        return payer == null || payee == null ? null : new RevenueShare(payer, payee, rate, base, cap);
    }

    private @Nullable BigDecimal rate(Node node) {
        if (node instanceof Node.Items) {
            problems.add(
                    node.place(),
                    "a share by tiers is not read yet",
                    "Write one rate, or undisclosed: tiers come with statements. Say them in says: until then.");
            return null;
        }
        return amounts.share(node);
    }

    private RevenueShare.@Nullable Cap cap(Node node, String path) {
        Mapping cap = Mapping.of(node, Grammar.CAP, path, problems);
        var amount = cap == null ? null : cap.get("amount", amounts::money);
        var countedFrom = cap == null ? null : cap.word("counted-from", CAP_BASE);
        return amount == null || countedFrom == null ? null : new RevenueShare.Cap(amount, countedFrom);
    }

    private @Nullable ClauseBody covenant(Mapping body) {
        Party by = party(body, "by");
        Party to = party(body, "to");
        Condition measured = body.get("measured", node -> scopes.condition(node, body.pathOf("measured")));
        var atLeast = stated.stated(body, "at-least", amounts::share);
        String measure = body.prose("measure");
        Covenant.Per per = word(body, "per", PER, Covenant.Per.QUARTER);
        return by == null || to == null || measured == null || measure == null
                ? null
                : new Covenant(by, to, measured, atLeast, measure, per, stated.ifSaid(body, "cure", scalars::period));
    }

    private @Nullable ClauseBody milestone(Mapping body) {
        String fact = body.name("fact");
        Party declarer = party(body, "declarer");
        String verifier = body.prose("verifier");
        return fact == null || declarer == null
                ? null
                : new Milestone(
                        fact,
                        declarer,
                        verifier,
                        body.get("due", instants::endOf),
                        stated.ifSaid(body, "grace", scalars::window));
    }

    private @Nullable Party party(Mapping body, String key) {
        String name = body.name(key);
        return name == null ? null : new Party(name);
    }

    private @Nullable Scope scope(Mapping body) {
        return body.get("on", node -> scopes.scope(node, body.pathOf("on")));
    }

    private static <T> T word(Mapping body, String key, Choices<T> choices, T otherwise) {
        return Objects.requireNonNullElse(body.word(key, choices), otherwise);
    }
}
