package io.proviso.replay;

import io.proviso.agreement.Rulings;
import io.proviso.desk.Desk;
import io.proviso.replay.FaultsReport.Failure;
import io.proviso.replay.FaultsReport.Reached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays first-refusal rounds on the real desk under a hostile clock, crashes, duplicates and races, from a seed, and checks the
 * hard rules of a round at every append.
 *
 * <p>One seed gives one report on every machine. Episodes are independent: the seed of episode {@code i} is {@code seed + i}.
 */
public final class FaultsSimulation {
    private static final int WORDS = 240;

    private final FaultsRules rules;
    private final Rulings rulings = FaultsPortfolio.rulings();

    public FaultsSimulation() {
        this(Desk::decide);
    }

    FaultsSimulation(FaultsRules rules) {
        this.rules = rules;
    }

    /**
     * Plays at least that many rounds, or until a rule is broken.
     *
     * @param progress gets the number of rounds played, after each episode
     */
    public FaultsReport run(long rounds, long seed, LongConsumer progress) {
        var states = new HashSet<Long>();
        var curve = new ArrayList<Reached>();
        long played = 0;
        long commands = 0;
        long mark = 1_000;
        for (long episode = seed; played < rounds; episode++) {
            long[] words = new SplittableRandom(episode).longs(WORDS).toArray();
            var play = new FaultsEpisode(rules, rulings, states::add, null);
            var broken = play.play(words);
            played += FaultsEpisode.ROUNDS;
            commands += play.commands();
            if (broken != null) {
                curve.add(new Reached(played, states.size()));
                return new FaultsReport(played, commands, curve, failure(episode, words, broken));
            }
            if (played >= mark) {
                curve.add(new Reached(played, states.size()));
                mark *= 2;
            }
            progress.accept(played);
        }
        if (curve.isEmpty() || curve.getLast().rounds() < played) {
            curve.add(new Reached(played, states.size()));
        }
        return new FaultsReport(played, commands, curve, null);
    }

    private Failure failure(long seed, long[] words, String broken) {
        var least = FaultsShrinking.shrink(words, some -> broken.equals(play(some, null)));
        var history = new ArrayList<String>();
        play(least, history);
        return new Failure(seed, broken, history);
    }

    private @Nullable String play(long[] words, @Nullable List<String> history) {
        return new FaultsEpisode(rules, rulings, _ -> {}, history == null ? null : history::add).play(words);
    }
}
