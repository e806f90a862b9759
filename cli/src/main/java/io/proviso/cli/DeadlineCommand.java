package io.proviso.cli;

import io.proviso.agreement.Nearest;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.Times;
import io.proviso.cli.output.UnlistedJson;
import io.proviso.reader.portfolio.CalendarReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes when a response window closes, or when it has to open to be closed by then. */
@Command(
        name = "deadline",
        mixinStandardHelpOptions = true,
        description = {
            "Computes when a response window closes, or by when the notice must be received for it to be closed in time.",
            "The day of receipt, or of giving, does not count, what arrives after the cut-off or on a closed day counts as the next"
                    + " business day, and exactly at the deadline is in time."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} deadline --calendar us-federal --zone America/Los_Angeles \\",
            "    --received 2025-01-17T18:30 --window \"10 business days\"",
            "  ${ROOT-COMMAND-NAME} deadline --calendar us-federal --zone America/Los_Angeles \\",
            "    --wanted 2025-02-05 --window \"10 business days\" --on-its-way \"3 days\""
        })
final class DeadlineCommand implements Callable<Integer> {
    @Option(
            names = "--calendar",
            required = true,
            paramLabel = "NAME|FILE",
            description = "A calendar of the portfolio (us-federal), or a YAML file of your own.")
    private String calendar = "";

    @Option(
            names = "--portfolio",
            paramLabel = "DIR",
            description = "Whose calendars NAME means. Default: " + Portfolios.DEFAULT)
    private @Nullable Path directory;

    @Option(names = "--zone", required = true, paramLabel = "ZONE", description = "For example America/Los_Angeles.")
    private String zone = "";

    @Option(
            names = "--cutoff",
            paramLabel = "HH:MM",
            defaultValue = "17:00",
            description = "Default: ${DEFAULT-VALUE}.")
    private String cutoff = "17:00";

    @Option(
            names = "--received",
            paramLabel = "T",
            description = "When the notice arrived: local in ZONE, or with an offset.")
    private @Nullable String received;

    @Option(
            names = "--given",
            paramLabel = "T",
            description = "When the notice was given, where the window runs from the day of giving.")
    private @Nullable String given;

    @Option(
            names = "--from",
            paramLabel = "receipt|giving",
            description = "From what the window of --wanted runs. Default: receipt.")
    private @Nullable String from;

    @Option(
            names = "--wanted",
            paramLabel = "T",
            description =
                    "Counts backwards: when the window shall be over. A day means its beginning, as in ask --start.")
    private @Nullable String wanted;

    @Option(
            names = "--on-its-way",
            paramLabel = "WINDOW",
            description = "How long the notice travels: --wanted then also tells the last day to send it.")
    private @Nullable String onItsWay;

    @Option(
            names = "--window",
            required = true,
            paramLabel = "WINDOW",
            description = "\"10 business days\", \"3 days\" or \"72 hours\".")
    private String window = "";

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "Leaves closures out that came on record later. Default: all that is on record.")
    private @Nullable String knownAt;

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON);

    private final Console console;
    private final InstantSource clock;

    DeadlineCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var place = problems.read(ZoneId.of("UTC"), () -> zone(zone));
        var close = problems.read(() -> cutoff(cutoff));
        var length = problems.read(() -> window("--window", window));
        var travels = problems.read(() -> onItsWay == null ? null : window("--on-its-way", onItsWay));
        var days = problems.read(this::calendar);
        var times = new Times(place, clock);
        problems.read(this::oneOfTheTwo);
        var arrived = problems.read(() -> received != null
                ? times.instant("--received", received)
                : given == null ? null : times.instant("--given", given));
        var over = problems.read(() -> wanted == null ? null : times.instant("--wanted", wanted));
        var known = problems.read(() -> knownAt == null ? Instant.MAX : times.instant("--known-at", knownAt));
        problems.raiseIfAny();
        var asKnown = days.get().asKnown(known.get());
        var usual = DayTerms.Written.cutoff(close.get());
        var terms = isFromGiving() ? usual.fromGiving() : usual;
        var rule = new DeadlineRule(asKnown, place, terms.before(DayTerms.USUAL));
        var counted = counted(rule, length.get(), arrived.get(), over.get(), travels.get());
        var deadline = counted.deadline();
        var closed = asKnown.closing(
                counted.received().atZone(place).toLocalDate(), deadline.local().toLocalDate());
        UnlistedYear.sentences(deadline.unlisted())
                .forEach(sentence -> console.err().println("proviso deadline: " + sentence));
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, () -> text(counted, place, closed),
                        Format.JSON, () -> json(counted, closed))));
        return ExitCode.ANSWERED;
    }

    /**
     * A receipt and its deadline.
     *
     * @param latest whether it is the last receipt that is early enough
     * @param sendBy the last day to send it; null if nobody said how long it travels
     */
    private record Counted(
            Instant received,
            Deadline deadline,
            boolean latest,
            @Nullable LocalDate sendBy) {
        ZonedDateTime receivedThere() {
            return received.atZone(deadline.local().getZone());
        }
    }

    private static Counted counted(
            DeadlineRule rule,
            Window length,
            @Nullable Instant arrived,
            @Nullable Instant over,
            @Nullable Window travels) {
        if (over == null) {
            var received = Objects.requireNonNull(arrived);
            return new Counted(received, rule.deadline(received, length), false, null);
        }
        // At the deadline an answer is still in time: the window is over a second later.
        var latest = rule.latestReceipt(over.minusSeconds(1), length).truncatedTo(ChronoUnit.SECONDS);
        return new Counted(
                latest,
                rule.deadline(latest, length),
                true,
                travels == null ? null : rule.lastDayToSend(latest, travels));
    }

    private boolean oneOfTheTwo() {
        var said = Stream.of(received, given, wanted).filter(Objects::nonNull).count();
        if (said != 1) {
            throw new BadInputException((said == 0
                            ? "--received: nobody says from when to count"
                            : wanted == null
                                    ? "--given: a window runs from receipt or from giving, not from both"
                                    : "--wanted: '" + wanted + "' counts backwards and "
                                            + (received == null ? "--given '" + given : "--received '" + received)
                                            + "' forwards")
                    + "\nSay --received, when the notice arrived, or --given, when it was given, or --wanted, when the window"
                    + " shall be over.");
        }
        if (from != null && !List.of("receipt", "giving").contains(from)) {
            throw new BadInputException("--from: a window runs from receipt or from giving, not from '" + from
                    + "'\nSay --from receipt or --from giving.");
        }
        if (from != null && wanted == null) {
            throw new BadInputException("--from: '" + from
                    + "' changes nothing without --wanted\nSay --received or --given, which says it too.");
        }
        if (onItsWay != null && wanted == null) {
            throw new BadInputException(
                    "--on-its-way: '" + onItsWay
                            + "' changes nothing: what was received is no longer on its way\nSay --wanted instead of --received.");
        }
        return true;
    }

    private boolean isFromGiving() {
        return given != null || "giving".equals(from);
    }

    /** With the closed days on the way, by which somebody else can count again. */
    private String text(Counted counted, ZoneId place, List<Holiday> closed) {
        var deadline = counted.deadline();
        return (counted.latest()
                        ? (isFromGiving() ? "give by          " : "receive by       ") + local(counted.receivedThere())
                                + " " + place.getId() + "\n" + "in UTC           " + counted.received() + "\n"
                        : "")
                + (counted.sendBy() == null ? "" : "send by          " + counted.sendBy() + "\n")
                + (isFromGiving() ? "day of giving    " : "deemed received  ") + deadline.deemedReceived() + "\n"
                + "deadline         " + local(deadline.local()) + " " + place.getId() + "\n"
                + "in UTC           " + deadline.utc() + "\n"
                + closed.stream()
                        .map(day -> "closed           " + day.date() + " "
                                + (day.name() == null ? "" : day.name() + ", ") + day.source() + "\n")
                        .collect(Collectors.joining());
    }

    private String json(Counted counted, List<Holiday> closed) {
        var deadline = counted.deadline();
        return Json.object(json -> {
            if (counted.latest()) {
                json.field(
                        isFromGiving() ? "giveBy" : "receiveBy",
                        counted.received().toString());
            }
            if (counted.sendBy() != null) {
                json.field("sendBy", counted.sendBy().toString());
            }
            UnlistedJson.write(
                    json.field(
                                    isFromGiving() ? "given" : "deemedReceived",
                                    deadline.deemedReceived().toString())
                            .field("local", local(deadline.local()))
                            .field("utc", deadline.utc())
                            .objects("closed", closed, DeadlineCommand::write),
                    deadline.unlisted());
        });
    }

    private static void write(Json json, Holiday day) throws IOException {
        json.field("date", day.date().toString()).field("name", day.name()).field("source", day.source());
    }

    private static String local(ZonedDateTime there) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there);
    }

    private BusinessCalendar calendar() {
        var file = Path.of(calendar);
        if (Files.isRegularFile(file)) {
            try {
                return CalendarReader.read(file);
            } catch (BadFiles bad) {
                throw new BadInputException(bad);
            }
        }
        var calendars = Portfolios.read(directory).calendars();
        var named = calendars.get(calendar);
        if (named == null) {
            throw new BadInputException(
                    "--calendar: '" + calendar + "' is neither a file nor a calendar of the portfolio\n"
                            + Nearest.advice(calendar, calendars.keySet()));
        }
        return named;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            var nearest = Nearest.to(text, ZoneId.getAvailableZoneIds());
            throw new BadInputException("--zone: '" + text + "' is not a time zone\n"
                    + (nearest == null ? "Say for example America/Los_Angeles." : "Did you mean '" + nearest + "'?"));
        }
    }

    private static LocalTime cutoff(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw new BadInputException("--cutoff: '" + text + "' is not a time of day\nSay for example 17:00.");
        }
    }

    /** As a clause may say it: no time at all is for what a scenario supposes. */
    private static Window window(String option, String text) {
        var window = parsed(option, text);
        if (window.n() == 0) {
            throw new BadInputException(option + ": '" + text + "' is no time to answer in, and no clause may say it\n"
                    + "Say at least '1 business day', '1 day' or '1 hour'.");
        }
        return window;
    }

    private static Window parsed(String option, String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new BadInputException(
                    option + String.valueOf(unreadable.getMessage()).substring("window".length()));
        }
    }
}
