package io.proviso.reader.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The job ids of all files read so far: within a file one names one job, and files that share some are told. */
final class JobNames {
    private final List<String> files = new ArrayList<>();
    private final List<JobIds> ids = new ArrayList<>();
    private final Map<List<Integer>, SharedIds> shared = new LinkedHashMap<>();

    /** The ids that follow are of that file. */
    void file(String name) {
        files.add(name);
        ids.add(new JobIds());
    }

    /** The row of the same file that has this id already; 0 if none has, then this row has it from now on. */
    int before(long id, int row) {
        int last = ids.size() - 1;
        int before = ids.get(last).row(id);
        if (before == 0) {
            ids.get(last).add(id, row);
            for (int earlier = 0; earlier < last; earlier++) {
                int there = ids.get(earlier).row(id);
                if (there != 0) {
                    share(earlier, last, row, there);
                    break;
                }
            }
        }
        return before;
    }

    List<SharedIds> shared() {
        return List.copyOf(shared.values());
    }

    private void share(int earlier, int file, int row, int there) {
        shared.merge(
                List.of(earlier, file),
                new SharedIds(files.get(file), files.get(earlier), 1, row, there),
                (first, _) ->
                        new SharedIds(first.file(), first.earlier(), first.ids() + 1, first.row(), first.earlierRow()));
    }
}
