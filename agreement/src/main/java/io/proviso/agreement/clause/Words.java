package io.proviso.agreement.clause;

/** The words of a clause as somebody published them, aside from the norm that was made of them. */
public record Words(String says, Kind kind) {
    /** Whether the words are the author's own or ours. */
    public enum Kind {
        QUOTE,
        PARAPHRASE
    }

    /** Between quotation marks what is quoted and nothing else: a quote within words of ours has its own already. */
    public String quoted() {
        return kind == Kind.QUOTE && says.indexOf('"') < 0 ? "“" + says + "”" : says;
    }
}
