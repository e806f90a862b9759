package io.proviso.units;

/** A supply of compute belonging to a party (`azure` belongs to `microsoft`), by its name in the portfolio. */
public record Provider(String name) implements Comparable<Provider> {
    public Provider {
        if (name.isBlank()) {
            throw new IllegalArgumentException("provider: the name must not be blank");
        }
    }

    @Override
    public int compareTo(Provider other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
