package io.proviso.cli.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Currency;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayColumnsTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, <0.1",
        "179, <0.1",
        "180, 0.1",
        "3600, 1.0",
        "5400, 1.5",
        "360000, 100.0",
        "NaN, none",
        "-3600, -1.0"
    })
    void hoursTellALittleFromNothing(double seconds, String expected) {
        assertEquals(expected, ReplayColumns.hours(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "0.0001, <0.1", "0.0005, 0.1", "0.894, 89.4", "1, 100.0", "NaN, none"})
    void aShareOfNothingIsNone(double share, String expected) {
        assertEquals(expected, ReplayColumns.percent(share));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, COST, 0.00",
        "4320, 96, COST, 4320.00",
        "99999, 1, COST, 99999.00",
        "100000, 1, COST M, 0.10",
        "17300000, 99, COST M, 17.30"
    })
    void costsAreInMillionsOnlyWhereThatLeavesSomethingOfThem(
            double one, double other, String heading, String expected) {
        var costs = ReplayColumns.Costs.of(USD, DoubleStream.of(one, other));
        assertEquals(heading, costs.heading());
        assertEquals(expected, costs.text(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | 1         | ''",
                "300   | 56000     | ''",
                "600   | 499999    | ''",
                "600   | 500000    | 600 runs of 500,000 jobs: about 1 min 0 s at 5 million jobs a second; fewer"
                        + " --seeds, windows or shares take less",
                "600   | 1000000   | 600 runs of 1,000,000 jobs: about 2 min 0 s at 5 million jobs a second; fewer"
                        + " --seeds, windows or shares take less",
                "30000 | 10000000  | 30,000 runs of 10,000,000 jobs: about 16 h 40 min at 5 million jobs a second;"
                        + " fewer --seeds, windows or shares take less",
            })
    void aLongReplaySaysWhatItTakesBeforeItBegins(int runs, int jobs, String expected) {
        assertEquals(expected, Scenarios.cost(runs, jobs));
    }
}
