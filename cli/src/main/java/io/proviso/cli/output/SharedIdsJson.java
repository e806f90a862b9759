package io.proviso.cli.output;

import io.proviso.reader.trace.SharedIds;
import java.io.IOException;
import java.util.List;

/** Traces that share job ids, as JSON has them; where none do, nothing is written. */
public final class SharedIdsJson {
    private SharedIdsJson() {}

    public static void write(Json json, List<SharedIds> shared) throws IOException {
        if (!shared.isEmpty()) {
            json.objects(
                    "sharedIds",
                    shared,
                    (each, one) -> each.field("file", one.file())
                            .field("row", one.row())
                            .field("earlier", one.earlier())
                            .field("earlierRow", one.earlierRow())
                            .field("ids", one.ids()));
        }
    }
}
