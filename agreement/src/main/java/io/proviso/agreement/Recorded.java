package io.proviso.agreement;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instants at which anything of papers or of a calendar came on record: between two of them nothing more was known. */
public final class Recorded {
    private Recorded() {}

    /** Of all papers of an agreement. */
    public static Stream<Instant> in(Agreement agreement) {
        return agreement.instruments().stream().flatMap(Recorded::in);
    }

    /** Of one instrument, down to the terms of its clauses. */
    public static Stream<Instant> in(Instrument instrument) {
        var changes = instrument.changes().stream().flatMap(change -> switch (change) {
            case Change.Adds(Clause clause) -> in(clause);
            case Change.Restates(Clause clause, List<String> _) -> in(clause);
            case Change.Ends(String _, List<Reading> readings) ->
                readings.stream().flatMap(Recorded::in);
            case Change.Interprets(String _, Reading reading) -> in(reading);
            case Change.Revokes _, Change.Terminates _ -> Stream.empty();
        });
        return Stream.concat(Stream.of(instrument.recorded()), changes);
    }

    private static Stream<Instant> in(Clause clause) {
        return Stream.concat(
                Stream.of(clause.provenance().recorded()),
                clause.readings().stream().flatMap(Recorded::in));
    }

    private static Stream<Instant> in(Reading reading) {
        return Stream.concat(
                Stream.ofNullable(reading.recorded()), reading.body() == null ? Stream.empty() : in(reading.body()));
    }

    private static Stream<Instant> in(ClauseBody body) {
        return switch (body) {
            case FirstRefusal right -> in(right);
            case Commitment commitment -> Stream.concat(in(commitment.amount()), in(commitment.schedule()));
            case RevenueShare share -> Stream.concat(in(share.rate()), in(share.cap()));
            case Covenant covenant ->
                Stream.concat(in(covenant.atLeast()), covenant.cure() == null ? Stream.empty() : in(covenant.cure()));
            case Permission permission ->
                permission.upTo() == null
                        ? Stream.empty()
                        : in(permission.upTo().number());
            case Milestone milestone -> milestone.grace() == null ? Stream.empty() : in(milestone.grace());
            case Exclusivity _, Prohibition _, Licence _, FirstAvailability _ -> Stream.empty();
        };
    }

    private static Stream<Instant> in(FirstRefusal right) {
        var aggregation = right.preemption().reach().aggregation();
        return Stream.of(
                        right.answering().window(),
                        right.preemption().tail(),
                        aggregation == null ? null : aggregation.threshold().number())
                .filter(Objects::nonNull)
                .flatMap(Recorded::in);
    }

    private static Stream<Instant> in(Schedule schedule) {
        return Stream.of(in(schedule.term()), left(schedule), delivered(schedule), goingOn(schedule.goesOn()))
                .flatMap(instants -> instants);
    }

    private static Stream<Instant> left(Schedule schedule) {
        var leaving = schedule.termination();
        var convenience =
                leaving == null ? Stream.<Instant>empty() : in(leaving.notice(), leaving.notBefore(), leaving.fee());
        var cause = schedule.forCause();
        return Stream.concat(convenience, cause == null ? Stream.empty() : in(cause.cure()));
    }

    private static Stream<Instant> goingOn(@Nullable GoesOn goesOn) {
        return switch (goesOn) {
            case null -> Stream.empty();
            case GoesOn.Renews renews -> in(renews.notice(), renews.amount());
            case GoesOn.Extends(List<GoesOn.Extension> options) ->
                options.stream().flatMap(option -> in(option.notice(), option.amount()));
        };
    }

    private static Stream<Instant> delivered(Schedule schedule) {
        var delivery = schedule.delivery();
        return delivery == null
                ? Stream.empty()
                : delivery.tranches().stream()
                        .flatMap(tranche -> Stream.concat(
                                in(
                                        tranche.price(),
                                        tranche.quantity() == null
                                                ? null
                                                : tranche.quantity().number()),
                                tranche.delay() == null ? Stream.empty() : in(tranche.delay())));
    }

    private static Stream<Instant> in(Delivery.Delay delay) {
        var credits = delay.credits();
        return in(
                delay.grace(),
                credits == null ? null : credits.perDay(),
                credits == null ? null : credits.cap(),
                delay.exit() == null ? null : delay.exit().after());
    }

    private static Stream<Instant> in(@Nullable Stated<?>... all) {
        return Stream.of(all).filter(Objects::nonNull).flatMap(Recorded::in);
    }

    private static <T> Stream<Instant> in(Stated<T> stated) {
        return switch (stated) {
            case Stated.Known<T>(T _, Instant recorded) -> Stream.of(recorded).filter(Objects::nonNull);
            case Stated.Undisclosed<T>() -> Stream.empty();
        };
    }

    public static Stream<Instant> in(BusinessCalendar calendar) {
        return switch (calendar) {
            case BusinessCalendar.Place place ->
                place.holidays().stream()
                        .flatMap(holiday -> Stream.of(holiday.recorded(), holiday.withdrawn()))
                        .filter(Objects::nonNull);
            case BusinessCalendar.AllOf all -> all.places().stream().flatMap(Recorded::in);
            case BusinessCalendar.AnyOf any -> any.places().stream().flatMap(Recorded::in);
        };
    }
}
