package io.proviso.units;

/** A signatory of an agreement, by its name in the portfolio (`microsoft`); not the compute it supplies ({@link Provider}). */
public record Party(String name) implements Comparable<Party> {
    public Party {
        if (name.isBlank()) {
            throw new IllegalArgumentException("party: the name must not be blank");
        }
    }

    @Override
    public int compareTo(Party other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
