package io.proviso.reader.portfolio;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Diary;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Round;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Source;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes the files that belong to a portfolio as a whole: itself, its pins and its record. */
public final class PortfolioDecoder {
    /** Stands for a text that is missing, so that the rest of its entry is still checked. */
    private static final String UNREAD = "unread";

    private static final Choices<Boolean> NONE = new Choices<>("list of agreements", Map.of("none", true));

    private final Problems problems;
    private final Scalars scalars;
    private final Amounts amounts;

    public PortfolioDecoder(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.amounts = new Amounts(problems);
    }

    /** {@code portfolio.yaml}. */
    record Header(String name, ZoneId zone, Map<String, Silence> silence, DeskWords desk, Mapping file) {
        /** Whether it says that there are no agreements, which their absence alone does not. */
        boolean withoutAgreements() {
            return file.has("agreements");
        }

        Place placeOfAgreements() {
            return file.place("agreements");
        }
    }

    @Nullable
    public Header header(Node document) {
        Mapping file = Mapping.of(document, Grammar.PORTFOLIO, "", problems);
        if (file == null) {
            return null;
        }
        String name = file.name("portfolio");
        ZoneId zone = file.get("zone", scalars::zone);
        Map<String, Silence> silence = file.words("silence", AgreementDecoder.SILENCE);
        file.word("agreements", NONE);
        return name == null || zone == null ? null : new Header(name, zone, silence, desk(file), file);
    }

    /** What the portfolio calls the things of which the desk asks. */
    private static DeskWords desk(Mapping file) {
        Mapping desk = file.mapping("desk", Grammar.DESK);
        Map<DeskWords.Of, String> words = new EnumMap<>(DeskWords.Of.class);
        for (DeskWords.Of of : DeskWords.Of.values()) {
            String word = desk == null ? null : desk.name(of.key());
            if (word != null) {
                words.put(of, word);
            }
        }
        return new DeskWords(words);
    }

    public List<Pin> pins(Node document, ZoneId zone) {
        Mapping file = Mapping.of(document, Grammar.PINS, "", problems);
        var instants = new Instants(scalars, zone);
        List<Pin> pins = new ArrayList<>();
        for (Mapping entry : file == null ? List.<Mapping>of() : file.mappings("pins", Grammar.PIN)) {
            String agreement = entry.name("agreement");
            String clause = entry.name("clause");
            List<String> readings = readings(entry);
            String who = Objects.requireNonNullElse(entry.prose("who"), UNREAD);
            String why = Objects.requireNonNullElse(entry.prose("why"), UNREAD);
            Instant made = Objects.requireNonNullElse(entry.get("made", instants::instant), Instant.EPOCH);
            if (agreement != null && clause != null && !readings.isEmpty()) {
                pins.add(new Pin(new ClauseName(agreement, clause), readings, who, why, made));
            }
        }
        return pins;
    }

    private List<String> readings(Mapping pin) {
        if (pin.has("reading") == pin.has("readings")) {
            problems.add(
                    pin.place("readings"),
                    "a pin names its reading, or its readings, and not both",
                    "As in reading: x, or readings: [x, y] to exclude all others.");
        }
        Node node = pin.node(pin.has("reading") ? "reading" : "readings");
        if (node == null) {
            return List.of();
        }
        problems.locate(pin.pathOf("reading"), node.place());
        if (pin.has("readings")) {
            return scalars.someNames(node, pin.pathOf("reading"));
        }
        String reading = scalars.name(node);
        if (reading == null) {
            return List.of();
        }
        problems.locate(pin.pathOf("reading") + "/" + reading, node.place());
        return List.of(reading);
    }

    /** What is on record: facts attested, quantities drawn, rounds run, and what was told of what falls due. */
    record Entries(List<Attestation> facts, List<Draw> draws, List<Round> rounds, Diary diary) {
        static final Entries NONE = new Entries(List.of(), List.of(), List.of(), Diary.EMPTY);
    }

    public Entries record(Node document, ZoneId zone) {
        Mapping file = Mapping.of(document, Grammar.RECORD, "", problems);
        var instants = new Instants(scalars, zone);
        List<Attestation> facts = new ArrayList<>();
        List<Draw> draws = new ArrayList<>();
        var rounds = new RecordedRounds(problems, instants);
        var diary = new DiaryDecoder(problems, instants);
        for (Node item : file == null ? List.<Node>of() : file.items("record")) {
            if (item instanceof Node.Fields fields && fields.has("round")) {
                rounds.add(item);
                continue;
            }
            if (item instanceof Node.Fields fields && fields.has("continues")) {
                rounds.goOn(item);
                continue;
            }
            if (item instanceof Node.Fields fields && fields.has("owner")) {
                diary.addOwner(item);
                continue;
            }
            if (item instanceof Node.Fields fields && fields.has("done")) {
                diary.addDone(item);
                continue;
            }
            boolean isDraw = item instanceof Node.Fields fields && fields.has("drawn");
            String path = isDraw ? "draws/" + draws.size() : "record/" + facts.size();
            problems.locate(path, item.place());
            Mapping entry = Mapping.of(item, isDraw ? Grammar.DRAW : Grammar.ATTESTATION, path, problems);
            if (entry != null && isDraw) {
                add(draws, draw(entry, instants));
            } else if (entry != null) {
                add(facts, attestation(entry, instants));
            }
        }
        return new Entries(facts, draws, rounds.all(), diary.diary());
    }

    private @Nullable Attestation attestation(Mapping entry, Instants instants) {
        String fact = entry.name("fact");
        String value = entry.name("value");
        Instant at = Objects.requireNonNullElse(entry.get("at", instants::instant), Instant.EPOCH);
        Instant recorded = entry.get("recorded", instants::instant);
        refuseRecordedBefore(at, recorded, entry);
        var scopes = new ScopeDecoder(problems);
        Condition scope = entry.get("scope", node -> scopes.condition(node, entry.pathOf("scope")));
        Source source = ClauseDecoder.source(entry);
        return fact == null || value == null
                ? null
                : new Attestation(
                        fact,
                        value,
                        Objects.requireNonNullElse(scope, Condition.ALWAYS),
                        at,
                        Objects.requireNonNullElse(recorded, at),
                        Objects.requireNonNullElse(source, ClauseDecoder.UNREAD));
    }

    private @Nullable Draw draw(Mapping entry, Instants instants) {
        Node node = entry.node("drawn");
        Matcher drawn = node == null
                ? null
                : scalars.matched(
                        node,
                        Forms.CLAUSE,
                        "the name of a permission with a limit",
                        "Write agreement/clause, as a ruling cites it.");
        ClauseName name = drawn == null ? null : ClauseName.of(drawn.group());
        Quantity quantity = entry.get("quantity", value -> amounts.quantity(value, entry.pathOf("quantity")));
        Instant at = Objects.requireNonNullElse(entry.get("at", instants::instant), Instant.EPOCH);
        Instant recorded = entry.get("recorded", instants::instant);
        refuseRecordedBefore(at, recorded, entry);
        Source source = ClauseDecoder.source(entry);
        if (node == null || name == null || quantity == null) {
            return null;
        }
        problems.locate(entry.pathOf("agreement"), node.place());
        problems.locate(entry.pathOf("clause"), node.place());
        return new Draw(
                name,
                quantity,
                at,
                Objects.requireNonNullElse(recorded, at),
                Objects.requireNonNullElse(source, ClauseDecoder.UNREAD));
    }

    /** What has not happened yet cannot be on record as having happened. */
    private void refuseRecordedBefore(Instant at, @Nullable Instant recorded, Mapping entry) {
        if (recorded != null && recorded.isBefore(at)) {
            problems.addOfSense(
                    entry.place("recorded"),
                    "it is on record from " + recorded + ", before it happened (" + at + ")",
                    "Correct one of the two days; without recorded: it is on record from the day on which it"
                            + " happened.");
        }
    }

    private static <T> void add(List<T> entries, @Nullable T entry) {
        if (entry != null) {
            entries.add(entry);
        }
    }
}
