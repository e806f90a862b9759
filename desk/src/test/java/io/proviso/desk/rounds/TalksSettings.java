package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be said of an open offer beside answering it. */
final class TalksSettings {
    private TalksSettings() {}

    static List<Command> acceptCounters(CapacityRequest request, Instant readThrough) {
        var offer = request.openOffer();
        return offer == null
                ? List.of()
                : offer.counters().stream()
                        .<Command>map(counter -> new Command.AcceptCounter(offer.id(), counter.answer(), readThrough))
                        .toList();
    }

    static List<Command> talks(CapacityRequest request, Instant now, Instant readThrough) {
        var offer = request.openOffer();
        if (offer == null || offer.receipt() == null) {
            return List.of();
        }
        var commands = new ArrayList<>(acceptCounters(request, readThrough));
        var longer = Contract.at("2025-01-31T17:00:00");
        commands.add(new Command.Extend(offer.id(), longer, Set.of(Contract.MICROSOFT, new Party("openai"))));
        commands.add(new Command.Extend(offer.id(), longer, Set.of(Contract.MICROSOFT)));
        return commands;
    }

    /** Told at once, or later: a strike that began on the day after the notice. */
    static List<Command> strikes(CapacityRequest request, Instant now, Instant readThrough) {
        var offer = request.openOffer();
        return offer == null || offer.receipt() == null
                ? List.of()
                : List.of(
                        new Command.Toll(offer.id(), "strike", now),
                        new Command.Toll(offer.id(), "strike", Contract.at("2025-01-16T09:00:00")),
                        new Command.Toll(offer.id(), "holiday", now),
                        new Command.Resume(offer.id(), now));
    }
}
