package io.proviso.reader.portfolio;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes rounds on record: what was put to the holder of a right, and what came of it. */
final class RoundDecoder {
    /** The one thing that a step tells. */
    private static final List<String> TELLS =
            List.of("received", "answer", "extended-to", "tolled", "resumed", "withdrawn", "signed");

    private enum Answer {
        ACCEPT,
        DECLINE,
        WAIVE,
        COUNTER
    }

    private static final Choices<Answer> ANSWER = Choices.of("answer", Answer.values());

    private final Problems problems;
    private final Instants instants;
    private final Scalars scalars;
    private final Amounts amounts;

    RoundDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
    }

    @Nullable
    Round round(Mapping entry) {
        String id = entry.name("round");
        ClauseName right = entry.get("right", this::right);
        Map<String, Term> put = put(entry);
        Round.Notice notice = notice(entry);
        List<Round.Step> steps = new ArrayList<>();
        for (Mapping step : entry.mappings("steps", Grammar.HAPPENING)) {
            Round.Step read = step(step);
            if (read != null) {
                steps.add(read);
            }
        }
        var source = ClauseDecoder.source(entry);
        return id == null || right == null || notice == null
                ? null
                : new Round(
                        id,
                        right,
                        entry.name("request"),
                        put,
                        notice,
                        steps,
                        Objects.requireNonNullElse(source, ClauseDecoder.UNREAD));
    }

    private @Nullable ClauseName right(Node node) {
        Matcher name = scalars.matched(
                node, Forms.CLAUSE, "the name of a right", "Write agreement/clause, as a ruling cites it.");
        return name == null ? null : ClauseName.of(name.group());
    }

    private Map<String, Term> put(Mapping entry) {
        Map<String, Term> put = new LinkedHashMap<>();
        for (Node.Field field : entry.someEntries("put")) {
            Term term = term(field, entry.pathOf("put"));
            if (term != null) {
                put.put(field.key().value(), term);
            }
        }
        return put;
    }

    private @Nullable Term term(Node.Field field, String path) {
        String name = field.key().value();
        Node value = field.value();
        return switch (name) {
            case "start" -> {
                Instant start = instants.instant(value);
                yield start == null ? null : new Term.Start(start);
            }
            case "term" -> {
                var length = scalars.window(value);
                yield length == null ? null : new Term.Length(length.toString());
            }
            case "price" -> price(value);
            default -> {
                if (value instanceof Node.Text(String _, Node.Sort sort, Place _) && sort == Node.Sort.NUMBER) {
                    Long number = scalars.count(value, 1, Forms.LARGEST);
                    yield number == null ? null : new Term.Amount(number);
                }
                if (value instanceof Node.Text(String text, Node.Sort _, Place _)
                        && Forms.MONEY.matcher(text).matches()) {
                    yield price(value);
                }
                List<String> words = scalars.someNames(value, path + "/" + name);
                yield words.isEmpty() ? null : new Term.Values(words);
            }
        };
    }

    private @Nullable Term price(Node value) {
        var amount = amounts.money(value);
        return amount == null ? null : new Term.Price(amount);
    }

    /** On record when it is received, or, where that is not known or started no clock, when it is sent. */
    private Round.@Nullable Notice notice(Mapping entry) {
        Mapping notice = entry.mapping("notice", Grammar.NOTICE);
        Instant sent = notice == null ? null : notice.get("sent", instants::instant);
        if (notice == null || sent == null) {
            return null;
        }
        Instant received = notice.get("received", instants::instant);
        List<String> missing = notice.proses("defective");
        Instant recorded = notice.get("recorded", instants::instant);
        Instant otherwise = received == null || !missing.isEmpty() ? sent : received;
        refuseRecordedBefore(notice, otherwise, recorded);
        return new Round.Notice(
                sent, received, missing, Objects.requireNonNullElse(recorded, otherwise), notice.name("digest"));
    }

    /** A step of a round that stands further up, from a source of its own. */
    Round.@Nullable Step continuation(Mapping entry) {
        Round.Step step = step(entry);
        var source = ClauseDecoder.source(entry);
        return step == null || source == null ? null : new Round.Step(step.what(), step.at(), step.recorded(), source);
    }

    private Round.@Nullable Step step(Mapping step) {
        Instant at = step.get("at", instants::instant);
        Instant recorded = step.get("recorded", instants::instant);
        List<String> told = TELLS.stream().filter(step::has).toList();
        if (told.size() != 1) {
            problems.add(
                    step.place("at"),
                    "a step tells one thing, this one " + (told.isEmpty() ? "none" : String.join(" and ", told)),
                    "One of: " + String.join(", ", TELLS) + ".");
            return null;
        }
        refuse(step, "defective", told.getFirst().equals("received"));
        refuse(step, "quantity", told.getFirst().equals("answer"));
        refuse(step, "with", told.getFirst().equals("signed"));
        Happening what = happening(step, told.getFirst());
        if (at == null || what == null) {
            return null;
        }
        refuseRecordedBefore(step, at, recorded);
        return new Round.Step(what, at, Objects.requireNonNullElse(recorded, at));
    }

    private void refuse(Mapping step, String key, boolean belongs) {
        if (step.has(key) && !belongs) {
            problems.add(step.place(key), "'" + key + "' does not belong to this step", "Take it out.");
        }
    }

    private @Nullable Happening happening(Mapping step, String what) {
        return switch (what) {
            case "received" -> {
                if (!step.isYes(what)) {
                    problems.add(step.place(what), "a step that did not happen is no step", "Write received: yes.");
                }
                yield new Happening.Received(step.proses("defective"));
            }
            case "answer" -> answer(step);
            case "extended-to" -> {
                Instant deadline = step.get(what, instants::instant);
                yield deadline == null ? null : new Happening.ExtendedTo(deadline);
            }
            case "tolled" -> {
                String event = step.prose(what);
                yield event == null ? null : new Happening.Tolled(event);
            }
            case "resumed" -> {
                String event = step.prose(what);
                yield event == null ? null : new Happening.Resumed(event);
            }
            case "withdrawn" -> {
                if (!step.isYes(what)) {
                    problems.add(step.place(what), "a step that did not happen is no step", "Write withdrawn: yes.");
                }
                yield new Happening.Withdrawn();
            }
            default -> signed(step);
        };
    }

    private @Nullable Happening answer(Mapping step) {
        Answer answer = step.word("answer", ANSWER);
        Long quantity = step.get("quantity", node -> scalars.count(node, 1, Forms.LARGEST));
        if (answer != null && answer != Answer.ACCEPT) {
            refuse(step, "quantity", false);
        }
        return switch (answer) {
            case ACCEPT -> new Happening.Accepted(quantity);
            case DECLINE -> new Happening.Declined();
            case WAIVE -> new Happening.Waived();
            case COUNTER -> new Happening.Countered();
            case null -> null;
        };
    }

    /** How many, or all where only with whom is told. */
    private @Nullable Happening signed(Mapping step) {
        Node node = step.node("signed");
        boolean all = node instanceof Node.Text(String word, Node.Sort _, Place _) && word.equals("yes");
        Long quantity = node == null || all ? null : scalars.count(node, 1, Forms.LARGEST);
        String with = step.name("with");
        if (!step.has("with")) {
            problems.add(step.place("signed"), "with whom it was signed is missing", "Say with: and a name.");
        }
        return with == null || (quantity == null && !all) ? null : new Happening.Signed(quantity, with);
    }

    private void refuseRecordedBefore(Mapping entry, Instant at, @Nullable Instant recorded) {
        if (recorded != null && recorded.isBefore(at)) {
            problems.addOfSense(
                    entry.place("recorded"),
                    "it is on record from " + recorded + ", before it happened (" + at + ")",
                    "Correct one of the two days.");
        }
    }
}
