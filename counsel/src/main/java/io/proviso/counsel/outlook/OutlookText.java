package io.proviso.counsel.outlook;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.counsel.english.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An outlook in sentences for a terminal, and in rows for a spreadsheet. */
public final class OutlookText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final Outlook outlook;
    private final StringBuilder text = new StringBuilder();

    private OutlookText(Outlook outlook) {
        this.outlook = outlook;
    }

    /** All of it. */
    public static String of(Outlook outlook) {
        var written = new OutlookText(outlook);
        outlook.lines().forEach(written::line);
        outlook.oversold().forEach(written::oversold);
        written.weeks();
        written.reservations();
        return written.text.toString();
    }

    /** One row for each need. */
    public static Table needs(Outlook outlook) {
        var days = new OutlookText(outlook);
        return new Table(
                List.of(
                        "need",
                        "quantity",
                        "by",
                        "reserved",
                        "supplier",
                        "sign",
                        "ready",
                        "on time",
                        "binds",
                        "receive by"),
                Set.of("quantity", "reserved"),
                outlook.lines().stream().map(days::row).toList());
    }

    /** One row for each need and week. */
    public static Table weeks(Outlook outlook) {
        return new Table(
                List.of("week", "need", "wanted", "reserved", "missing"),
                Set.of("wanted", "reserved", "missing"),
                outlook.weeks().stream()
                        .flatMap(week -> week.needs().stream()
                                .map(need -> List.of(
                                        week.begins().toString(),
                                        need.need(),
                                        "" + need.wanted(),
                                        "" + need.reserved(),
                                        "" + need.missing())))
                        .toList());
    }

    private List<String> row(Outlook.Line line) {
        var best = line.best();
        var need = line.need();
        return List.of(
                need.name(),
                "" + need.quantity(),
                day(need.by()),
                "" + line.reserved(),
                best == null ? "" : best.supplier().name(),
                best == null ? "" : best.sign().toString(),
                best == null ? "" : best.ready().toString(),
                line.isOnTime() ? "yes" : "no",
                words(line.binds(), outlook.zone()),
                best == null || best.sendBy() == null || best.sendBy().latest() == null
                        ? ""
                        : best.sendBy().latest().toString());
    }

    private void line(Outlook.Line line) {
        var need = line.need();
        text.append(need.name())
                .append(": ")
                .append(counted(need.quantity()))
                .append(need.product() == null ? "" : " (" + need.product() + ")")
                .append(" by ")
                .append(day(need.by()))
                .append('\n');
        say("", verdict(line));
        say("Binds", words(line.binds(), outlook.zone()));
        var best = line.best();
        if (best != null && best.sendBy() != null) {
            say("Notice", notice(best));
        }
        for (var prospect : line.prospects()) {
            if (!prospect.equals(best)) {
                say(prospect.supplier().name(), words(prospect));
            }
        }
        line.remedies()
                .forEach(remedy -> say(
                        "On time",
                        remedy.words() + ": " + remedy.outcome()
                                + (remedy.ready() == null
                                        ? ", nothing is known of its delivery"
                                        : ", ready " + day(remedy.ready()))
                                + "; ask " + remedy.ask()));
        if (line.moreRemedies() > 0) {
            say(
                    "On time",
                    "and " + (line.moreRemedies() == 1 ? "1 more way" : line.moreRemedies() + " more ways")
                            + ", which are not told");
        }
        if (!line.isOnTime() && line.remedies().isEmpty()) {
            say("On time", "nothing that was tried brings it about");
        }
        text.append('\n');
    }

    private String verdict(Outlook.Line line) {
        if (line.open() == 0) {
            return "Covered: " + counted(line.reserved()) + " are reserved for it.";
        }
        var part = line.reserved() == 0
                ? ""
                : counted(line.reserved()) + " are reserved for it, " + counted(line.open()) + " are to be acquired. ";
        var best = line.best();
        if (best == null) {
            return part + "Not met: no day is known on which it may be signed.";
        }
        var sign = best.sign().equals(outlook.asOf()) ? "at once" : "from " + moment(best.sign());
        return part + (line.isOnTime() ? "On time" : "Late by " + late(best, line.need()))
                + ": it may be signed with " + best.supplier().name() + " " + sign
                + (best.ready().isAfter(best.sign())
                        ? " and is ready on " + day(best.ready())
                        : best.supplier().lead() == null ? "; nothing is known of its delivery" : "")
                + ".";
    }

    private String late(Prospect.Lawful best, Need need) {
        long days = Math.ceilDiv(Duration.between(need.by(), best.ready()).toSeconds(), 86_400);
        return days == 1 ? "1 day" : "%,d days".formatted(days);
    }

    private String notice(Prospect.Lawful best) {
        var sendBy = best.sendBy();
        return sendBy == null
                ? ""
                : sendBy.latest() == null
                        ? sendBy.words()
                        : "must be received by " + moment(sendBy.latest()) + " to be ready on time";
    }

    private String words(Prospect prospect) {
        return switch (prospect) {
            case Prospect.Lawful lawful ->
                "may be signed " + (lawful.sign().equals(outlook.asOf()) ? "at once" : "from " + moment(lawful.sign()))
                        + (lawful.supplier().lead() == null
                                ? "; nothing is known of its delivery"
                                : ", ready " + day(lawful.ready()));
            case Prospect.Dear(Prospect.Lawful but) ->
                "asks for " + but.supplier().price() + ", more than it may cost; would be ready " + day(but.ready());
            case Prospect.Small small -> "has " + counted(small.has()) + " at most";
            case Prospect.Unsure unsure -> unsure.ruling().outcome() + ": no day is certain, because " + unsure.why();
            case Prospect.Barred barred ->
                barred.ruling().outcome() + " through " + day(barred.through())
                        + barred.ruling().deciding().stream()
                                .map(cited -> cited.clause().toString())
                                .distinct()
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), names -> names.isEmpty() ? "" : " by " + names));
        };
    }

    /** What keeps a need from being met sooner, in words. */
    public static String words(Binds binds, ZoneId zone) {
        return switch (binds) {
            case Binds.Nothing() -> "nothing; it may be signed at once";
            case Binds.Covered() -> "nothing; it is reserved";
            case Binds.ForWindow(ClauseName clause, var holder, var length) ->
                "the time that " + holder + " has to answer" + (length == null ? "" : ", " + length) + " (" + clause
                        + ")";
            case Binds.ForAnswer(ClauseName clause, var holder, @Nullable String round) ->
                "the answer of " + holder + (round == null ? "" : " in round " + round) + " (" + clause + ")";
            case Binds.ForDelivery(String supplier, Period lead) ->
                "delivery: " + supplier + " takes " + words(lead) + " from signature";
            case Binds.ForPaper(List<ClauseName> clauses, Instant until) ->
                "a paper until " + until.atZone(zone).toLocalDate()
                        + (clauses.isEmpty()
                                ? ""
                                : " ("
                                        + clauses.stream()
                                                .map(ClauseName::toString)
                                                .collect(Collectors.joining(", ")) + ")");
            case Binds.ForMoney(String supplier, var price, var atMost) ->
                "money: " + supplier + " asks for " + price + ", and it may cost " + atMost;
            case Binds.ForUnknown(String why) -> "something nobody can date: " + why;
            case Binds.NobodyLeft() -> "nobody is left to ask";
        };
    }

    private static String words(Period lead) {
        var parts = new ArrayList<String>();
        part(parts, lead.getYears(), "year");
        part(parts, lead.getMonths(), "month");
        part(parts, lead.getDays(), "day");
        return String.join(" and ", parts);
    }

    private static void part(List<String> parts, int n, String unit) {
        if (n > 0) {
            parts.add(n + " " + unit + (n == 1 ? "" : "s"));
        }
    }

    /** Only where something changes: a week like the one before says nothing. */
    private void weeks() {
        text.append("%-12s %15s %15s %15s  %s\n".formatted("Week of", "wanted", "reserved", "missing", outlook.unit()));
        Week shown = null;
        for (var week : outlook.weeks()) {
            if (shown == null || shown.wanted() != week.wanted() || shown.missing() != week.missing()) {
                text.append("%-12s %,15d %,15d %,15d\n"
                        .formatted(week.begins(), week.wanted(), week.reserved(), week.missing()));
                shown = week;
            }
        }
    }

    private void oversold(Outlook.Oversold one) {
        text.append("Each need is looked at by itself: ")
                .append(one.supplier().name())
                .append(" comes first for ")
                .append(String.join(" and ", one.needs()))
                .append(", ")
                .append(counted(one.named()))
                .append(", and can deliver at most ")
                .append(counted(Objects.requireNonNull(one.supplier().upTo())))
                .append(".\n\n");
    }

    private void reservations() {
        if (outlook.reservations().isEmpty()) {
            text.append("No reservation is on record: what is signed stands in record.yaml as a step of its round.\n");
        }
        outlook.unassigned()
                .forEach(one -> text.append(counted(one.quantity()))
                        .append(" signed with ")
                        .append(one.with())
                        .append(" (round ")
                        .append(one.round())
                        .append(") serve no need here; a round serves the need that its request names.\n"));
    }

    private void say(String label, String words) {
        var line = new StringBuilder("  %-10s ".formatted(label));
        int begun = line.length();
        for (var word : words.split(" ", -1)) {
            if (line.length() > begun && line.length() + 1 + word.length() > 100) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(13));
                begun = line.length();
            }
            line.append(line.length() > begun ? " " : "").append(word);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private String counted(long number) {
        return "%,d".formatted(number) + (outlook.unit().isEmpty() ? "" : " " + outlook.unit());
    }

    private String moment(Instant instant) {
        var local = instant.atZone(outlook.zone());
        return local.toLocalTime().toSecondOfDay() == 0 ? local.toLocalDate().toString() : MOMENT.format(local);
    }

    private String day(Instant instant) {
        return instant.atZone(outlook.zone()).toLocalDate().toString();
    }
}
