package io.proviso.replay;

import io.proviso.calendar.UnlistedYear;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** All capacity requests of one replay. */
final class Procurement {
    private final World world;
    private final List<SimulatedRequest> open = new ArrayList<>();
    private final List<ReplayedRound> rounds = new ArrayList<>();
    private final Set<UnlistedYear> unlisted = new LinkedHashSet<>();
    private int requests;

    Procurement(World world) {
        this.world = world;
    }

    void request(long gpus) {
        var request = new SimulatedRequest(world, ++requests);
        open.add(request);
        request.begin(gpus);
    }

    /** Where the portfolio moves, open rounds are looked at again. */
    void review() {
        forgetSettled();
        if (world.basis().moves()) {
            open.stream().filter(request -> !request.isClosed()).forEach(SimulatedRequest::review);
        }
    }

    /** GPUs asked for that are neither reserved nor given up. */
    long outstanding() {
        return open.stream().mapToLong(SimulatedRequest::outstanding).sum();
    }

    int requests() {
        return requests;
    }

    /** Years beyond a calendar's list on which a deadline depended, in the order of the requests. */
    List<UnlistedYear> unlisted() {
        open.forEach(request -> unlisted.addAll(request.unlisted()));
        return List.copyOf(unlisted);
    }

    /** All rounds so far, in the order of their requests. */
    List<ReplayedRound> rounds() {
        forgetSettled();
        var all = new ArrayList<>(rounds);
        open.stream().map(SimulatedRequest::round).filter(Objects::nonNull).forEach(all::add);
        all.sort(Comparator.comparingInt(ReplayedRound::request));
        return all;
    }

    /** Their rulings are what takes memory. */
    private void forgetSettled() {
        open.forEach(request -> unlisted.addAll(request.unlisted()));
        open.removeIf(request -> {
            if (request.isSettled() && request.round() != null) {
                rounds.add(request.round());
            }
            return request.isSettled();
        });
    }
}
