package io.proviso.agreement;

/** The words of a clause as somebody published them, aside from the norm that was made of them. */
public record Words(String says, Kind kind) {
    /** Whether the words are the author's own or ours. */
    public enum Kind {
        QUOTE,
        PARAPHRASE
    }
}
