package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Exercised;
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

    private final Exercised exercised;
    private final ZoneId zone;
    private final List<String> sentences = new ArrayList<>();

    private ExerciseText(Exercised exercised, ZoneId zone) {
        this.exercised = exercised;
        this.zone = zone;
    }

    /** One sentence for each thing that became of it in a reading that counts; none if nothing can. */
    public static List<String> of(Exercised exercised, ZoneId zone) {
        var text = new ExerciseText(exercised, zone);
        for (var left : exercised.readings()) {
            text.write(left, exercised.readings().size() > 1 ? "read as '" + left.reading() + "': " : "");
        }
        return List.copyOf(text.sentences);
    }

    private void write(Exercised.Left reading, String readAs) {
        var left = reading.left();
        var revoked = exercised.revoked();
        var over = reading.over();
        var rest = over == null ? " left" : " not drawn";
        var year = reading.per() == Permission.Per.YEAR ? " in this calendar year" : "";
        switch (reading.upTo()) {
            case Limit(String _, Stated.Known<Long>(Long limit, Instant _))
            when left != null && left > 0 ->
                sentences.add(readAs + (left.equals(limit) ? "all" : number(left) + " of") + " "
                        + Quantity.told(limit, reading.unit()) + rest + year + drawn());
            case Limit(String _, Stated.Known<Long>(Long limit, Instant _)) ->
                sentences.add(readAs + "used up: " + number(reading.drawn()) + " of "
                        + Quantity.told(limit, reading.unit()) + year + drawn());
            case Limit(String _, Stated.Undisclosed<Long>()) ->
                sentences.add(readAs + "an undisclosed number of " + reading.unit()
                        + (year.isEmpty() ? " in all" : year) + drawn());
            case null -> {}
        }
        if (over != null && reading.signBy() != null && over.equals(reading.signBy())) {
            sentences.add(readAs + "no new contract from " + MOMENT.format(over.atZone(zone)) + " on"
                    + (reading.keepsSigned() ? "" : ", and none signed before stands"));
        } else if (revoked != null && over != null) {
            sentences.add(readAs + "revoked by " + revoked.instrument() + ", received "
                    + day(revoked.received()) + ": no new contract from " + MOMENT.format(over.atZone(zone))
                    + " on" + (reading.keepsSigned() ? "" : ", and none signed before stands"));
            UnlistedYear.sentences(reading.unlisted()).forEach(each -> sentences.add(readAs + each));
        }
    }

    private String drawn() {
        return exercised.draws().isEmpty()
                ? ""
                : exercised.draws().stream()
                        .map(draw -> number(draw.quantity().number()) + " on " + day(draw.at()) + " ("
                                + draw.source().title() + ")")
                        .collect(Collectors.joining(", ", "; drawn: ", ""));
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
