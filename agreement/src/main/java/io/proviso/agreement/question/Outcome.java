package io.proviso.agreement.question;

/** What a ruling says of an act: lawful, unlawful, lawful after named steps, or not decidable from what is known. */
public enum Outcome {
    PERMITTED,
    /** Lawful after steps that the deciding clause itself declares. */
    CONDITIONAL,
    FORBIDDEN,
    /** Two completions of the question come out differently; the ruling shows the split. */
    UNDETERMINED
}
