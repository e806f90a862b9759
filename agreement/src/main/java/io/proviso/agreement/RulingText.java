package io.proviso.agreement;

import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A ruling as plain text, made to be read by a lawyer: the answer first, then every clause it rests on with its words and source. */
public final class RulingText {
    private static final int WIDTH = 100;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final Ruling ruling;
    private final Disclosure audience;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private RulingText(Ruling ruling, Disclosure audience) {
        this.ruling = ruling.disclosedTo(audience);
        this.audience = audience;
        this.zone = ruling.telling().zone();
    }

    /** The text as an audience may read it, with local times in the zone of the portfolio that was asked. */
    public static String of(Ruling ruling, Disclosure audience) {
        return new RulingText(ruling, audience).write();
    }

    private String write() {
        var asking = ruling.asking();
        line(ruling.outcome().name());
        wrap(0, QuestionRules.words(asking.question()));
        line("As of        " + when(asking.asOf()));
        line("As known at  " + when(asking.knownAt()));
        section("What must happen first", ruling.steps(), this::step);
        section("It depends", ruling.split(), this::branch);
        section("Decided by", ruling.deciding(), this::citation);
        section("Set aside", ruling.setAside(), this::setAside);
        section(
                "Ended by milestone",
                ruling.silent().stream()
                        .filter(Ruling.SilenceCited::isSinceAnEnd)
                        .toList(),
                this::silence);
        section(
                "By silence",
                ruling.silent().stream()
                        .filter(silent -> !silent.isSinceAnEnd())
                        .toList(),
                this::silence);
        section("Readings chosen", ruling.pins(), this::pin);
        line("");
        line("Rests on     " + ruling.restsOn().words() + " at the weakest.");
        line("Holds until  "
                + (ruling.validUntil() == null ? "further notice; no later change is known" : when(ruling.validUntil()))
                + ".");
        if (ruling.reasonsUntil() != null && ruling.changesReasonsSooner()) {
            line("Its reasons change on " + when(ruling.reasonsUntil()) + ".");
        }
        UnlistedYear.sentences(ruling.unlisted()).forEach(sentence -> wrap(0, "Not certain  " + sentence + "."));
        line("Ruling       " + ruling.id() + ", engine " + asking.engine());
        line("Portfolio    " + asking.portfolio());
        line("Not legal advice.");
        return text.toString();
    }

    private <T> void section(String title, List<T> entries, Consumer<T> each) {
        if (!entries.isEmpty()) {
            line("");
            line(title);
            entries.forEach(each);
        }
    }

    private void citation(Citation cited) {
        var reading = cited.reading() == null ? "" : ", read as '" + cited.reading() + "'";
        wrap(2, clause(cited.clause()) + reading + " " + cited.effect().words());
        var instrument = "Instrument: " + cited.instrument() + ", in force since " + day(cited.since());
        if (!audience.mayRead(cited.disclosure())) {
            wrap(6, "What it says is " + Withheld.WORDS + ".");
            wrap(6, instrument);
            return;
        }
        words(cited.words());
        var provenance = cited.provenance();
        var source = provenance.source();
        wrap(
                6,
                "Source: " + source.title() + " (" + source.confidence().words() + ")"
                        + (source.url() == null ? "" : ", " + source.url()));
        wrap(6, instrument);
        if (!provenance.assumed().isEmpty()) {
            wrap(6, "Assumed, published by nobody: " + String.join(", ", provenance.assumed()));
        }
        if (!provenance.reported().isEmpty()) {
            wrap(6, "Reported by the press only: " + String.join(", ", provenance.reported()));
        }
        exercised(cited);
    }

    private void exercised(Citation cited) {
        for (var one : ruling.telling().exercised().getOrDefault(cited.clause(), List.of())) {
            var when = one.clause().equals(cited.clause())
                    ? "At that time: "
                    : "Consent or waiver of it, " + one.clause().clause() + ", at that time: ";
            ExerciseText.of(one, zone).forEach(sentence -> wrap(6, when + sentence));
        }
    }

    private void words(Words words) {
        switch (words.kind()) {
            case QUOTE -> wrap(6, "“" + words.says() + "”");
            case PARAPHRASE -> wrap(6, words.says() + " (our paraphrase)");
        }
    }

    private void setAside(Ruling.SetAside aside) {
        wrap(
                2,
                clause(aside.cited().clause()) + ", which "
                        + aside.cited().effect().words() + ", by "
                        + aside.by().stream().map(ClauseName::clause).collect(Collectors.joining(" and ")));
    }

    private void silence(Ruling.SilenceCited silence) {
        var who = silence.agreement() == null
                ? "No agreement takes part; the portfolio's rule"
                : silence.agreement()
                        + (silence.isSinceAnEnd() ? " says nothing more; its rule" : " says nothing; its rule");
        wrap(2, who + " for " + silence.act() + " is: " + silence.rule().name().toLowerCase(Locale.ROOT) + ".");
        var text = new MissedText(zone);
        silence.missed().forEach(missed -> wrap(6, text.sentence(missed.clause().clause(), missed.because())));
    }

    private void pin(Ruling.PinCited cited) {
        var pin = cited.pin();
        wrap(
                2,
                clause(pin.clause()) + " is read as " + String.join(" or ", pin.readings()) + ": chosen by " + pin.who()
                        + " on " + day(pin.made()));
        wrap(6, pin.why());
    }

    private void step(Step step) {
        var what = switch (step.kind()) {
            case OFFER ->
                isOpen()
                        ? "Wait for the answer of " + step.to() + " to the offer that is open"
                        : "Offer the capacity to " + step.to() + ", who has " + StepText.time(step) + " to answer";
            case CONSENT -> "Obtain the consent of " + step.to();
        };
        wrap(2, what + " (" + clause(step.clause()) + ")" + given(step.given()));
        wrap(6, "At the soonest " + when(step.soonest()) + ", with an answer at once.");
        wrap(6, over(step));
    }

    private static String clause(ClauseName name) {
        return name.agreement() + ", clause " + name.clause();
    }

    private String over(Step step) {
        if (step.isWithheld()) {
            return "When it is over at the latest is " + Withheld.WORDS + ".";
        }
        return step.certainBy() == null
                ? "No date is certain."
                : "Over by " + when(step.certainBy()) + " whatever the answer"
                        + (isOpen() ? ", had the offer been received" : ", if received")
                        + " at the time of this ruling.";
    }

    /** Whether the question supposes that an offer has been made and not yet answered. */
    private boolean isOpen() {
        return ruling.asking().question().supposes(Refusal.OPEN);
    }

    private void branch(Ruling.Branch branch) {
        wrap(2, branch.outcome() + given(branch.given()));
    }

    private static String given(Map<Given, List<String>> given) {
        return given.isEmpty()
                ? ""
                : " if "
                        + given.entrySet().stream()
                                .map(entry -> entry.getKey().words() + " is " + String.join(" or ", entry.getValue()))
                                .collect(Collectors.joining(" and "));
    }

    private String when(Instant instant) {
        return LOCAL.format(instant.atZone(zone)) + " ("
                + DateTimeFormatter.ISO_INSTANT.format(instant.atOffset(ZoneOffset.UTC)) + ")";
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Breaks between words; what follows is indented under what began. */
    private void wrap(int indent, String paragraph) {
        var line = new StringBuilder(" ".repeat(indent));
        boolean started = false;
        for (var word : paragraph.split("\\s+", -1)) {
            if (started && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(indent + 2));
                started = false;
            }
            line.append(started ? " " : "").append(word);
            started = true;
        }
        line(line.toString());
    }
}
