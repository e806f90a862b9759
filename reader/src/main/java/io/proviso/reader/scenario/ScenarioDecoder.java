package io.proviso.reader.scenario;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.Window;
import io.proviso.desk.Basis;
import io.proviso.reader.portfolio.PreemptionDecoder;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.ClauseOverride;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes a scenario against the portfolio it names; bare dates are days in the zone of that portfolio. */
public final class ScenarioDecoder {
    private static final Choices<FirstRefusal.OnLapse> ON_LAPSE =
            Choices.of("meaning of a lapse", FirstRefusal.OnLapse.values());
    private static final Choices<FirstRefusal.Partial> PARTIAL =
            Choices.of("partial acceptance", FirstRefusal.Partial.values());
    private static final Choices<FirstRefusal.BelowGang> BELOW_GANG =
            Choices.of("worth of a part below the gang", FirstRefusal.BelowGang.values());

    private final Problems problems;
    private final Portfolio portfolio;
    private final Scalars scalars;
    private final Instants instants;
    private final ScenarioScalars more;

    public ScenarioDecoder(Problems problems, Portfolio portfolio) {
        this.problems = problems;
        this.portfolio = portfolio;
        this.scalars = new Scalars(problems);
        this.instants = new Instants(scalars, portfolio.zone());
        this.more = new ScenarioScalars(problems, portfolio);
    }

    @Nullable
    public Scenario scenario(Mapping file) {
        String name = file.name("scenario");
        String says = file.prose("says");
        var ground = ground(file);
        var demand = demand(file);
        var market = new MarketDecoder(problems, more, instants).market(file);
        var buyer = new BuyerDecoder(problems, more).buyer(file);
        List<String> assumptions = prose(file, "assumptions");
        if (name == null || says == null || ground == null || demand == null || market == null || buyer == null) {
            return null;
        }
        List<String> sources = file.mappings("providers", ScenarioGrammar.SUPPLY).stream()
                .sorted(Comparator.comparing(supply -> String.valueOf(supply.name("provider"))))
                .flatMap(supply ->
                        prose(supply, "sources").stream().map(source -> supply.name("provider") + ": " + source))
                .toList();
        try {
            return new Scenario(new Scenario.About(name, says, assumptions, sources), ground, demand, market, buyer);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("buyer"), refusal);
            return null;
        }
    }

    /** What is to be varied; null if the scenario does not say. */
    @Nullable
    public Sweep sweep(Mapping file) {
        Mapping sweep = file.mapping("sweep", ScenarioGrammar.SWEEP);
        return sweep == null ? null : windows(sweep);
    }

    /** Windows that are to be varied together with shares of acceptance; null if the scenario does not say. */
    @Nullable
    public AcceptanceSweep acceptance(Mapping file) {
        Mapping sweep = file.mapping("acceptance-sweep", ScenarioGrammar.ACCEPTANCE_SWEEP);
        if (sweep == null) {
            return null;
        }
        Sweep windows = windows(sweep);
        List<Double> shares = new ArrayList<>();
        var items = sweep.someItems("accepts");
        for (Node item : items) {
            Double share = more.share(item);
            if (share != null) {
                shares.add(share);
            }
        }
        try {
            return windows == null || shares.isEmpty() || shares.size() < items.size()
                    ? null
                    : new AcceptanceSweep(windows, shares);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("acceptance-sweep"), refusal);
            return null;
        }
    }

    private @Nullable Sweep windows(Mapping sweep) {
        List<Window> windows = new ArrayList<>();
        var items = sweep.someItems("windows");
        for (Node item : items) {
            Window window = scalars.windowOrNone(item);
            if (window != null) {
                windows.add(window);
            }
        }
        Node clause = sweep.node("clause");
        ClauseName name = clause == null ? null : clause(clause);
        if (name == null || windows.isEmpty() || windows.size() < items.size()) {
            return null;
        }
        try {
            return new Sweep(name, windows);
        } catch (IllegalArgumentException refusal) {
            problems.add(sweep.place("windows"), refusal);
            return null;
        }
    }

    private Scenario.@Nullable Ground ground(Mapping file) {
        Mapping basis = file.mapping("basis", ScenarioGrammar.BASIS);
        List<ClauseOverride> overrides = overrides(file.node("override"));
        if (basis == null) {
            return null;
        }
        boolean moves = basis.isYes("moves");
        Instant frozen = basis.get("frozen", instants::instant);
        if (basis.has("moves") == basis.has("frozen") || basis.has("moves") != moves) {
            problems.add(
                    file.place("basis"),
                    "the basis must be one of two",
                    "Write {frozen: DATE} for one day's portfolio, or {moves: yes} for one that moves with the clock.");
            return null;
        }
        Instant known = portfolio.latestRecorded();
        if (moves) {
            return new Scenario.Ground(new Basis.Hindsight(known), overrides);
        }
        return frozen == null ? null : new Scenario.Ground(new Basis.Frozen(frozen, known), overrides);
    }

    private Scenario.@Nullable Demand demand(Mapping file) {
        Instant start = file.get("trace-start", instants::instant);
        Mapping demand = file.mapping("demand", ScenarioGrammar.DEMAND);
        Double gpus = demand == null || !demand.has("gpus") ? Double.valueOf(1) : demand.get("gpus", more::factor);
        Double arrivals =
                demand == null || !demand.has("arrivals") ? Double.valueOf(1) : demand.get("arrivals", more::factor);
        if (start == null || gpus == null || arrivals == null) {
            return null;
        }
        try {
            return new Scenario.Demand(start, gpus, arrivals);
        } catch (IllegalArgumentException refusal) {
            problems.add(file.place("demand"), refusal);
            return null;
        }
    }

    private List<ClauseOverride> overrides(@Nullable Node node) {
        List<ClauseOverride> overrides = new ArrayList<>();
        if (node != null && !(node instanceof Fields)) {
            problems.add(
                    node.place(), "a mapping is expected here, not " + node.kind(), "Write 'agreement/clause: {…}'.");
        }
        if (node instanceof Fields fields) {
            for (Field field : fields.fields().values()) {
                ClauseName name = clause(field.key());
                Mapping with = Mapping.of(field.value(), ScenarioGrammar.OVERRIDE, "override", problems);
                var answer = with == null ? null : answer(with);
                var beyond = with == null ? null : new PreemptionDecoder(problems, instants).replaced(with);
                if (name != null && answer != null && beyond != null) {
                    overrides.add(new ClauseOverride(name, answer, beyond));
                }
            }
        }
        return overrides;
    }

    private ClauseOverride.Answer answer(Mapping with) {
        return new ClauseOverride.Answer(
                with.get("window", scalars::windowOrNone),
                with.word("on-lapse", ON_LAPSE),
                with.word("partial", PARTIAL),
                with.word("below-gang", BELOW_GANG));
    }

    /** The name of a clause, which must be a right of first refusal of the portfolio. */
    private @Nullable ClauseName clause(Node node) {
        Matcher named = scalars.matched(node, Forms.CLAUSE, "the name of a clause", "Write agreement/clause.");
        if (named == null) {
            return null;
        }
        List<ClauseName> known = ClauseOverride.rights(portfolio);
        ClauseName name = ClauseName.of(named.group());
        if (name == null || !known.contains(name)) {
            List<String> names = known.stream().map(ClauseName::toString).toList();
            problems.addUnknownElsewhere(node.place(), "right of first refusal", named.group(), names);
            return null;
        }
        return name;
    }

    private List<String> prose(Mapping file, String key) {
        List<String> lines = new ArrayList<>();
        for (Node item : file.items(key)) {
            String line = scalars.prose(item);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }
}
