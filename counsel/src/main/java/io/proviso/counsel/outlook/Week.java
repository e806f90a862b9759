package io.proviso.counsel.outlook;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is wanted and missing in a week that begins on a Monday: need by need at the moment of the week at which most of it is missing.
 *
 * @param needs in the order of the file
 */
public record Week(LocalDate begins, List<OfNeed> needs) {
    /** One need in one week. */
    public record OfNeed(String need, long wanted, long reserved) {
        public long missing() {
            return Math.max(0, wanted - reserved);
        }
    }

    public Week {
        needs = List.copyOf(needs);
    }

    public long wanted() {
        return needs.stream().mapToLong(OfNeed::wanted).sum();
    }

    /** Of what is wanted. */
    public long reserved() {
        return wanted() - missing();
    }

    public long missing() {
        return needs.stream().mapToLong(OfNeed::missing).sum();
    }

    /** From the week of one instant through that of another. */
    static List<Week> of(
            List<Need> needs, List<SignedCapacity> reservations, Instant from, Instant through, ZoneId zone) {
        var weeks = new ArrayList<Week>();
        var last = through.atZone(zone).toLocalDate();
        var monday = from.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var begins = monday.atStartOfDay(zone).toInstant();
            var ends = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
            weeks.add(new Week(
                    monday,
                    needs.stream()
                            .map(need -> worst(need, reservations, begins, ends))
                            .toList()));
        }
        return List.copyOf(weeks);
    }

    /** Nothing changes but where a need or a reservation begins or ends. */
    private static OfNeed worst(Need need, List<SignedCapacity> reservations, Instant begins, Instant ends) {
        var moments = new TreeSet<Instant>(List.of(begins));
        Stream.concat(
                        Stream.of(need.by(), need.until()),
                        reservations.stream().flatMap(one -> Stream.of(one.from(), one.to())))
                .filter(moment -> moment != null && moment.isAfter(begins) && moment.isBefore(ends))
                .forEach(moments::add);
        var worst = at(need, reservations, begins);
        for (var moment : moments) {
            var here = at(need, reservations, moment);
            worst = here.missing() > worst.missing()
                            || (here.missing() == worst.missing() && here.wanted() > worst.wanted())
                    ? here
                    : worst;
        }
        return worst;
    }

    private static OfNeed at(Need need, List<SignedCapacity> reservations, Instant moment) {
        return new OfNeed(need.name(), need.wanted(moment), SignedCapacity.serving(reservations, need, moment));
    }
}
