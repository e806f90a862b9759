package io.proviso.cli.output;

import io.proviso.calendar.UnlistedYear;
import java.io.IOException;
import java.util.List;

/** Years beyond a calendar's list as JSON has them; where there is none, nothing is written. */
public final class UnlistedJson {
    private UnlistedJson() {}

    public static void write(Json json, List<UnlistedYear> unlisted) throws IOException {
        if (!unlisted.isEmpty()) {
            json.objects(
                    "unlistedYears",
                    unlisted,
                    (each, one) -> each.field("calendar", one.calendar())
                            .field("place", one.place())
                            .field("year", one.year()));
        }
    }
}
