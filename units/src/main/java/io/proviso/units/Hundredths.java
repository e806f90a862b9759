package io.proviso.units;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of one whole in whole percent that add up to 100, by largest remainder (Hamilton 1792). */
public final class Hundredths {
    private static final int ALL = 100;

    private Hundredths() {}

    /**
     * The percentages in the order of the parts; of equal remainders the earlier is rounded up. None where there is no whole.
     *
     * @param parts in any unit, none below 0
     */
    public static List<Integer> of(List<Double> parts) {
        double whole = parts.stream().mapToDouble(part -> part).sum();
        if (!(whole > 0)) {
            return parts.stream().map(_ -> 0).toList();
        }
        double[] exact = parts.stream().mapToDouble(part -> ALL * part / whole).toArray();
        int[] percents =
                IntStream.range(0, exact.length).map(i -> (int) exact[i]).toArray();
        int missing = ALL - IntStream.of(percents).sum();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> percents[i] - exact[i]))
                .limit(missing)
                .forEach(i -> percents[i]++);
        return IntStream.of(percents).boxed().toList();
    }
}
