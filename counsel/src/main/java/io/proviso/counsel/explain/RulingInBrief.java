package io.proviso.counsel.explain;

import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.RulingText;
import io.proviso.agreement.ruling.StepText;
import io.proviso.agreement.ruling.Way;
import io.proviso.calendar.UnlistedYear;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.cure.WouldHaveDecided;
import io.proviso.counsel.due.SendBy;
import io.proviso.counsel.english.Lines;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ruling said in a breath, in at most twelve lines of a terminal: whether one may, the clause that decides and its words, what to do by
 * when, from when one may sign, how long that holds, and the weakest mark it rests on. {@link RulingText} says all of it.
 */
public final class RulingInBrief {
    private static final int WIDTH = 80;
    private static final int INDENT = 9;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    /** With the line that a command adds about the portfolio it is twelve. */
    private static final int MOST = 11;

    private final Ruling ruling;
    private final ZoneId zone;
    private final @Nullable String newestPaper;
    private final SendBy.@Nullable Told sendBy;
    private final List<String> lines = new ArrayList<>();

    private RulingInBrief(Ruling ruling, @Nullable String newestPaper, SendBy.@Nullable Told sendBy) {
        this.ruling = ruling;
        this.zone = ruling.telling().zone();
        this.newestPaper = newestPaper;
        this.sendBy = sendBy;
    }

    /** As an audience may read it, with local times in the zone of the portfolio. */
    public static String of(Ruling ruling, List<Cure> cures, Disclosure audience) {
        return of(ruling, cures, audience, null, null);
    }

    /**
     * The same with what a ruling does not hold.
     *
     * @param newestPaper how old what is known is, as {@link Standpoint#newestPaper} says it; null if it is not old
     * @param sendBy when an offer has to be received for a wanted start, as {@link SendBy} says it; null if no day was named
     */
    public static String of(
            Ruling ruling,
            List<Cure> cures,
            Disclosure audience,
            @Nullable String newestPaper,
            SendBy.@Nullable Told sendBy) {
        return new RulingInBrief(ruling.disclosedTo(audience), newestPaper, sendBy).write(cures);
    }

    /** Words of a clause are cut first where there is much to say. */
    private String write(List<Cure> cures) {
        write(cures, 2, 2);
        if (lines.size() > MOST) {
            write(cures, 1, 2);
        }
        if (lines.size() > MOST) {
            write(cures, 1, 1);
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void write(List<Cure> cures, int because, int signing) {
        lines.clear();
        lines.add(answer());
        say("", question(), ruling.unlisted().isEmpty() ? 2 : 1);
        say("Because", because(), because);
        if (freeing() == null) {
            ruling.telling().rounds().stream()
                    .max(Comparator.comparing(RoundCited::applies))
                    .ifPresent(round -> say("Round", onRecord(round), 1));
        }
        ruling.telling().rounds().stream()
                .filter(round -> !round.onTerms().isEmpty())
                .findFirst()
                .ifPresent(round ->
                        say("Terms", "as put: " + new RoundText(ruling.telling().zone()).terms(round), 1));
        ruling.steps().stream()
                .limit(2)
                .forEach(step -> say("Do", step(step), step.given().isEmpty() ? 1 : 2));
        if (sendBy != null) {
            // A day that holds on a condition is never told without it.
            say("Send by", sendBy.words(), sendBy.latest() == null ? 2 : signing);
        }
        switch (ruling.outcome()) {
            case CONDITIONAL -> say("Sign", signing(), signing);
            case UNDETERMINED -> branches();
            case FORBIDDEN -> instead(cures);
            case PERMITTED -> {}
        }
        say(
                "Holds",
                ruling.validUntil() == null
                        ? "until further notice; no later change is known"
                        : "until " + day(ruling.validUntil())
                                + (ruling.steps().stream().anyMatch(step -> step.round() != null)
                                        ? ", or until an answer comes"
                                        : ""),
                1);
        if (!ruling.unlisted().isEmpty()) {
            say("Unlisted", String.join("; ", UnlistedYear.sentences(ruling.unlisted())), 1);
        }
        say("Rests on", marks(), 1);
        if (newestPaper != null) {
            say("", newestPaper, 1);
        }
    }

    private String answer() {
        return switch (ruling.outcome()) {
            case PERMITTED -> "PERMITTED: yes.";
            case FORBIDDEN -> "FORBIDDEN: no.";
            case CONDITIONAL -> "CONDITIONAL: first " + steps() + ".";
            case UNDETERMINED -> "UNDETERMINED: it depends.";
        };
    }

    private String steps() {
        long named = ruling.steps().stream().map(StepText::brief).distinct().count();
        return named < 3 ? StepText.brief(ruling.steps()) : "take " + named + " steps";
    }

    private String onRecord(RoundCited cited) {
        int others = ruling.telling().rounds().size() - 1;
        return new RoundText(ruling.telling().zone()).came(cited) + " (round "
                + cited.round().id() + (others == 0 ? "" : ", and " + Lines.count(others, "round", "rounds") + " more")
                + ")";
    }

    private String question() {
        return ruling.asking().question().words() + ", as of "
                + day(ruling.asking().asOf());
    }

    /** One clause and its words; the others are counted. */
    private String because() {
        if (ruling.deciding().isEmpty()) {
            return silence();
        }
        var first = ruling.deciding().getFirst();
        long others =
                ruling.deciding().stream().map(Citation::clause).distinct().count() - 1;
        var more = (others == 0 ? "" : ", and " + Lines.count(others, "clause", "clauses") + " more")
                + (ruling.silent().isEmpty() ? "" : "; elsewhere no clause decides");
        return "(" + first.clause() + more + ") " + first.words().quoted();
    }

    private String silence() {
        var deciding = ruling.silent().stream()
                .filter(silent -> silent.rule() == Silence.FORBIDDEN)
                .findFirst()
                .or(() -> ruling.silent().stream().findFirst());
        return deciding.map(this::silence).orElse("no clause speaks of it");
    }

    /** A round by which a right leaves the customer free where no clause decides. */
    private @Nullable RoundCited freeing() {
        return !ruling.deciding().isEmpty()
                ? null
                : ruling.telling().rounds().stream()
                        .filter(round -> round.applies() && leavesSome(round.came()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean leavesSome(RoundCited.Came came) {
        return switch (came) {
            case RoundCited.Came.Freed _ -> true;
            case RoundCited.Came.Taken taken -> taken.quantity() != null;
            case RoundCited.Came.Sent _, RoundCited.Came.Open _, RoundCited.Came.Unknown _ -> false;
        };
    }

    private String silence(Ruling.SilenceCited silent) {
        var rule = silent.rule().name().toLowerCase(Locale.ROOT);
        var freeing = freeing();
        if (freeing != null) {
            var rest = freeing.came() instanceof RoundCited.Came.Taken ? ", which leaves the rest free" : "";
            return onRecord(freeing) + rest + "; what no clause decides is " + rule;
        }
        var freed = WouldHaveDecided.words(ruling);
        if (freed != null) {
            return freed + "; what no clause decides is " + rule;
        }
        int others = ruling.silent().size() - 1;
        var whose = others == 0
                ? silent.agreement()
                : silent.agreement() + " or " + Lines.count(others, "other agreement", "other agreements");
        return silent.agreement() == null
                ? "no agreement takes part; what nobody promised is " + rule
                : "no clause of " + whose + " decides it; what none decides is " + rule;
    }

    private String step(Step step) {
        var given = StepText.given(step).strip();
        return (given.isEmpty() ? "" : given + ": ") + toDo(step);
    }

    private String toDo(Step step) {
        return switch (step.kind()) {
            case WAIT ->
                "wait for " + step.to()
                        + (step.assumesReceipt()
                                ? ", who has " + StepText.timeFrom(step)
                                : ", who may answer in round " + step.round());
            case OFFER, NEGOTIATE, SHOW, MATCH ->
                StepText.brief(step)
                        + (step.isWithheld()
                                ? "; how long it has is " + Disclosure.WITHHELD
                                : ", who has " + StepText.timeFrom(step));
            case CONSENT -> "obtain the consent of " + step.to() + time(step);
        };
    }

    private static String time(Step step) {
        if (!step.isTimed()) {
            return "";
        }
        if (step.isWithheld()) {
            return "; how long it has is " + Disclosure.WITHHELD;
        }
        return switch (step.silence()) {
            case null -> ", who has " + StepText.timeFrom(step);
            case CONSENTS -> "; " + StepText.time(step) + " of silence are consent";
            case REFUSES -> "; " + StepText.time(step) + " of silence are a refusal";
        };
    }

    /** The first instant at which one may sign whenever the holders answer, if they are asked at once and do not accept. */
    private String signing() {
        var unsure =
                ruling.steps().stream().filter(step -> step.certainBy() == null).toList();
        if (!unsure.isEmpty()) {
            return "once each has answered; "
                    + (unsure.stream().allMatch(Step::isWithheld)
                            ? "when at the latest is " + Disclosure.WITHHELD
                            : "no day is certain");
        }
        if (!ruling.telling().staleFirst().isEmpty()) {
            return "no day is certain: "
                    + ruling.telling().staleFirst().stream()
                            .map(ClauseName::toString)
                            .collect(Collectors.joining(" and "))
                    + " may have to be asked again before the others have answered";
        }
        var undisclosed = ruling.steps().stream().anyMatch(step -> step.window() instanceof Told.Undisclosed);
        var certain = ruling.steps().stream()
                .map(Step::certainBy)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (undisclosed) {
            return "once it is answered; no deadline can be computed, and the right ends on " + day(certain);
        }
        return "from " + when(certain) + " unless "
                + Stream.of(
                                stops(Step.Kind::isToHolder, " accepts", " accept"),
                                stops(RulingInBrief::isConsent, " refuses", " refuse"))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" or "))
                + (ruling.steps().stream().noneMatch(Step::assumesReceipt)
                        ? ""
                        : ", if "
                                + (ruling.steps().stream()
                                                .anyMatch(
                                                        step -> step.assumesReceipt() && step.kind() == Step.Kind.WAIT)
                                        ? "the offer was"
                                        : "it is")
                                + (ruling.steps().stream().allMatch(StepText::isGiven)
                                        ? " given now"
                                        : " received now"))
                + "; sooner if " + sooner();
    }

    private String sooner() {
        boolean offered = ruling.steps().stream().anyMatch(step -> step.kind().isToHolder());
        boolean asked = ruling.steps().stream().anyMatch(step -> isConsent(step.kind()));
        return offered && asked ? "answered sooner" : asked ? "given sooner" : "refused sooner";
    }

    private static boolean isConsent(Step.Kind kind) {
        return kind == Step.Kind.CONSENT;
    }

    /** Whose answer would leave nothing to sign; empty if nobody's of that kind. */
    private String stops(Predicate<Step.Kind> kind, String one, String more) {
        var who = ruling.steps().stream()
                .filter(step -> kind.test(step.kind()))
                .map(step -> step.to().name())
                .distinct()
                .toList();
        return who.isEmpty() ? "" : String.join(" or ", who) + (who.size() == 1 ? one : more);
    }

    /** Ways that come out differently before others that come out alike. */
    private void branches() {
        var ways = new ArrayList<>(Way.of(ruling.split()));
        var first = new HashMap<List<Outcome>, Way>();
        ways.forEach(way -> first.putIfAbsent(way.outcomes(), way));
        ways.sort(Comparator.comparing(way -> !first.containsValue(way)));
        int shown = ways.size() < 3 || fits(ways.subList(0, 3)) ? Math.min(3, ways.size()) : 2;
        int each = shown < 3 ? 2 : 1;
        ways.subList(0, shown).forEach(way -> say("", given(way), each));
        int more = ways.size() - shown;
        if (more > 0) {
            say("", "and " + Lines.count(more, "way", "ways") + " more to complete the question", 1);
        }
    }

    private boolean fits(List<Way> ways) {
        return ways.stream().allMatch(way -> INDENT + given(way).length() <= WIDTH);
    }

    /** Without what holds for all branches alike, which tells none of them from the others. */
    private String given(Way way) {
        return way.words(each -> !ruling.split().stream()
                .allMatch(other -> each.getValue().equals(other.given().get(each.getKey()))));
    }

    private void instead(List<Cure> cures) {
        if (!cures.isEmpty()) {
            var first = cures.stream().map(Cure::note).limit(3).collect(Collectors.joining("; "));
            say("Lawful", first + (cures.size() > 3 ? "; and " + (cures.size() - 3) + " more" : ""), 2);
        }
    }

    private String marks() {
        var assumed = new LinkedHashSet<String>();
        ruling.deciding().forEach(cited -> assumed.addAll(cited.provenance().assumed()));
        if (assumed.isEmpty() && !ruling.silent().isEmpty()) {
            assumed.add("what follows where no clause decides");
        }
        var what = assumed.stream().limit(4).collect(Collectors.joining(", "));
        return ruling.restsOn().words()
                + (assumed.isEmpty() ? "" : " (" + what + (assumed.size() > 4 ? ", …" : "") + ")")
                + "; not legal advice";
    }

    private String when(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    private String day(Instant instant) {
        var local = instant.atZone(zone);
        return local.toLocalTime().toSecondOfDay() == 0 ? local.toLocalDate().toString() : when(instant);
    }

    /** Under a label, in no more lines than that; what is left out is shown to be. */
    private void say(String label, String text, int most) {
        var written = new ArrayList<String>();
        var line = new StringBuilder(label + " ".repeat(INDENT - label.length()));
        int begun = line.length();
        for (var word : text.split("\\s+", -1)) {
            if (line.length() > begun && line.length() + 1 + word.length() > WIDTH) {
                written.add(line.toString());
                line = new StringBuilder(" ".repeat(INDENT));
            }
            line.append(line.length() > begun ? " " : "").append(word);
        }
        written.add(line.toString());
        if (written.size() > most) {
            var last = written.get(most - 1);
            var room = last.length() + 2 > WIDTH ? last.substring(0, last.lastIndexOf(' ')) : last;
            written.set(most - 1, room + " …");
        }
        lines.addAll(written.subList(0, Math.min(most, written.size())));
    }
}
