package io.proviso.charts;

/** A mark on an axis: where it stands in pixels, what it says, and a second line where something larger begins. */
record Tick(double at, String label, String below) {
    Tick(double at, String label) {
        this(at, label, "");
    }
}
