package io.proviso.cli;

import io.proviso.agreement.Nearest;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.reader.BadFiles;
import io.proviso.reader.CalendarReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes when a response window closes. */
@Command(
        name = "deadline",
        mixinStandardHelpOptions = true,
        description = {
            "Computes when a response window closes.",
            "The day of receipt does not count, what arrives after the cut-off or on a closed day counts as the next"
                    + " business day, and exactly at the deadline is in time."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} deadline --calendar us-federal --zone America/Los_Angeles \\",
            "    --received 2025-01-17T18:30 --window \"10 business days\""
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
            required = true,
            paramLabel = "T",
            description = "When the notice arrived: local in ZONE, or with an offset.")
    private String received = "";

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
        var length = problems.read(() -> window(window));
        var days = problems.read(this::calendar);
        var times = new Times(place, clock);
        var arrived = problems.read(() -> times.instant("--received", received));
        var known = problems.read(() -> knownAt == null ? Instant.MAX : times.instant("--known-at", knownAt));
        problems.raiseIfAny();
        var asKnown = days.get().asKnown(known.get());
        var deadline = new DeadlineRule(asKnown, place, close.get()).deadline(arrived.get(), length.get());
        var closed = asKnown.closing(
                arrived.get().atZone(place).toLocalDate(), deadline.local().toLocalDate());
        UnlistedYear.sentences(deadline.unlisted())
                .forEach(sentence -> console.err().println("proviso deadline: " + sentence));
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, () -> text(deadline, place, closed),
                        Format.JSON, () -> json(deadline, closed))));
        return ExitCode.ANSWERED;
    }

    /** With the closed days on the way, by which somebody else can count again. */
    private static String text(Deadline deadline, ZoneId place, List<Holiday> closed) {
        return "deemed received  " + deadline.deemedReceived() + "\n"
                + "deadline         " + local(deadline) + " " + place.getId() + "\n"
                + "in UTC           " + deadline.utc() + "\n"
                + closed.stream()
                        .map(day -> "closed           " + day.date() + " "
                                + (day.name() == null ? "" : day.name() + ", ") + day.source() + "\n")
                        .collect(Collectors.joining());
    }

    private static String json(Deadline deadline, List<Holiday> closed) {
        return Json.object(json -> UnlistedJson.write(
                json.field("deemedReceived", deadline.deemedReceived().toString())
                        .field("local", local(deadline))
                        .field("utc", deadline.utc())
                        .objects("closed", closed, DeadlineCommand::write),
                deadline.unlisted()));
    }

    private static void write(Json json, Holiday day) throws IOException {
        json.field("date", day.date().toString()).field("name", day.name()).field("source", day.source());
    }

    private static String local(Deadline deadline) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(deadline.local());
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
    private static Window window(String text) {
        var window = parsed(text);
        if (window.n() == 0) {
            throw new BadInputException("--window: '" + text + "' is no time to answer in, and no clause may say it\n"
                    + "Say at least '1 business day', '1 day' or '1 hour'.");
        }
        return window;
    }

    private static Window parsed(String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new BadInputException("--" + unreadable.getMessage());
        }
    }
}
