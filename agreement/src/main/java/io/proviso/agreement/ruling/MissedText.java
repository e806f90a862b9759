package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.WhyMissed;
import java.time.ZoneId;
import java.util.List;

/** Why a clause misses, in words. */
public record MissedText(ZoneId zone) {
    /** A sentence without its full stop, of a clause that is called so. */
    public String sentence(String clause, WhyMissed why) {
        return switch (why) {
            case WhyMissed.Ended _, WhyMissed.DiedWith _, WhyMissed.Sleeps _ -> clause + " " + words(why);
            case WhyMissed.Differs _, WhyMissed.PinnedOut _, WhyMissed.NothingLeft _, WhyMissed.Kept _ ->
                clause + " does not apply: " + words(why);
        };
    }

    public String words(WhyMissed why) {
        return switch (why) {
            case WhyMissed.Differs differs ->
                differs.facet() + " is " + differs.is().words() + "; it speaks of "
                        + differs.speaksOf().words();
            case WhyMissed.PinnedOut(String reading) -> "its reading '" + reading + "' is excluded by a pin";
            case WhyMissed.Ended ended -> words(ended);
            case WhyMissed.DiedWith(ClauseName clause, WhyMissed.Ended ended) ->
                "died with " + clause.clause() + ", which " + words(ended);
            case WhyMissed.Sleeps(List<String> milestones, boolean _) ->
                "does not bind yet: it waits for " + named(milestones);
            case WhyMissed.NothingLeft(ClauseName clause) ->
                "nothing is left of " + clause.clause() + " that it could give up";
            case WhyMissed.Kept() -> Disclosure.WITHHELD;
        };
    }

    private String words(WhyMissed.Ended ended) {
        var named = named(ended.milestones());
        var on = ended.on() == null ? "" : " on " + ended.on().atZone(zone).toLocalDate();
        return ended.after() == null
                ? "ended by " + named + on
                : "ended" + on + ", " + ended.after() + " after " + named;
    }

    private static String named(List<String> milestones) {
        return (milestones.size() == 1 ? "milestone " : "the milestones ") + String.join(" and ", milestones);
    }
}
