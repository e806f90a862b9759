package io.proviso.replay;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.replay.Agenda.Phase;
import io.proviso.replay.queue.Accounting;
import io.proviso.replay.queue.Discipline;
import io.proviso.replay.queue.GpuPool;
import io.proviso.replay.queue.Job;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.OverriddenPortfolio;
import io.proviso.replay.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace under a scenario: one strict first-in-first-out queue over the capacity that its desk brings in. A job may take
 * its GPUs from several providers.
 *
 * <p>It begins with an empty queue at the first submission and cuts no warm-up off: every job counts. The customer reviews
 * until the last submission, which is the horizon of capacity, cost and what is unmet; the queue then runs empty, so that waits are
 * those of all jobs.
 */
public final class ScenarioReplay {
    private static final long SAMPLE = Duration.ofHours(1).toSeconds();

    private final Scenario scenario;
    private final Rulings rulings;
    private final Trace trace;
    private final VirtualClock clock;
    private final Agenda agenda = new Agenda();
    private final Holdings holdings;
    private final Procurement procurement;
    private final Accounting accounting;
    private final GpuPool pool;
    private final DemandCurve curve = new DemandCurve();
    private final List<Job> tooLarge = new ArrayList<>();
    private final long largest;
    private final long horizon;
    /** GPU-seconds submitted between one review and the next. */
    private final List<Long> submitted = new ArrayList<>();

    private long sinceReview;
    private int next;

    private ScenarioReplay(Scenario scenario, Rulings rulings, Trace trace, long largest, long seed) {
        this.scenario = scenario;
        this.rulings = rulings;
        this.trace = trace;
        this.largest = largest;
        long zero = trace.size() == 0 ? 0 : trace.submission(0);
        this.horizon = trace.size() == 0 ? 0 : trace.submission(trace.size() - 1);
        this.clock = new VirtualClock(scenario.demand().start(), zero);
        this.holdings = new Holdings(scenario.market(), clock.start());
        this.procurement = new Procurement(
                new World(scenario, new RulingsInTurn(rulings), agenda, clock, holdings, new Draws(seed)));
        this.accounting = new Accounting(trace);
        this.pool = new GpuPool(trace, Discipline.FIFO, Math.toIntExact(holdings.live()), accounting);
        agenda.at(zero + scenario.buyer().rhythm().review().toSeconds(), Phase.REVIEW, this::review);
        agenda.at(zero, Phase.SAMPLE, this::sample);
    }

    /**
     * Replays all of a trace.
     *
     * @param portfolio without the scenario's overrides
     * @param largest jobs with more GPUs than this are taken out and reported, because no scenario compared here could ever
     *     run them and a strict queue would stop for good behind the first
     * @throws IllegalArgumentException if scenario and portfolio do not fit
     */
    public static ScenarioResult run(Scenario scenario, Portfolio portfolio, Trace trace, long largest, long seed) {
        var overridden = OverriddenPortfolio.of(portfolio, scenario.ground().overrides());
        return run(scenario, Rulings.of(overridden), trace, largest, seed);
    }

    public static ScenarioResult run(Scenario scenario, Rulings rulings, Trace trace, long largest, long seed) {
        return new ScenarioReplay(scenario, rulings, scenario.demand().of(trace), largest, seed).run();
    }

    private ScenarioResult run() {
        for (long instant = agenda.next(); instant != Long.MAX_VALUE; instant = agenda.next()) {
            arrivals(instant);
            pool.advanceTo(instant);
            agenda.runNext();
            pool.capacity(Math.toIntExact(holdings.live()));
        }
        pool.drain();
        return result();
    }

    /** All that is submitted until then; at an instant, jobs arrive before the desk acts. */
    private void arrivals(long through) {
        for (; next < trace.size() && trace.submission(next) <= through; next++) {
            if (trace.gpus(next) > largest) {
                tooLarge.add(trace.job(next));
            } else {
                pool.advanceTo(trace.submission(next));
                pool.arrive(next);
                sinceReview += trace.gpuSeconds(next);
            }
        }
    }

    private void review() {
        var rhythm = scenario.buyer().rhythm();
        long now = agenda.now();
        procurement.review();
        submitted.add(sinceReview);
        sinceReview = 0;
        settle();
        double rate = rateOfLate();
        curve.forecast(clock.instant(now), rate, pool.capacity());
        long standing = holdings.at(clock.instant(now).plus(rhythm.planAhead())) + procurement.outstanding();
        long gpus = scenario.buyer().toRequest(rate, pool.waitingGpuSeconds(), standing);
        if (gpus > 0) {
            procurement.request(gpus);
        }
        if (now + rhythm.review().toSeconds() <= horizon) {
            agenda.at(now + rhythm.review().toSeconds(), Phase.REVIEW, this::review);
        }
    }

    /** GPU-seconds submitted per second over the time that the customer looks back. */
    private double rateOfLate() {
        var rhythm = scenario.buyer().rhythm();
        int back = Math.min(rhythm.reviewsBack(), submitted.size());
        long work = 0;
        for (long recent : submitted.subList(submitted.size() - back, submitted.size())) {
            work += recent;
        }
        return (double) work / (back * rhythm.review().toSeconds());
    }

    private void sample() {
        settle();
        curve.sample(clock.instant(agenda.now()), pool.gpusInUse() + pool.waitingGpus(), pool.capacity());
        if (agenda.now() == horizon) {
            curve.unserved(pool.waitingGpuSeconds());
        } else {
            agenda.at(Math.min(agenda.now() + SAMPLE, horizon), Phase.SAMPLE, this::sample);
        }
    }

    private void settle() {
        pool.capacity(Math.toIntExact(holdings.live()));
        pool.settle();
    }

    private ScenarioResult result() {
        var end = clock.instant(horizon);
        var account = ScenarioResult.Account.of(holdings.all(), scenario.market(), end);
        double offered = holdings.gpuSecondsBetween(clock.instant(accounting.begin()), clock.instant(accounting.end()));
        var demand = curve.demand(end);
        return new ScenarioResult(
                scenario.name(),
                new ScenarioResult.Waiting(
                        accounting.summary(offered),
                        accounting.percentile(95),
                        accounting.waits(),
                        tooLarge,
                        pool.waitingJobs()),
                demand,
                account,
                new RightsUse(
                        procurement.requests(),
                        procurement.rounds(),
                        holdings.lateBy(end),
                        holdings.undeliveredBy(end),
                        Powers.of(scenario, rulings, looked(demand, end)),
                        procurement.unlisted()));
    }

    /** When the portfolio was looked at for a need: rights may come and go in between. */
    private List<Instant> looked(ScenarioResult.Demand demand, Instant end) {
        var instants = new ArrayList<>(List.of(clock.start(), end));
        demand.forecasts().forEach(forecast -> instants.add(forecast.from()));
        return instants;
    }
}
