/** @see io.proviso.charts */
module io.proviso.charts {
    requires static transitive org.jspecify;
    requires io.proviso.units;

    exports io.proviso.charts;
    exports io.proviso.charts.scale;
}
