package io.proviso.replay;

import java.util.SplittableRandom;

/**
 * Random numbers that belong to what they decide, not to the order in which it happens: the first request draws the same
 * under every scenario and window (common random numbers: Law, "Simulation Modeling and Analysis", 11.2).
 */
record Draws(long seed) {
    /** What is drawn. */
    enum Channel {
        ANSWER(1),
        ANSWER_DELAY(2),
        BID(3),
        BID_DELAY(4),
        SLIP(5),
        DISCOUNT(6),
        IMPROVES(7),
        SIGNING(8);

        private final int number;

        Channel(int number) {
            this.number = number;
        }
    }

    /** Evenly from 0 to 1, the first time that this is to be decided. */
    double share(int request, Channel channel, int provider) {
        return share(request, channel, provider, 0);
    }

    /** @param again how often the same was decided before for that request */
    double share(int request, Channel channel, int provider, int again) {
        long key = (seed * 0x9E3779B97F4A7C15L + request) * 0xD1B54A32D192ED03L;
        return new SplittableRandom(key + 64L * (provider + 1024L * again) + channel.number).nextDouble();
    }
}
