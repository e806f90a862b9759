package io.proviso.counsel.render;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.agreement.ruling.ExerciseText;
import io.proviso.agreement.ruling.Withheld;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.DayTermsEnglish;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.SpanInWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agreements as a table of two columns, the words beside what Proviso made of them, with every honesty mark; to be written as
 * Markdown or as a page.
 */
public record Rendering(String title, String about, List<Section> sections) {
    /**
     * An instrument of a chain, or all that is in force of an agreement.
     *
     * @param source what it was read from, null if the rows name their own
     */
    public record Section(
            String agreement,
            String title,
            String about,
            @Nullable Source source,
            List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One clause, or the end of one.
     *
     * @param words null where an instrument acts without words of its own
     * @param source where it differs from the section's, otherwise null
     * @param norm sentences
     * @param marks what of it nobody published, only the press reports, or is not disclosed
     */
    public record Row(
            String heading, @Nullable Words words, @Nullable Source source, List<Sentence> norm, List<String> marks) {
        public Row {
            norm = List.copyOf(norm);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A sentence of the norm.
     *
     * @param words the words of the reading it belongs to, null if they are the clause's
     * @param out whether a pin excludes the reading
     */
    public record Sentence(String text, @Nullable Words words, boolean out) {
        static Sentence of(String text) {
            return new Sentence(text, null, false);
        }
    }

    private static final Words WITHHELD = new Words(Disclosure.WITHHELD, Words.Kind.PARAPHRASE);

    public Rendering {
        sections = List.copyOf(sections);
    }

    /** Every instrument on record, in order of effect, with what it does to the agreement. */
    public static Rendering chain(Standpoint from, @Nullable String agreement, Disclosure audience) {
        var sections = new ArrayList<Section>();
        for (var each : from.portfolio().agreements()) {
            if (agreement == null || agreement.equals(each.name())) {
                var english = from.english(each.clock().zone());
                each.instruments().stream()
                        .filter(instrument -> !instrument.recorded().isAfter(from.knownAt()))
                        .sorted(Comparator.comparing(Instrument::effective))
                        .forEach(instrument -> sections.add(new Section(
                                each.name(),
                                instrument.name(),
                                about(instrument, english),
                                instrument.source(),
                                instrument.changes().stream()
                                        .map(change ->
                                                new Rows(english, instrument.source(), audience, each).of(change))
                                        .toList())));
            }
        }
        var english = from.english(from.portfolio().zone());
        return new Rendering(
                title(from, agreement),
                "Every instrument, in order of effect, as known at " + english.moment(from.knownAt()) + ".",
                sections);
    }

    /** What is in force. */
    public static Rendering inForce(Standpoint from, @Nullable String agreement, Disclosure audience) {
        var sections = from.agreements().stream()
                .filter(inForce -> agreement == null
                        || agreement.equals(inForce.agreement().name()))
                .map(inForce -> section(inForce, from, audience))
                .toList();
        var english = from.english(from.portfolio().zone());
        return new Rendering(
                title(from, agreement),
                "What is in force as of " + english.moment(from.asOf()) + ", as known at "
                        + english.moment(from.knownAt()) + ".",
                sections);
    }

    private static String title(Standpoint from, @Nullable String agreement) {
        return agreement == null ? from.portfolio().name() : agreement;
    }

    private static String about(Instrument instrument, English english) {
        return English.lower(instrument.type())
                + (instrument.by() == null ? "" : " by " + instrument.by())
                + (instrument.type() == Instrument.Type.MOU ? ", binds nobody" : ", in effect since ")
                + (instrument.type() == Instrument.Type.MOU ? "" : english.moment(instrument.effective()));
    }

    private static Section section(AgreementInForce inForce, Standpoint from, Disclosure audience) {
        var agreement = inForce.agreement();
        var english = from.english(agreement.clock().zone());
        return new Section(
                agreement.name(),
                "In force",
                parties(agreement) + ". Silence: "
                        + agreement.silence().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + English.lower(entry.getValue()))
                                .collect(Collectors.joining(", "))
                        + ". " + counted(agreement) + "Basis: " + agreement.basis(),
                null,
                inForce.clauses().stream()
                        .map(version -> new Rows(english, null, audience, agreement).of(version))
                        .toList());
    }

    private static String counted(Agreement agreement) {
        var days = DayTermsEnglish.of(agreement.clock().days());
        return days.isEmpty() ? "" : days + " ";
    }

    private static String parties(Agreement agreement) {
        return agreement.parties().entrySet().stream()
                .map(entry -> entry.getKey() + " ("
                        + entry.getValue().stream().map(Agreement.Role::words).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Turns clauses and changes into rows. */
    private record Rows(English english, @Nullable Source shared, Disclosure audience, Agreement agreement) {
        Row of(Change change) {
            return switch (change) {
                case Change.Adds(Clause clause) -> clause("+ " + clause.name(), clause);
                case Change.Restates(Clause clause, List<String> keeps) -> {
                    var row = clause("~ " + clause.name() + ", restated", clause);
                    yield keeps.isEmpty() || !mayRead(clause)
                            ? row
                            : with(row, "Consents kept: " + String.join(", ", keeps) + ".");
                }
                case Change.Ends(String clause, List<Reading> readings)
                when isWithheld(clause) && !readings.isEmpty() -> withheld("- " + clause + ", ended");
                case Change.Ends(String clause, List<Reading> readings) ->
                    new Row(
                            "- " + clause + ", ended",
                            null,
                            null,
                            readings.isEmpty()
                                    ? List.of(Sentence.of("The clause '" + clause + "' ends."))
                                    : readings.stream()
                                            .map(reading -> sentence(reading, true, List.of()))
                                            .toList(),
                            List.of());
                case Change.Interprets(String clause, Reading _)
                when isWithheld(clause) -> withheld("? " + clause + ", interpreted");
                case Change.Interprets(String clause, Reading reading) ->
                    new Row(
                            "? " + clause + ", interpreted",
                            reading.words(),
                            null,
                            List.of(Sentence.of(
                                    "May also be read as '" + reading.name() + "': " + english.norm(reading.body()))),
                            List.of());
                case Change.Revokes(String clause) when isWithheld(clause) -> withheld("- " + clause + ", revoked");
                case Change.Revokes(String clause) ->
                    new Row(
                            "- " + clause + ", revoked",
                            null,
                            null,
                            List.of(Sentence.of("'" + clause + "' is taken back by who gave it. Once its notice is over"
                                    + " it covers nothing new.")),
                            List.of());
                case Change.Terminates() ->
                    new Row(
                            "The agreement ends",
                            null,
                            null,
                            List.of(Sentence.of("Every clause and the silence rules end.")),
                            List.of());
            };
        }

        Row of(ClauseVersion version) {
            var out = version.readings().stream()
                    .filter(reading -> !version.live().contains(reading))
                    .map(Reading::name)
                    .toList();
            var row = clause(
                    version.name() + ", since " + english.day(version.since()) + " ("
                            + version.instrument().name() + ")",
                    version.clause(),
                    new SpanInWords(agreement.clock().zone()).of(version),
                    version.readings(),
                    version.pin() == null ? null : new Pinned(version.pin(), out));
            if (mayRead(version.clause())) {
                for (var sentence : ExerciseText.of(
                        Exercised.of(version, english.vocabulary()),
                        agreement.clock().zone())) {
                    row = with(row, "At that time: " + sentence + ".");
                }
            }
            return row;
        }

        private boolean mayRead(Clause clause) {
            return audience.mayRead(clause.disclosure());
        }

        private boolean isWithheld(String clause) {
            return Withheld.in(List.of(agreement), audience).covers(new ClauseName(agreement.name(), clause));
        }

        private static Row withheld(String heading) {
            return new Row(heading, WITHHELD, null, List.of(Sentence.of("Withheld.")), List.of());
        }

        private record Pinned(Pin pin, List<String> out) {}

        private Row clause(String heading, Clause clause) {
            return clause(
                    heading, clause, new SpanInWords(agreement.clock().zone()).of(clause), clause.readings(), null);
        }

        private Row clause(
                String heading, Clause clause, List<String> time, List<Reading> readings, @Nullable Pinned pinned) {
            if (!mayRead(clause)) {
                return withheld(heading);
            }
            boolean unclear = readings.size() > 1;
            List<String> out = pinned == null ? List.of() : pinned.out();
            var norm = new ArrayList<Sentence>();
            readings.forEach(reading -> norm.add(sentence(reading, unclear, out)));
            if (pinned != null) {
                norm.add(Sentence.of("Pinned on " + english.day(pinned.pin().made()) + " by "
                        + pinned.pin().who() + " to: "
                        + String.join(", ", pinned.pin().readings()) + ". "
                        + pinned.pin().why()));
            }
            time.forEach(sentence -> norm.add(Sentence.of(sentence)));
            if (!clause.overrides().isEmpty()) {
                norm.add(Sentence.of("It prevails over: " + String.join(", ", clause.overrides()) + "."));
            }
            var source = clause.provenance().source();
            return new Row(
                    heading,
                    clause.words(),
                    source.equals(shared) ? null : source,
                    norm,
                    marks(clause.provenance(), norm, unclear && readings.size() - out.size() > 1));
        }

        private Sentence sentence(Reading reading, boolean unclear, List<String> out) {
            var norm = english.norm(reading.body());
            return unclear
                    ? new Sentence(
                            "Read as '" + reading.name() + "': " + norm, reading.words(), out.contains(reading.name()))
                    : Sentence.of(norm);
        }

        private static List<String> marks(Provenance provenance, List<Sentence> norm, boolean open) {
            var marks = new ArrayList<String>();
            if (!provenance.assumed().isEmpty()) {
                marks.add("assumed: " + String.join(", ", provenance.assumed()));
            }
            if (!provenance.reported().isEmpty()) {
                marks.add("reported: " + String.join(", ", provenance.reported()));
            }
            if (!provenance.defaults().isEmpty()) {
                marks.add("assumed, where the clause is silent: "
                        + provenance.defaults().stream().map(Default::term).collect(Collectors.joining(", ")));
            }
            if (norm.stream().anyMatch(sentence -> sentence.text().contains(English.UNDISCLOSED))) {
                marks.add("undisclosed in part");
            }
            if (open) {
                marks.add("several readings open");
            }
            return marks;
        }

        private static Row with(Row row, String sentence) {
            var norm = new ArrayList<>(row.norm());
            norm.add(Sentence.of(sentence));
            return new Row(row.heading(), row.words(), row.source(), norm, row.marks());
        }
    }
}
