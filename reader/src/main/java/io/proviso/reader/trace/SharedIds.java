package io.proviso.reader.trace;

import java.util.Locale;

/**
 * Job ids of one file that an earlier one has too. Two clusters may number their jobs alike, so all of them stay jobs of the
 * trace; if the files overlap, they count twice.
 *
 * @param ids how many
 * @param row of the first of them in the file
 * @param earlierRow of the same in the earlier file
 */
public record SharedIds(String file, String earlier, int ids, int row, int earlierRow) {
    @Override
    public String toString() {
        int others = ids - 1;
        return file + ":" + row + ": its job id "
                + (others == 0
                        ? "is in " + earlier + " too, in row "
                        : String.format(Locale.ROOT, "and %,d other%s are in ", others, others == 1 ? "" : "s")
                                + earlier + " too, its own in row ")
                + earlierRow;
    }
}
