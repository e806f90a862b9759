package io.proviso.faults;

import io.proviso.desk.rounds.Desk;
import io.proviso.faults.FaultsReport.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays first-refusal rounds on the real desk under a hostile clock, crashes, duplicates and races, from a seed, and checks the
 * hard rules of a round at every append.
 *
 * <p>One seed gives one report on every machine. Episodes are independent, the seed of episode {@code i} is {@code seed + i}:
 * whoever has several threads plays batches on them and adds them up in order.
 */
public final class FaultsSimulation {
    /** Of a whole batch; the curve of states reached begins here. */
    public static final long ROUNDS_A_BATCH = 1_000;

    private static final int WORDS = 240;

    private final FaultsRules rules;
    private final FaultsPortfolios portfolios = new FaultsPortfolios();

    public FaultsSimulation() {
        this(Desk::decide);
    }

    FaultsSimulation(FaultsRules rules) {
        this.rules = rules;
    }

    /** Plays at least that many rounds, or until a rule is broken. */
    public FaultsReport run(long rounds, long seed) {
        var tally = new FaultsTally();
        for (long batch = 0; batch < batches(rounds) && !tally.isBroken(); batch++) {
            tally.add(play(rounds, seed, batch));
        }
        tally.finish();
        return tally.report();
    }

    /** How many batches that many rounds are. */
    public static long batches(long rounds) {
        return Math.ceilDiv(rounds, ROUNDS_A_BATCH);
    }

    /** Plays one batch of a run, from 0, until a rule is broken; several threads may at once. */
    public FaultsBatch play(long rounds, long seed, long batch) {
        var states = new HashSet<Long>();
        long begun = batch * ROUNDS_A_BATCH;
        long most = Math.min(ROUNDS_A_BATCH, rounds - begun);
        long played = 0;
        long commands = 0;
        @Nullable Failure failure = null;
        for (long episode = seed + begun / FaultsEpisode.ROUNDS; played < most && failure == null; episode++) {
            long[] words = FaultsEpisode.words(episode, WORDS);
            var play = episode(episode, states::add, null);
            var broken = play.play(words);
            played += play.ended();
            commands += play.commands();
            failure = broken == null ? null : failure(episode, words, broken);
        }
        return new FaultsBatch(played, commands, states, failure);
    }

    private Failure failure(long seed, long[] words, FaultsRule broken) {
        var least = FaultsShrinking.shrink(words, some -> broken == play(seed, some, null));
        var history = new ArrayList<String>();
        play(seed, least, history);
        return new Failure(seed, broken.text(), history);
    }

    private @Nullable FaultsRule play(long seed, long[] words, @Nullable List<String> history) {
        return episode(seed, _ -> {}, history == null ? null : history::add).play(words);
    }

    private FaultsEpisode episode(long seed, LongConsumer reached, @Nullable Consumer<String> told) {
        return new FaultsEpisode(rules, portfolios.of(seed), FaultsRecord.isAskedOf(seed), reached, told);
    }
}
