package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Aggregation;
import io.proviso.agreement.clause.Preemption.Bridge;
import io.proviso.agreement.clause.Preemption.Conduct;
import io.proviso.agreement.clause.Preemption.Direction;
import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.agreement.clause.Preemption.Reach;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Length;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.replay.scenario.ClauseOverride;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes how far a pre-emptive right goes; every parameter is optional, and without any it is one offer and one answer. */
public final class PreemptionDecoder {
    private static final Choices<Preemption.Kind> KIND = Choices.of("kind of right", Preemption.Kind.values());
    private static final Choices<Preemption.Trigger> TRIGGER = Choices.of("trigger", Preemption.Trigger.values());
    private static final Choices<Matching.Standard> STANDARD =
            Choices.of("matching standard", Matching.Standard.values());
    private static final Choices<Matching.NonCash> NON_CASH =
            Choices.of("treatment of other consideration", Matching.NonCash.values());
    private static final Choices<Preemption.Alternates> ALTERNATES =
            Choices.of("way to show alternates", Preemption.Alternates.values());
    private static final Choices<Preemption.Counter> COUNTER =
            Choices.of("worth of a counter", Preemption.Counter.values());
    private static final Choices<Preemption.OnFailure> ON_FAILURE =
            Choices.of("consequence of a failure", Preemption.OnFailure.values());
    private static final Choices<Preemption.Field> NOTICE = Choices.of("field of a notice", Preemption.Field.values());
    private static final Choices<Preemption.Looks> LOOKS =
            Choices.of("number of times to match", Preemption.Looks.values());
    private static final Choices<Preemption.OpenOffers> OPEN_OFFERS =
            Choices.of("fate of an open offer", Preemption.OpenOffers.values());
    private static final Choices<Tail.From> FROM = new Choices<>(
            "beginning of a tail", Map.of("refusal", Tail.From.REFUSAL, "end of window", Tail.From.END_OF_WINDOW));
    private static final Choices<Direction> DIRECTION = Choices.of("direction", Direction.values());
    private static final Choices<Aggregation.By> BY = new Choices<>("common ground", grounds());

    private final Problems problems;
    private final Scalars scalars;
    private final Amounts amounts;
    private final StatedDecoder stated;

    public PreemptionDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
        this.stated = new StatedDecoder(problems, instants);
    }

    private static Map<String, Aggregation.By> grounds() {
        Map<String, Aggregation.By> grounds = new LinkedHashMap<>();
        grounds.put("actor", Aggregation.By.ACTOR);
        grounds.put("actor+affiliates", Aggregation.By.ACTOR_AND_AFFILIATES);
        grounds.put("project", Aggregation.By.PROJECT);
        return grounds;
    }

    Preemption preemption(Mapping right) {
        Preemption.Kind kind = word(right, "kind", KIND, Preemption.Kind.REFUSAL);
        Stated<Tail> tail = !right.has("tail")
                ? null
                : stated.stated(right, "tail", node -> tail(node, right.pathOf("tail"), kind));
        return new Preemption(
                kind,
                word(right, "trigger", TRIGGER, Preemption.Trigger.NEED_FIRST),
                matching(right),
                tail,
                new Reach(aggregation(right), bridge(right)),
                conduct(right, kind),
                call(right, kind));
    }

    /** What an option may call; no other right has a quantity of its own. */
    private Preemption.@Nullable Call call(Mapping right, Preemption.Kind kind) {
        if (kind != Preemption.Kind.OPTION) {
            for (String key : List.of("quantity", "of")) {
                if (right.has(key)) {
                    problems.add(
                            right.place(key),
                            "only an option says of which quantity it is",
                            "Put the number into on:, or make it kind: option.");
                }
            }
            return null;
        }
        Counted quantity = counted(right, "quantity");
        Counted of = counted(right, "of");
        if (quantity == null) {
            if (of != null) {
                problems.add(
                        right.place("of"), "of: is the stock from which quantity: is called", "Say quantity:, too.");
            }
            return null;
        }
        if (of != null && (!of.facet().equals(quantity.facet()) || of.number() < quantity.number())) {
            problems.add(
                    right.place("of"),
                    "the stock holds at least what is called from it, counted by the same facet",
                    "As in quantity: {gpus: 3000} and of: {gpus: 5000}.");
            return null;
        }
        return new Preemption.Call(quantity.facet(), quantity.number(), of == null ? null : of.number());
    }

    private record Counted(String facet, long number) {}

    private @Nullable Counted counted(Mapping right, String key) {
        List<Node.Field> entries = right.someEntries(key);
        if (entries.size() > 1) {
            problems.add(right.place(key), "a quantity is counted by one facet", "As in {gpus: 3000}.");
        }
        if (entries.size() != 1) {
            return null;
        }
        Long number = scalars.count(entries.getFirst().value(), 1, Forms.LARGEST);
        return number == null ? null : new Counted(entries.getFirst().key().value(), number);
    }

    /** What a scenario replaces; null leaves a parameter as the portfolio has it. */
    public ClauseOverride.Beyond replaced(Mapping override) {
        Preemption.Kind kind = override.word("kind", KIND);
        Preemption.Kind otherwise = kind == null ? Preemption.Kind.REFUSAL : kind;
        return new ClauseOverride.Beyond(
                kind,
                override.word("trigger", TRIGGER),
                override.has("matching") ? matching(override) : null,
                override.get("tail", node -> bound(override, node, otherwise)),
                override.get("re-offer-window", scalars::windowOrNone));
    }

    /** A scenario says what nobody disclosed; it cannot leave it open as well. */
    private @Nullable Tail bound(Mapping override, Node node, Preemption.Kind kind) {
        Tail tail = tail(node, override.pathOf("tail"), kind);
        if (tail != null && tail.isUndisclosed()) {
            problems.add(node.place(), "a replay needs a tail whose length is known", "As in for: 90 days.");
            return null;
        }
        return tail;
    }

    private Matching matching(Mapping right) {
        Matching strict = Matching.STRICT;
        Preemption.Alternates alternates = word(right, "alternates", ALTERNATES, strict.alternates());
        Mapping matching = right.mapping("matching", Grammar.MATCHING);
        if (matching == null) {
            return new Matching(strict.standard(), strict.tolerance(), strict.nonCash(), alternates);
        }
        BigDecimal tolerance = matching.get("tolerance", amounts::share);
        return new Matching(
                word(matching, "standard", STANDARD, strict.standard()),
                tolerance == null ? strict.tolerance() : tolerance,
                word(matching, "non-cash", NON_CASH, strict.nonCash()),
                alternates);
    }

    private @Nullable Tail tail(Node node, String path, Preemption.Kind kind) {
        Mapping tail = Mapping.of(node, Grammar.TAIL, path, problems);
        Stated<Window> period = tail == null ? null : tail.get("for", length -> stated.plain(length, scalars::window));
        Tail.From from = tail == null ? Tail.From.REFUSAL : word(tail, "from", FROM, Tail.From.REFUSAL);
        Mapping floor = tail == null ? null : tail.mapping("no-more-favourable", Grammar.NO_MORE_FAVOURABLE);
        Floor within = floor(floor, kind);
        if (tail != null && !tail.has("for") && tail.has("from")) {
            problems.addOfSense(
                    tail.place("from"),
                    "a tail without an end counts from nothing",
                    "Say for: how long, or take from: out.");
        }
        return tail == null || (period == null && tail.has("for")) ? null : new Tail(period, from, within);
    }

    /** Where the holder proposes first, it is the dearer bargain elsewhere that goes beyond what it was refused. */
    private Floor floor(@Nullable Mapping floor, Preemption.Kind kind) {
        if (floor == null) {
            return new Floor(null, null, null, null, false);
        }
        Direction price = switch (kind) {
            case OFFER, NEGOTIATION -> Direction.HIGHER;
            case REFUSAL, LAST_LOOK, OPTION -> Direction.LOWER;
        };
        return new Floor(
                tolerance(floor, "price", price),
                tolerance(floor, "quantity", Direction.EITHER),
                floor.get("start", this::slip),
                tolerance(floor, "term", Direction.EITHER),
                floor.isYes("counterparty"));
    }

    private @Nullable Tolerance tolerance(Mapping floor, String key, Direction direction) {
        return floor.get(key, node -> {
            if (!(node instanceof Node.Fields)) {
                BigDecimal share = amounts.share(node);
                return share == null ? null : new Tolerance(share, direction);
            }
            Mapping tolerance = Mapping.of(node, Grammar.TOLERANCE, floor.pathOf(key), problems);
            if (tolerance == null) {
                return null;
            }
            boolean reopens = tolerance.has("reopens-at");
            if (reopens == tolerance.has("within")) {
                problems.add(
                        node.place(),
                        "a tolerance says within which share a departure does not count, or at which it does, and not"
                                + " both",
                        "As in within: 5 %, or reopens-at: 5 % for \"5 % or more\".");
            }
            BigDecimal share = tolerance.get(reopens ? "reopens-at" : "within", amounts::share);
            return share == null
                    ? null
                    : new Tolerance(share, word(tolerance, "direction", DIRECTION, direction), reopens);
        });
    }

    private @Nullable Duration slip(Node node) {
        String advice = "Write days or hours, as in 30 days; a start does not slip by business days.";
        Matcher slip = scalars.matched(node, Forms.SLIP, "a time by which a start may slip", advice);
        if (slip == null) {
            return null;
        }
        Length length = Length.of(slip.group());
        return length.unit() == 'd' ? Duration.ofDays(length.number()) : Duration.ofHours(length.number());
    }

    private @Nullable Aggregation aggregation(Mapping right) {
        Mapping aggregation = right.mapping("aggregation", Grammar.AGGREGATION);
        Integer days = aggregation == null ? null : aggregation.get("days", this::days);
        if (aggregation == null || days == null) {
            return null;
        }
        aggregation.refuseEmpty("by");
        Limit threshold =
                aggregation.get("threshold", node -> amounts.limit(node, aggregation.pathOf("threshold"), stated));
        return threshold == null
                ? null
                : new Aggregation(days, threshold, words(aggregation, "by", BY), aggregation.names("affiliates"));
    }

    private @Nullable Bridge bridge(Mapping right) {
        Mapping bridge = right.mapping("emergency", Grammar.EMERGENCY);
        Integer days = bridge == null ? null : bridge.get("days", this::days);
        return bridge == null || days == null
                ? null
                : new Bridge(days, bridge.get("up-to", node -> amounts.quantity(node, bridge.pathOf("up-to"))));
    }

    private Conduct conduct(Mapping right, Preemption.Kind kind) {
        Integer rank = right.get("rank", this::days);
        Preemption.Counter counter = word(right, "counter", COUNTER, Preemption.Counter.DECLINES);
        if (kind == Preemption.Kind.NEGOTIATION && right.has("counter") && counter != Preemption.Counter.NEGOTIATES) {
            problems.addOfSense(
                    right.place("counter"),
                    "in a negotiation a counter-offer is what the talks are about",
                    "Take counter: out; where the exercise of a right opens the talks, take kind: out and name the stage"
                            + " exercise.");
        }
        return new Conduct(
                counter,
                words(right, "notice", NOTICE),
                right.get("re-offer-window", scalars::window),
                right.proses("tolling"),
                word(right, "on-failure", ON_FAILURE, Preemption.OnFailure.THIS_NEED),
                rank == null ? 1 : rank,
                word(right, "times", LOOKS, Preemption.Looks.EACH_CHANGE),
                word(right, "open-offers", OPEN_OFFERS, Preemption.OpenOffers.MOOT));
    }

    /** A whole number from 1 to a century's days. */
    private @Nullable Integer days(Node node) {
        Long number = scalars.count(node, 1, Window.LONGEST_DAYS);
        return number == null ? null : Math.toIntExact(number);
    }

    private <T> Set<T> words(Mapping mapping, String key, Choices<T> choices) {
        Node node = mapping.node(key);
        List<Node> items = node == null ? List.of() : node instanceof Node.Items ? mapping.items(key) : List.of(node);
        Set<T> words = new LinkedHashSet<>();
        for (Node item : items) {
            T word = scalars.word(item, choices);
            if (word != null && !words.add(word)) {
                problems.add(item.place(), "this is listed twice", "Remove one of the two.");
            }
        }
        return words;
    }

    private static <T> T word(Mapping mapping, String key, Choices<T> choices, T otherwise) {
        return Objects.requireNonNullElse(mapping.word(key, choices), otherwise);
    }
}
