package io.proviso.reader.portfolio;

import io.proviso.agreement.Round;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rounds of a record, each with the steps of its own entry and those that entries of their own go on with, so that a record only
 * ever grows at its end. Where an entry stands says nothing: steps come in the order in which things happened.
 */
public final class RecordedRounds {
    private static final int OWN = -1;

    private static final Comparator<Told> ORDER = Comparator.comparing(
                    (Told one) -> one.step().at())
            .thenComparingInt(one -> one.step().what().turn());

    private final Problems problems;
    private final RoundDecoder decoder;
    private final List<Round> rounds = new ArrayList<>();
    /** By the name of its round; of two with one name it is the first that others go on with. */
    private final Map<String, Integer> byId = new HashMap<>();

    private final List<Node> further = new ArrayList<>();

    /**
     * A step, and where it is told.
     *
     * @param entry the number of the entry that tells it; that which begins the round is {@link #OWN}
     */
    private record Told(Round.Step step, int entry, Place place) {}

    RecordedRounds(Problems problems, Instants instants) {
        this.problems = problems;
        this.decoder = new RoundDecoder(problems, instants);
    }

    /** An entry that begins a round. */
    void add(Node item) {
        String path = path(rounds.size());
        problems.locate(path, item.place());
        Mapping entry = Mapping.of(item, Grammar.ROUND, path, problems);
        Round round = entry == null ? null : decoder.round(entry);
        if (round != null) {
            byId.putIfAbsent(round.id(), rounds.size());
            rounds.add(round);
        }
    }

    /** An entry that goes on with one, wherever that stands. */
    void goOn(Node item) {
        further.add(item);
    }

    List<Round> all() {
        Map<Integer, List<Told>> byRound = new HashMap<>();
        for (int i = 0; i < further.size(); i++) {
            goOn(i, further.get(i), byRound);
        }
        byRound.forEach(this::merge);
        return rounds;
    }

    private void goOn(int number, Node item, Map<Integer, List<Told>> byRound) {
        Mapping entry = Mapping.of(item, Grammar.CONTINUATION, "continued/" + number, problems);
        String id = entry == null ? null : entry.name("continues");
        if (entry == null || id == null) {
            return;
        }
        Integer round = byId.get(id);
        if (round == null) {
            problems.addUnknown(
                    entry.place("continues"),
                    "round",
                    id,
                    rounds.stream().map(Round::id).toList());
        }
        Round.Step step = decoder.continuation(entry);
        if (round != null && step != null) {
            byRound.computeIfAbsent(round, _ -> new ArrayList<>()).add(new Told(step, number, item.place()));
        }
    }

    private void merge(int index, List<Told> more) {
        Round round = rounds.get(index);
        List<Told> merged =
                merged(own(index, round), more.stream().sorted(ORDER).toList());
        for (int i = 0; i < merged.size(); i++) {
            problems.locate(path(index) + "/steps/" + i, merged.get(i).place());
            if (i > 0) {
                refuseUnlessOneOrder(merged.get(i - 1), merged.get(i));
            }
        }
        rounds.set(index, round.telling(merged.stream().map(Told::step).toList()));
    }

    private List<Told> own(int index, Round round) {
        List<Told> own = new ArrayList<>();
        for (int i = 0; i < round.steps().size(); i++) {
            Place place = problems.placeOf(path(index) + "/steps/" + i);
            own.add(new Told(round.steps().get(i), OWN, place));
        }
        return own;
    }

    /** Of one entry the order of its lines stays, whatever days they name. */
    private static List<Told> merged(List<Told> own, List<Told> more) {
        List<Told> merged = new ArrayList<>();
        int next = 0;
        for (Told one : own) {
            while (next < more.size() && ORDER.compare(more.get(next), one) < 0) {
                merged.add(more.get(next++));
            }
            merged.add(one);
        }
        merged.addAll(more.subList(next, more.size()));
        return merged;
    }

    /** In which order two entries stand must not decide what came first. */
    private void refuseUnlessOneOrder(Told one, Told other) {
        if (one.step().at().equals(other.step().at())
                && one.entry() != other.entry()
                && !one.step().what().isSameBeside(other.step().what())) {
            for (Place place : List.of(one.place(), other.place())) {
                problems.addOfSense(
                        place,
                        "two entries tell of one instant what depends on its order",
                        "Give each its time of day, as in 2026-03-02T15:00-05:00.");
            }
        }
    }

    private static String path(int index) {
        return "rounds/" + index;
    }
}
