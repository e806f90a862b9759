package io.proviso.reader.trace;

import io.proviso.replay.queue.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trace files we know, each recognised by its header line. All have one job a row. */
enum TraceFormat {
    /** github.com/microsoft/elasticflow-traces; seconds since a zero that is not published. */
    MICROSOFT("job_id,submission_time,duration,num_gpu") {
        @Override
        void read(Row row, int number, Trace.Builder trace) throws BadField {
            trace.add(number, row.seconds(1), row.seconds(2), row.count(3));
        }

        @Override
        int id() {
            return 0;
        }
    },
    /**
     * github.com/msr-fiddle/philly-traces as one table; wall-clock times of a zone the file does not name, read as if UTC: only
     * differences count.
     */
    PHILLY("timestamp,duration,num_gpus,cluster") {
        @Override
        void read(Row row, int number, Trace.Builder trace) throws BadField {
            trace.add(number, row.timestamp(0), row.seconds(1), row.count(2));
        }

        @Override
        int id() {
            return NO_ID;
        }
    };

    static final int NO_ID = -1;

    private final String header;

    TraceFormat(String header) {
        this.header = header;
    }

    /** Adds the job of a row, or refuses it by {@link BadField} or, from the trace, {@link IllegalArgumentException}. */
    abstract void read(Row row, int number, Trace.Builder trace) throws BadField;

    /** The column that names a job, or {@link #NO_ID}. */
    abstract int id();

    String[] columns() {
        return header.split(",", -1);
    }

    static @Nullable TraceFormat ofHeader(List<String> names) {
        return Arrays.stream(values())
                .filter(format -> List.of(format.columns()).equals(names))
                .findFirst()
                .orElse(null);
    }

    static String knownHeaders() {
        return Arrays.stream(values()).map(format -> format.header).collect(Collectors.joining("\n  ", "  ", ""));
    }
}
