package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.QuestionRules;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ruling made to be read by a lawyer: the answer first, then every clause it rests on with its words and source. Its parts are the
 * same wherever they are read; here they become plain text for a terminal.
 */
public final class RulingText {
    private static final int WIDTH = 100;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final Ruling ruling;
    private final Disclosure audience;
    private final ZoneId zone;

    /**
     * All that is said of a ruling but its outcome and its question, however it is set.
     *
     * @param asked as of when, as known when
     * @param holds on what it rests, until when it holds, what it is made from
     */
    public record Parts(List<Said> asked, List<Section> sections, List<Said> holds) {
        public Parts {
            asked = List.copyOf(asked);
            sections = List.copyOf(sections);
            holds = List.copyOf(holds);
        }
    }

    /** What is said under a label, or without one. */
    public record Said(String label, String text) {}

    /** Points under a title. */
    public record Section(String title, List<Point> points) {
        public Section {
            points = List.copyOf(points);
        }
    }

    /**
     * One of several.
     *
     * @param under what is said of it, a sentence each
     */
    public record Point(String text, List<String> under) {
        public Point {
            under = List.copyOf(under);
        }
    }

    private RulingText(Ruling ruling, Disclosure audience) {
        this.ruling = ruling.disclosedTo(audience);
        this.audience = audience;
        this.zone = ruling.telling().zone();
    }

    /** The text as an audience may read it, with local times in the zone of the portfolio that was asked. */
    public static String of(Ruling ruling, Disclosure audience) {
        var parts = parts(ruling, audience);
        var text = new StringBuilder(ruling.outcome().name()).append('\n');
        wrap(text, 0, QuestionRules.words(ruling.asking().question()));
        parts.asked().forEach(said -> write(text, said));
        for (var section : parts.sections()) {
            text.append('\n').append(section.title()).append('\n');
            for (var point : section.points()) {
                wrap(text, 2, point.text());
                point.under().forEach(sentence -> wrap(text, 6, sentence));
            }
        }
        text.append('\n');
        parts.holds().forEach(said -> write(text, said));
        return text.append("Not legal advice.\n").toString();
    }

    private static void write(StringBuilder text, Said said) {
        if (said.label().isEmpty()) {
            wrap(text, 0, said.text());
        } else {
            text.append("%-13s".formatted(said.label())).append(said.text()).append('\n');
        }
    }

    /** What it is made of, as an audience may read it. */
    public static Parts parts(Ruling ruling, Disclosure audience) {
        return new RulingText(ruling, audience).parts();
    }

    private Parts parts() {
        var asking = ruling.asking();
        return new Parts(
                List.of(new Said("As of", when(asking.asOf())), new Said("As known at", when(asking.knownAt()))),
                Stream.of(
                                section("What must happen first", ruling.steps(), this::step),
                                section("It depends", Way.of(ruling.split()), way -> new Point(way.words(), List.of())),
                                section("Decided by", ruling.deciding(), this::citation),
                                section("Set aside", ruling.setAside(), this::setAside),
                                section("Ended by milestone", silences(true), this::silence),
                                section("By silence", silences(false), this::silence),
                                section("Rounds on record", ruling.telling().rounds(), this::round),
                                section("By the record", ruling.telling().facts(), this::fact),
                                section("Readings chosen", ruling.pins(), this::pin))
                        .filter(section -> !section.points().isEmpty())
                        .toList(),
                holds());
    }

    private List<Said> holds() {
        var asking = ruling.asking();
        var holds = new ArrayList<Said>();
        if (!ruling.steps().isEmpty() && ruling.steps().stream().allMatch(Step::isTimed)) {
            holds.add(new Said("Sign from", signing()));
        }
        holds.add(new Said("Rests on", ruling.restsOn().words() + " at the weakest."));
        holds.add(new Said(
                "Holds until",
                (ruling.validUntil() == null ? "further notice; no later change is known" : when(ruling.validUntil()))
                        + "."));
        if (ruling.reasonsUntil() != null && ruling.changesReasonsSooner()) {
            holds.add(new Said("", "Its reasons change on " + when(ruling.reasonsUntil()) + "."));
        }
        UnlistedYear.sentences(ruling.unlisted())
                .forEach(sentence -> holds.add(new Said("", "Not certain " + sentence + ".")));
        holds.add(new Said("Ruling", ruling.id() + ", engine " + asking.engine()));
        holds.add(new Said("Portfolio", asking.portfolio()));
        return holds;
    }

    private String signing() {
        var from = ruling.signFrom();
        if (from != null) {
            return when(from) + " at the latest, unless " + unlessAnswered() + ".";
        }
        var stale = ruling.telling().staleFirst();
        return stale.isEmpty()
                ? "No instant is certain: a step may never be over, or its time is not known."
                : "No instant is certain: the freedom under "
                        + stale.stream().map(RulingText::clause).collect(Collectors.joining(" and "))
                        + " may be over before the others must answer; it must be asked again then.";
    }

    /** What answers would stop it: of the holders of rights, and of those whose consent is needed. */
    private String unlessAnswered() {
        var consents = ruling.steps().stream()
                .filter(step -> step.kind() == Step.Kind.CONSENT)
                .map(Step::to)
                .distinct()
                .count();
        var refused = consents == 1 ? "the consent is refused" : "a consent is refused";
        boolean offered = ruling.steps().stream().anyMatch(step -> step.kind().isToHolder());
        return consents == 0 ? "it is accepted" : offered ? "it is accepted or " + refused : refused;
    }

    private List<Ruling.SilenceCited> silences(boolean sinceAnEnd) {
        return ruling.silent().stream()
                .filter(silent -> silent.isSinceAnEnd() == sinceAnEnd)
                .toList();
    }

    private static <T> Section section(String title, List<T> entries, Function<T, Point> each) {
        return new Section(title, entries.stream().map(each).toList());
    }

    private Point citation(Citation cited) {
        var reading = cited.reading() == null ? "" : ", read as '" + cited.reading() + "'";
        var instrument = "Instrument: " + cited.instrument() + ", in force since " + day(cited.since());
        return new Point(
                clause(cited.clause()) + reading + " " + cited.effect().words(),
                audience.mayRead(cited.disclosure())
                        ? readable(cited, instrument)
                        : List.of("What it says is " + Disclosure.WITHHELD + ".", instrument));
    }

    private List<String> readable(Citation cited, String instrument) {
        var provenance = cited.provenance();
        var said = new ArrayList<>(
                List.of(words(cited.words()), provenance.source().words(), instrument));
        if (!provenance.assumed().isEmpty()) {
            said.add("Assumed, published by nobody: " + String.join(", ", provenance.assumed()));
        }
        if (!provenance.reported().isEmpty()) {
            said.add("Reported by the press only: " + String.join(", ", provenance.reported()));
        }
        if (!provenance.defaults().isEmpty()) {
            said.add(Default.words(provenance.defaults()));
        }
        for (var one : ruling.telling().exercised().getOrDefault(cited.clause(), List.of())) {
            var when = one.clause().equals(cited.clause())
                    ? "At that time: "
                    : "Consent or waiver of it, " + one.clause().clause() + ", at that time: ";
            ExerciseText.of(one, zone).forEach(sentence -> said.add(when + sentence));
        }
        return said;
    }

    private static String words(Words words) {
        return switch (words.kind()) {
            case QUOTE -> words.quoted();
            case PARAPHRASE -> words.says() + " (our paraphrase)";
        };
    }

    private Point setAside(Ruling.SetAside aside) {
        return new Point(
                clause(aside.cited().clause()) + ", which "
                        + aside.cited().effect().words() + ", by "
                        + aside.by().stream().map(ClauseName::clause).collect(Collectors.joining(" and ")),
                List.of());
    }

    private Point silence(Ruling.SilenceCited silence) {
        var who = silence.agreement() == null
                ? "No agreement takes part; the portfolio's rule"
                : silence.agreement()
                        + (silence.isSinceAnEnd()
                                ? " says nothing more; its rule"
                                : decides(silence.agreement())
                                        ? " says nothing otherwise; its rule"
                                        : freed(silence.agreement()) + "; its rule");
        var missed = new MissedText(zone);
        return new Point(
                who + " for " + silence.act() + " is: " + silence.rule().name().toLowerCase(Locale.ROOT) + ".",
                silence.missed().stream()
                        .map(each -> missed.sentence(each.clause().clause(), each.because()))
                        .toList());
    }

    /** A right that was refused has said something: by which rounds the customer is free of it. */
    private String freed(String agreement) {
        var freeing = ruling.telling().rounds().stream()
                .filter(cited -> cited.round().right().agreement().equals(agreement) && cited.frees())
                .map(cited -> cited.round().right().clause() + " by round "
                        + cited.round().id())
                .toList();
        return freeing.isEmpty()
                ? " says nothing"
                : " asks for nothing more: you are free of " + String.join(" and of ", freeing);
    }

    /** Whether a clause of the agreement decides too, in another way of completing the question. */
    private boolean decides(String agreement) {
        return ruling.deciding().stream()
                .anyMatch(cited -> cited.clause().agreement().equals(agreement));
    }

    private Point fact(Ruling.FactCited cited) {
        var entry = cited.entry();
        return new Point(
                entry.facet() + " is " + entry.value() + " since " + day(entry.at()) + ", which "
                        + cited.by().stream().map(RulingText::clause).collect(Collectors.joining(" and "))
                        + (cited.by().size() == 1 ? " minds" : " mind"),
                List.of(entry.source().words()));
    }

    private Point round(RoundCited cited) {
        var text = new RoundText(zone);
        return new Point(text.headline(cited), text.told(cited));
    }

    private Point pin(Ruling.PinCited cited) {
        var pin = cited.pin();
        return new Point(
                clause(pin.clause()) + " is read as " + String.join(" or ", pin.readings()) + ": chosen by " + pin.who()
                        + " on " + day(pin.made()),
                List.of(pin.why()));
    }

    private Point step(Step step) {
        return new Point(
                StepText.what(step) + " (" + clause(step.clause()) + ")" + StepText.given(step),
                List.of("At the soonest " + when(step.soonest()) + ", with an answer at once.", over(step)));
    }

    private static String clause(ClauseName name) {
        return name.agreement() + ", clause " + name.clause();
    }

    private String over(Step step) {
        if (step.isWithheld()) {
            return "When it is over at the latest is " + Disclosure.WITHHELD + ".";
        }
        return step.certainBy() == null
                ? "No date is certain."
                : "Over by " + when(step.certainBy()) + StepText.whatever(step)
                        + StepText.assuming(step)
                        + (step.assumesReceipt() ? " at the time of this ruling." : ".");
    }

    private String when(Instant instant) {
        return LOCAL.format(instant.atZone(zone)) + " ("
                + DateTimeFormatter.ISO_INSTANT.format(instant.atOffset(ZoneOffset.UTC)) + ")";
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** Breaks between words; what follows is indented under what began. */
    private static void wrap(StringBuilder text, int indent, String paragraph) {
        var line = new StringBuilder(" ".repeat(indent));
        boolean started = false;
        for (var word : paragraph.split("\\s+", -1)) {
            if (started && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(indent + 2));
                started = false;
            }
            line.append(started ? " " : "").append(word);
            started = true;
        }
        text.append(line).append('\n');
    }
}
