package io.proviso.desk;

/** A right by the names under which its agreement is on file; its holder is whoever the clause says. */
public record ClauseName(String agreement, String clause) {
    @Override
    public String toString() {
        return agreement + "/" + clause;
    }
}
