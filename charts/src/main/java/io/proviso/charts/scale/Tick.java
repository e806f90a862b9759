package io.proviso.charts.scale;

/** A mark on an axis: where it stands in pixels, what it says, and a second line where something larger begins. */
public record Tick(double at, String label, String below) {
    public Tick(double at, String label) {
        this(at, label, "");
    }
}
