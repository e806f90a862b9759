package io.proviso.desk.rounds;

import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Stated;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings about the need itself and what becomes of it: split, bridged over, delivered in tranches. */
final class NeedSettings {
    private NeedSettings() {}

    /** Each failure is an epoch of its own; what fails for ever would be explored for ever. */
    static boolean mayFail(CapacityRequest request) {
        return request.standing().epoch() < 3;
    }

    /** A request of 6,000 GPUs when that many were asked for a day before; the right stands before 8,000 and more. */
    static PreemptionSetting aggregated(String name, long before) {
        var aggregation = new Preemption.Aggregation(
                400, new Limit("gpus", Stated.of(8_000L)), Set.of(Preemption.Aggregation.By.ACTOR), List.of());
        var contract = PreemptionSetting.conducted(right -> right.with(new Preemption.Reach(aggregation, null)));
        var earlier = new Circumstances.Earlier("need-0", "openai", null, before, Contract.at("2025-01-14T09:00:00"));
        var all = PreemptionSetting.of(
                        name,
                        contract,
                        PreemptionSetting.DEADLINE,
                        PreemptionSetting.TAKE_SOME_OR_NONE,
                        List.of(Round.quote("oracle", 6_000, "2.00")),
                        PreemptionSetting.More.NOTHING)
                .asking(surrounded(6_000, Particulars.NONE))
                .beside(new OtherRequests(List.of(earlier), List.of()));
        return before + 6_000 >= 8_000 ? all : all.withoutRights();
    }

    static PreemptionSetting bridge() {
        var contract = PreemptionSetting.conducted(right ->
                right.with(new Preemption.Reach(null, new Preemption.Bridge(400, new Quantity("gpus", 6_000)))));
        var request = surrounded(6_000, new Particulars(null, "outage", null, DeliveryTerms.NONE));
        return PreemptionSetting.of(
                        "an emergency bridge",
                        contract,
                        PreemptionSetting.DEADLINE,
                        PreemptionSetting.TAKE_SOME_OR_NONE,
                        List.of(Round.quote("oracle", 6_000, "2.00")),
                        PreemptionSetting.More.NOTHING)
                .asking(request)
                .withoutRights();
    }

    /** Two tranches, ten days of grace, an option to prolong; the grid is about the start. */
    static PreemptionSetting slips() {
        var delivery = new DeliveryTerms(
                Duration.ofDays(10),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new DeliveryTerms.Extension(Duration.ofDays(30), Round.usd("3.00"), Round.START));
        var plain = Round.terms(10_000, 1_000);
        var schedule = plain.schedule();
        var terms = new Terms(
                plain.purpose(),
                plain.hardware(),
                plain.size(),
                new Terms.Schedule(
                        schedule.start(),
                        schedule.latest(),
                        List.of(new Terms.Tranche(6_000, Duration.ZERO), new Terms.Tranche(4_000, Duration.ofDays(30))),
                        schedule.term()),
                plain.price());
        var particulars = new Particulars(null, null, null, delivery);
        var grid = List.of(
                Contract.at("2025-01-15T09:00:00"),
                Contract.at("2025-01-30T17:00:01"),
                Round.START,
                Round.START.plus(Duration.ofDays(10)),
                Round.START.plus(Duration.ofDays(10)).plusSeconds(1),
                Round.START.plus(Duration.ofDays(60)));
        return PreemptionSetting.of(
                        "tranches that slip",
                        Contract.standard(),
                        grid,
                        List.of(Response.Accepts.asOffered(10_000), new Response.Declines()),
                        List.of(Round.quote("oracle", 10_000, "2.00")),
                        NeedSettings::deliveries)
                .asking(new Command.Request("need-1", terms, PreemptionSetting.BOTH.candidates(), particulars));
    }

    private static List<Command> deliveries(CapacityRequest request, Instant now, Instant readThrough) {
        var commands = new ArrayList<Command>();
        for (var one : request.reservations()) {
            commands.add(new Command.Slip(one.id(), 0, Round.START.plus(Duration.ofDays(9)), now));
            for (int tranche = 0; tranche < one.tranches().size(); tranche++) {
                if (!now.isBefore(one.tranches().get(tranche).due())) {
                    commands.add(new Command.AcceptTranche(one.id(), tranche, now));
                }
            }
            if (mayFail(request)) {
                commands.add(new Command.EndUndelivered(one.id()));
            }
            commands.add(new Command.Prolong(one.id()));
        }
        return commands;
    }

    private static Command.Request surrounded(long gpus, Particulars particulars) {
        return new Command.Request(
                "need-1", Round.terms(gpus, 1_000), PreemptionSetting.BOTH.candidates(), particulars);
    }
}
