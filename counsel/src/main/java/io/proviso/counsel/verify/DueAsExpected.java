package io.proviso.counsel.verify;

import io.proviso.counsel.Standpoint;
import io.proviso.counsel.due.Obligation;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.verify.Verification.Mismatch;
import io.proviso.units.EnumWord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In what obligations differ from what a case expects of them. */
final class DueAsExpected {
    /** How far from all days that a case names an obligation is still found. */
    private static final int YEARS = 10;

    private final Obligations found;

    private DueAsExpected(Standpoint from, List<Case.Owed> expected) {
        var zone = from.portfolio().zone();
        var days = Stream.concat(
                        Stream.of(from.asOf().atZone(zone).toLocalDate()),
                        expected.stream().map(Case.Owed::day).flatMap(Stream::ofNullable))
                .sorted()
                .toList();
        this.found = Obligations.since(
                start(days.getFirst().minusYears(YEARS), zone),
                from,
                start(days.getLast().plusYears(YEARS), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    static List<Mismatch> mismatches(Standpoint from, List<Case.Owed> expected) {
        var due = new DueAsExpected(from, expected);
        return expected.stream().flatMap(each -> due.mismatches(each).stream()).toList();
    }

    private List<Mismatch> mismatches(Case.Owed expected) {
        var actual = found.all().stream()
                .filter(each -> each.id().equals(expected.id()))
                .findFirst()
                .orElse(null);
        if (actual == null) {
            return List.of(new Mismatch("obligation", expected.id(), "not there, " + of(expected)));
        }
        var mismatches = new ArrayList<Mismatch>();
        var of = " of " + expected.id();
        var progress = actual.progress();
        compare(mismatches, "day" + of, expected.day(), actual.day() == null ? "without one" : actual.day());
        compare(
                mismatches,
                "state" + of,
                expected.state() == null ? null : EnumWord.of(expected.state()),
                EnumWord.of(progress.state()));
        compare(mismatches, "party" + of, expected.party(), orNobody(progress.partiesInWords()));
        compare(mismatches, "owner" + of, expected.owner(), orNobody(progress.owner()));
        return mismatches;
    }

    /** What there is instead. */
    private String of(Case.Owed expected) {
        var clause = expected.id().substring(0, expected.id().lastIndexOf('/') + 1);
        var siblings = found.all().stream()
                .map(Obligation::id)
                .filter(id -> id.startsWith(clause))
                .limit(YEARS)
                .toList();
        return siblings.isEmpty() ? "nor any other of its clause" : "but " + String.join(", ", siblings);
    }

    private static String orNobody(@Nullable String name) {
        return name == null || name.isEmpty() ? "nobody" : name;
    }

    private static void compare(List<Mismatch> mismatches, String what, @Nullable Object expected, Object actual) {
        if (expected != null && !Objects.equals(expected.toString(), actual.toString())) {
            mismatches.add(new Mismatch(what, expected.toString(), actual.toString()));
        }
    }
}
