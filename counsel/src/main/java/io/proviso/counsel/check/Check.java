package io.proviso.counsel.check;

import io.proviso.units.EnumWord;

/** What the check of a portfolio looks for. */
public enum Check {
    /** One agreement permits and forbids the same. */
    CONTRADICTION("an agreement contradicts itself"),
    /** A clause that never stands anywhere. */
    UNREACHABLE("a clause never has effect"),
    /** A clause that speaks of what the vocabulary calls impossible. */
    IMPOSSIBLE_SPOKEN_OF("a clause speaks of what the vocabulary calls impossible"),
    /** An act of which clauses speak, but for which there is no silence rule. */
    NO_SILENCE_RULE("an act has no silence rule"),
    /** Two parties were promised exclusivity over the same acts. */
    OVERLAPPING_EXCLUSIVITIES("exclusivities overlap"),
    /** Two parties must be offered the same first. */
    RIVAL_FIRST_REFUSALS("two parties have first refusal"),
    /** A promise to buy what another agreement forbids or can hold up. */
    HINDERED_COMMITMENT("a commitment is hindered"),
    /** A remedy for a late delivery that comes to nothing, or before the delivery is late at all. */
    HOLLOW_REMEDY("a remedy for delay comes to nothing"),
    /** An option or a notice about the term of a commitment for which there is no day. */
    HOLLOW_TERM("a term can be kept or left on no day"),
    /** A holder may take longer to answer than the caller can wait. */
    SLOW_WINDOW("a window is longer than the lead time"),
    /** A time that is counted in business days of a year of which the calendar lists no closure. */
    BEYOND_CALENDAR("a time is counted beyond the list of its calendar"),
    /** Shares of one payer's revenue that sum to more than all of it. */
    SHARES_EXCEED_WHOLE("revenue shares exceed the whole"),
    /** Parties that pay each other shares of revenue in a circle. */
    CIRCULAR_SHARES("revenue shares form a circle"),
    /** More was signed under a consent or waiver than its limit allows. */
    OVERDRAWN("more was drawn than a consent allows"),
    /** A consent spares what was signed under it, and then ends with all of it. */
    SIGNED_NOT_SPARED("a consent ends with what was signed under it"),
    /** Something was signed under a consent or waiver before it took effect, or when it covered nothing new any more. */
    DRAWN_OUTSIDE("something was drawn outside a consent"),
    /** A contract was signed with somebody else while the holder of a right had not left it free. */
    AGAINST_RIGHT("something was signed against a right"),
    /** Something came on record later than it took effect, and changes answers already given. */
    RETROACTIVE("recorded rulings change");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** The kind as a heading says it. */
    public String title() {
        return title;
    }

    /** The kind as files and JSON say it: `hindered-commitment`. */
    public String word() {
        return EnumWord.of(this);
    }
}
