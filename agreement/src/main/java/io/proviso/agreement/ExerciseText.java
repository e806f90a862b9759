package io.proviso.agreement;

import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a consent or waiver, in sentences: how much is left of it, and since when it covers nothing new. */
public final class ExerciseText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private final Exercise exercise;
    private final ZoneId zone;
    private final List<String> sentences = new ArrayList<>();

    private ExerciseText(Exercise exercise, ZoneId zone) {
        this.exercise = exercise;
        this.zone = zone;
    }

    /** One sentence for each thing that became of it in a reading that counts; none if nothing can. */
    public static List<String> of(ClauseVersion version, ZoneId zone) {
        var text = new ExerciseText(version.exercise(), zone);
        for (var reading : version.live()) {
            if (reading.body() instanceof Permission permission && permission.isExercised()) {
                text.write(reading, permission, version.live().size() > 1 ? "read as '" + reading.name() + "': " : "");
            }
        }
        return List.copyOf(text.sentences);
    }

    private void write(Reading reading, Permission permission, String readAs) {
        var left = exercise.left(permission);
        var revocation = exercise.revocation();
        var over = exercise.over(reading);
        var rest = over == null ? " left" : " not drawn";
        switch (permission.upTo()) {
            case Stated.Known<Long>(Long limit, Instant _)
            when left != null && left > 0 ->
                sentences.add(readAs + (left.equals(limit) ? "all" : number(left) + " of") + " " + gpus(limit) + rest
                        + drawn());
            case Stated.Known<Long>(Long limit, Instant _) ->
                sentences.add(readAs + "used up: " + number(exercise.drawn()) + " of " + gpus(limit) + drawn());
            case Stated.Undisclosed<Long>() -> sentences.add(readAs + "an undisclosed number of GPUs in all" + drawn());
            case null -> {}
        }
        if (revocation != null && over != null) {
            sentences.add(readAs + "revoked by " + revocation.instrument() + ", received "
                    + day(revocation.received()) + ": no new contract from " + MOMENT.format(over.atZone(zone))
                    + " on" + (permission.signed() == null ? ", and none signed before stands" : ""));
            UnlistedYear.sentences(exercise.unlisted(reading)).forEach(each -> sentences.add(readAs + each));
        }
    }

    private String drawn() {
        return exercise.draws().isEmpty()
                ? ""
                : exercise.draws().stream()
                        .map(draw -> number(draw.gpus()) + " on " + day(draw.at()))
                        .collect(Collectors.joining(", ", "; drawn: ", ""));
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    private static String gpus(long number) {
        return number(number) + (number == 1 ? " GPU" : " GPUs");
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
