package io.proviso.units;

/** A kind of accelerator by its trade name (`H100`). */
public record Accelerator(String name) {
    public Accelerator {
        if (name.isBlank()) {
            throw new IllegalArgumentException("accelerator: the name must not be blank");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
